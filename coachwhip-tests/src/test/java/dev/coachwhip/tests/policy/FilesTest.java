package dev.coachwhip.tests.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files by path and mode: one folder to read, one to write, and what lies beside them. */
@Tag("python")
@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class FilesTest {

  @TempDir private Path folder;
  private PolicyEngine engine = new PolicyEngine(Policy.open());

  @BeforeEach
  void makeFolders() throws IOException {
    engine.close();
    Path input = Files.createDirectory(folder.resolve("in"));
    Path output = Files.createDirectory(folder.resolve("out"));
    Files.writeString(input.resolve("a.txt"), "data");
    Files.writeString(output.resolve("b.txt"), "old");
    Files.writeString(folder.resolve("secret.txt"), "secret");
    Files.createDirectory(folder.resolve("inside"));
    engine = new PolicyEngine(Policy.builder().allowReading(input).allowWriting(output).build());
    engine.engine().engine().setGlobal("top", folder.toString());
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open(top + '/in/a.txt').read()",
        "open((top + '/in/a.txt').encode()).read()",
        "import pathlib; pathlib.Path(top, 'in', 'a.txt').read_text()",
        "import os; os.listdir(top + '/in')",
        "import os; list(os.scandir(top + '/out'))",
        "import os; os.close(os.open(top + '/in/a.txt', os.O_RDONLY))",
        "open(top + '/in/../in/a.txt').read()",
        "import os; open(os.open(top + '/in/a.txt', os.O_RDONLY)).read()",
        "import os; os.fdopen(os.open(top + '/out/n', os.O_RDWR | os.O_CREAT), 'w').write('x')",
        "open(top + '/out/new.txt', 'w').write('x')",
        "open(top + '/out/b.txt', 'r+').read()",
        "import os; os.mkdir(top + '/out/d'); os.rmdir(top + '/out/d')",
        "import os; os.rename(top + '/out/b.txt', top + '/out/c.txt')",
        "import os; os.remove(top + '/out/b.txt')",
        "import os; os.truncate(top + '/out/b.txt', 0); os.chmod(top + '/out/b.txt', 0o600)",
        "import os; os.link(top + '/out/b.txt', top + '/out/l.txt')",
        "import shutil; shutil.copy(top + '/in/a.txt', top + '/out/a.txt')",
        "import tempfile; tempfile.TemporaryFile(dir=top + '/out').write(b'x')",
        "import os; os.utime(top + '/out/b.txt'); os.mkfifo(top + '/out/fifo')",
        "import email, encodings.idna, inspect; inspect.getsource(email)",
      })
  void allowed_works(String script) {
    engine.run(script);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open(top + '/secret.txt')",
        "open((top + '/secret.txt').encode())",
        "import pathlib; pathlib.Path(top, 'secret.txt').read_text()",
        "import io; io.open_code(top + '/secret.txt')",
        "import io, pathlib; io.FileIO(pathlib.Path(top, 'secret.txt'))",
        "import os; os.open(top + '/secret.txt', os.O_RDONLY)",
        "open(top + '/in/../secret.txt')",
        "open(top + '/inside/a.txt')",
        "import os; os.listdir(top)",
        "import os; os.scandir(top + '/in/..')",
        "import os; os.listdir()",
        "open('/etc/passwd')",
        "import os; open(os.path.dirname(os.__file__) + '/..' * 20 + '/etc/passwd')",
        "import glob, os; os.scandir(os.getcwd())",
        "import sqlite3; sqlite3.connect(':memory:')",
        "open('/proc/self/root' + top + '/secret.txt')",
        "open('/dev/fd/0')",
        "open(0)",
        "import os; os.read(0, 1)",
        "import os; os.close(0)",
        "import mmap; mmap.mmap(0, 10)",
      })
  void reading_elsewhere_isRefused(String script) {
    assertThat(engine.refused(script)).isNotEqualTo("nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open(top + '/in/a.txt', 'w')",
        "open(top + '/in/a.txt', 'a')",
        "open(top + '/in/a.txt', 'r+')",
        "open(top + '/in/new.txt', 'x')",
        "import os; os.open(top + '/in/a.txt', os.O_WRONLY)",
        "import os; os.open(top + '/in/new', os.O_RDONLY | os.O_CREAT)",
        "import os; os.open(top + '/in/a.txt', os.O_RDONLY | os.O_TRUNC)",
        "import os; os.mkdir(top + '/in/d')",
        "import os; os.mkfifo(top + '/in/fifo')",
        "import os; os.remove(top + '/in/a.txt')",
        "import os; os.rename(top + '/in/a.txt', top + '/out/a.txt')",
        "import os; os.rename(top + '/out/b.txt', top + '/in/b.txt')",
        "import os; os.link(top + '/in/a.txt', top + '/out/a.txt')",
        "import os; os.link(top + '/secret.txt', top + '/out/a.txt')",
        "import os; os.symlink(top + '/out/b.txt', top + '/in/l')",
        "import os; os.chmod(top + '/in/a.txt', 0o600)",
        "import os; os.utime(top + '/in/a.txt')",
        "import os; os.truncate(top + '/in/a.txt', 0)",
        "import os; os.chdir(top + '/out')",
        "import os; os.write(os.open(top + '/in/a.txt', os.O_RDONLY), b'x')",
        "import os; os.write(1, b'x')",
        "import os; os.mkdir(os.path.dirname(os.__file__) + '/__pycache__/x')",
        "import os; open(os.path.dirname(os.__file__) + '/__pycache__/os.pyc', 'w')",
      })
  void writing_elsewhere_isRefused(String script) throws IOException {
    assertThat(engine.refused(script)).isNotEqualTo("nothing");
    assertThat(folder.resolve("in").resolve("a.txt")).hasContent("data");
    assertThat(folder.resolve("in")).isDirectoryContaining("glob:**/a.txt");
    assertThat(folder.resolve("in").toFile().list()).hasSize(1);
  }

  @Test
  void links_outOfTheFolders_areRefused() throws IOException {
    Files.createSymbolicLink(folder.resolve("out/link.txt"), folder.resolve("secret.txt"));
    Files.createSymbolicLink(folder.resolve("out/up"), folder);
    Files.createSymbolicLink(folder.resolve("out/missing"), folder.resolve("not-there.txt"));
    assertThat(engine.refused("open(top + '/out/link.txt')")).contains("/out/link.txt");
    assertThat(engine.refused("open(top + '/out/up/secret.txt')")).startsWith("reading the file");
    assertThat(engine.refused("open(top + '/out/missing', 'w')")).startsWith("writing the file");
    assertThat(engine.refused("open(top + '/out/up/new.txt', 'w')")).startsWith("writing");
    assertThat(engine.refused("import os; os.remove(top + '/out/up/secret.txt')"))
        .startsWith("removing the file");
    engine.run("import os; os.remove(top + '/out/link.txt')");
    assertThat(folder.resolve("secret.txt")).hasContent("secret");
    assertThat(folder.resolve("not-there.txt")).doesNotExist();
  }

  @Test
  void links_madeByTheScript_leadNoFurther() {
    engine.run("import os; os.symlink(top + '/secret.txt', top + '/out/own')");
    assertThat(engine.refused("open(top + '/out/own')")).startsWith("reading the file");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void pathsRelativeToADescriptor_areFollowed() {
    engine.run("import os; out = os.open(top + '/out', os.O_RDONLY)");
    engine.run("import os; os.close(os.open('b.txt', os.O_RDONLY, dir_fd=out))");
    engine.run("import os; os.mkdir('d', dir_fd=out)");
    engine.run("import shutil; shutil.rmtree(top + '/out/d')");
    assertThat(engine.refused("import os; os.open('../secret.txt', os.O_RDONLY, dir_fd=out)"))
        .isEqualTo("reading the file '../secret.txt'");
    assertThat(engine.refused("import os; os.open('b.txt', os.O_RDONLY, dir_fd=0)"))
        .startsWith("reading the file");
    assertThat(engine.refused("import os; os.remove('../secret.txt', dir_fd=out)"))
        .startsWith("removing the file");
  }

  @Test
  void pathThatChangesBetweenLooks_isOfNoUse() {
    assertThat(
            engine.refused(
                """
                import io, os
                class Shifty(os.PathLike):
                    calls = 0
                    def __fspath__(self):
                        Shifty.calls += 1
                        return top + ("/in/a.txt" if Shifty.calls % 2 == 0 else "/secret.txt")
                found = None
                for i in range(4):
                    try:
                        found = io.FileIO(Shifty()).read()
                    except PermissionError as error:
                        last = error
                        continue
                    assert found == b"data", found
                raise last
                """))
        .startsWith("reading the file");
  }

  @Test
  void imports_whereAllFilesAreDenied_work() {
    try (PolicyEngine none = new PolicyEngine(Policy.builder().denyFiles().build())) {
      none.run("import colorsys, wave");
      assertThat(none.refused("open('/etc/passwd')")).isEqualTo("reading the file '/etc/passwd'");
    }
  }
}
