package dev.coachwhip.python.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.python.spi.InstalledPython;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fakes are shell scripts")
class PathInspectorTest {

  @TempDir Path folder;

  private Path prefix;
  private FakePython python;

  private final PathInspector inspector =
      new PathInspector(
          new SearchEnvironment(Map.of("PATH", System.getenv("PATH")), false, List::of));

  @BeforeEach
  void describe() throws IOException {
    prefix = folder.resolve("prefix");
    python = FakePython.in(prefix).withLibrary();
  }

  @Test
  void inspect_executable_isWhatItSaysOfItself() throws Exception {
    Path executable = python.write();

    assertThat(inspector.inspect(executable))
        .isEqualTo(new InstalledPython(prefix, executable, python.library(), "3.12.1"));
  }

  @Test
  void inspect_shim_isTheExecutableBehindIt() throws Exception {
    Path executable = python.write();
    Path shim =
        FakePython.script(folder.resolve("shims/python3"), "exec " + executable + " \"$@\"\n");

    assertThat(inspector.inspect(shim).executable()).isEqualTo(executable);
  }

  @Test
  void inspect_prefix_isItsPython3() throws Exception {
    Path executable = python.write();
    FakePython.script(prefix.resolve("bin/python"), "exit 1\n");

    assertThat(inspector.inspect(prefix).executable()).isEqualTo(executable);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.10.0", "3.14.3", "3.15.0a1"})
  void inspect_from310On_isAccepted(String version) throws Exception {
    Path executable = python.says("version", version).write();

    assertThat(inspector.inspect(executable).version()).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.9.18", "3.4.10"})
  void inspect_olderPython_isRefusedByVersion(String version) throws Exception {
    Path executable = python.says("version", version).write();

    refuses(executable)
        .hasMessage("%s is Python %s; CPython 3.10 or later is needed", executable, version);
  }

  @ParameterizedTest
  @CsvSource({"pypy,PyPy", "graalpy,GraalPy", "ironpython,the Python implementation ironpython"})
  void inspect_otherImplementation_isRefusedByName(String name, String shown) throws Exception {
    Path executable = python.says("implementation", name).write();

    refuses(executable).hasMessage("%s is %s 3.12.1, not CPython", executable, shown);
  }

  @Test
  void inspect_missingFile_isRefused() {
    Path missing = folder.resolve("none/python");

    refuses(missing).hasMessage(missing + " does not exist");
  }

  @Test
  void inspect_fileWithoutExecutePermission_isRefused() throws Exception {
    Path executable = python.write();
    Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rw-r--r--"));

    refuses(executable).hasMessage(executable + " may not be executed");
  }

  @Test
  void inspect_executableText_isNotHandedToAShell() throws Exception {
    Path file = FakePython.script(folder.resolve("python"), "");
    Files.writeString(file, "touch \"$0.ran\"\n");

    refuses(file).hasMessage(file + " is not a program");
    assertThat(Path.of(file + ".ran")).doesNotExist();
  }

  @Test
  void inspect_executableOfAnotherArchitecture_isRefused() throws Exception {
    Path file = FakePython.script(folder.resolve("python"), "");
    BinaryFiles.elf(file, BinaryFiles.foreignArchitecture(), BinaryFiles.ELF_PROGRAM);

    refuses(file)
        .hasMessage(
            "%s is built for %s, this JVM runs on %s",
            file, BinaryFiles.foreignArchitecture(), Architecture.OF_JVM);
  }

  @Test
  void inspect_folderWithoutPython_isRefused() {
    refuses(folder)
        .hasMessage(folder + " is not a Python prefix: it has no bin/python3 or python.exe");
  }

  @Test
  void inspect_venv_keepsItsOwnExecutable() throws Exception {
    Path venv = venv("home = " + prefix.resolve("bin"));
    python.write();
    Path executable = venv.resolve("bin/python");
    python.says("executable", executable.toString()).write(executable);

    InstalledPython found = inspector.inspect(venv);

    assertThat(found.executable()).isEqualTo(executable);
    assertThat(found.home()).isEqualTo(prefix);
  }

  @Test
  void inspect_venvOfARemovedPython_tellsWhichOne() throws Exception {
    Path venv = venv("home = /gone/bin\nversion = 3.12.1");
    Path executable = python.write(venv.resolve("bin/python"));
    String message =
        venv
            + " is a broken venv: it was made with the Python in /gone/bin, which does not exist any"
            + " more";

    refuses(venv).hasMessage(message);
    refuses(executable).hasMessage(message);
  }

  @Test
  void inspect_venvWithoutHome_isRefused() throws Exception {
    Path venv = venv("version = 3.12.1");
    python.write(venv.resolve("bin/python"));

    refuses(venv).hasMessage(venv + " is a broken venv: its pyvenv.cfg has no 'home' line");
  }

  @Test
  void inspect_venvWithoutPython_isRefused() throws Exception {
    Path venv = venv("home = /usr/bin");

    refuses(venv)
        .hasMessage(venv + " is a broken venv: it has no bin/python or Scripts/python.exe");
  }

  @Test
  void inspect_venvWithDanglingLink_tellsTheTarget() throws Exception {
    Path venv = venv("home = " + Files.createDirectories(prefix.resolve("bin")));
    Path link = Files.createDirectories(venv.resolve("bin")).resolve("python");
    Files.createSymbolicLink(link, Path.of("/gone/bin/python3.12"));

    refuses(venv).hasMessage(link + " is a link to /gone/bin/python3.12, which does not exist");
  }

  @Test
  void inspect_library_isTakenWithThePythonOfItsPrefix() throws Exception {
    Path executable = python.write();
    Path library = BinaryFiles.libraryForThisJvm(prefix.resolve("lib/libpython3.12.so"));

    assertThat(inspector.inspect(library))
        .isEqualTo(new InstalledPython(prefix, executable, library, "3.12.1"));
  }

  @Test
  void inspect_libraryInAMultiarchFolder_isTakenWithThePythonOfItsPrefix() throws Exception {
    Path executable = python.write();
    Path library =
        BinaryFiles.libraryForThisJvm(prefix.resolve("lib/x86_64-linux-gnu/libpython3.12.so"));

    assertThat(inspector.inspect(library).executable()).isEqualTo(executable);
  }

  @Test
  void inspect_libraryOfAFramework_isTakenWithThePythonOfItsVersion() throws Exception {
    Path version = folder.resolve("Python.framework/Versions/3.12");
    Path library = BinaryFiles.libraryForThisJvm(version.resolve("Python"));
    python.says("base_prefix", version.toString()).write(version.resolve("bin/python3.12"));

    assertThat(inspector.inspect(library).library()).isEqualTo(library);
  }

  @Test
  void inspect_libraryWithoutPython_isRefused() throws Exception {
    Path library = BinaryFiles.libraryForThisJvm(folder.resolve("a/b/c/libpython3.12.so"));

    refuses(library).hasMessageContaining("has no python3.12 near it");
  }

  @Test
  void inspect_libraryBesidePythonOfAnotherVersion_isRefused() throws Exception {
    Path executable = python.says("version", "3.11.2").write();

    refuses(python.library())
        .hasMessage("%s is Python 3.11 and does not belong to %s", executable, python.library());
  }

  @Test
  void inspect_libraryOutsideThePrefixOfThePythonNearIt_isRefused() throws Exception {
    Path executable = python.write(folder.resolve("bin/python3"));
    Path library = BinaryFiles.libraryForThisJvm(folder.resolve("lib/libpython3.12.so"));

    refuses(library)
        .hasMessage(
            "%s has its prefix in %s, to which %s does not belong", executable, prefix, library);
  }

  @Test
  void inspect_stableAbiLibrary_isRefused() throws Exception {
    Path library = BinaryFiles.libraryForThisJvm(prefix.resolve("lib/libpython3.so"));

    refuses(library)
        .hasMessage(library + " does not name its version; give the libpython3.X beside it");
  }

  @Test
  void inspect_oldLibrary_isRefused() throws Exception {
    Path library = BinaryFiles.libraryForThisJvm(prefix.resolve("lib/libpython3.9.so"));

    refuses(library).hasMessage(library + " is Python 3.9; CPython 3.10 or later is needed");
  }

  @Test
  void inspect_staticLibrary_isRefused() throws Exception {
    Path library = BinaryFiles.libraryForThisJvm(prefix.resolve("lib/libpython3.12.a"));

    refuses(library).hasMessageContaining("is a static library");
  }

  @Test
  void inspect_libraryThatIsText_isRefused() throws Exception {
    Path library = Files.writeString(folder.resolve("libpython3.12.so"), "version https://x");

    refuses(library).hasMessage(library + " is not a shared library");
  }

  @Test
  void inspect_libraryOfAnotherArchitecture_isRefused() throws Exception {
    Path library = BinaryFiles.foreignLibrary(folder.resolve("libpython3.12.so"));

    refuses(library)
        .hasMessage(
            "%s is built for %s, this JVM runs on %s",
            library, BinaryFiles.foreignArchitecture(), Architecture.OF_JVM);
  }

  private Path venv(String configuration) throws IOException {
    Path venv = Files.createDirectories(folder.resolve("venv"));
    Files.writeString(venv.resolve("pyvenv.cfg"), configuration + "\n");
    return venv;
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refuses(Path path) {
    return assertThatThrownBy(() -> inspector.inspect(path))
        .isInstanceOf(UnusablePythonException.class);
  }
}
