package dev.coachwhip.tests.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.error.BackendException;
import dev.coachwhip.python.PythonEnvironment;
import dev.coachwhip.python.PythonEnvironmentBuilder;
import dev.coachwhip.tests.support.TinyWheel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making, finding again and removing environments, offline. */
@Tag("python")
class PythonEnvironmentTest {

  @TempDir Path folder;

  private Path wheels;

  @BeforeEach
  void makeWheels() throws IOException {
    wheels = folder.resolve("wheels");
    TinyWheel.of("alpha", "1.0").requires("beta>=2").file("alpha.py", "x = 1").write(wheels);
    TinyWheel.of("beta", "1.0").file("beta.py", "x = 1").write(wheels);
    TinyWheel.of("beta", "2.5").file("beta.py", "x = 2").write(wheels);
  }

  /** JUnit would warn of each link that leads out of the folder it deletes. */
  @AfterEach
  void removeAll() {
    PythonEnvironment.list(environments()).forEach(PythonEnvironment::remove);
  }

  private PythonEnvironmentBuilder lab() {
    return PythonEnvironment.named("lab").folder(environments()).wheels(wheels).offline();
  }

  private Path environments() {
    return folder.resolve("environments");
  }

  private Path requirements(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  @Test
  void create_requirementWithDependency_installsAndLocksBoth() throws IOException {
    PythonEnvironment made = lab().require("alpha").create();
    assertThat(made.packages()).containsExactly("alpha==1.0", "beta==2.5");
    assertThat(made.python()).isExecutable();
    assertThat(made.pythonVersion()).startsWith("3.");
    assertThat(Files.readAllLines(made.lockFile())).contains("alpha==1.0", "beta==2.5");
  }

  @Test
  void create_fromALockFile_installsTheSameVersions() throws IOException {
    Path lock = lab().require("beta<2").create().lockFile();
    PythonEnvironment copy =
        PythonEnvironment.named("copy")
            .folder(environments())
            .wheels(wheels)
            .offline()
            .requirements(lock)
            .create();
    assertThat(copy.packages()).containsExactly("beta==1.0");
  }

  @Test
  void create_sameAgain_runsNothing() {
    Path first = lab().require("alpha").create().path();
    ConcurrentLinkedQueue<String> progress = new ConcurrentLinkedQueue<>();
    PythonEnvironment again = lab().require("alpha").progress(progress::add).create();
    assertThat(again.path()).isEqualTo(first);
    assertThat(again.packages()).containsExactly("alpha==1.0", "beta==2.5");
    assertThat(progress).isEmpty();
  }

  @Test
  void create_otherRequirement_isMadeAnewBesideTheOldOne() {
    Path first = lab().require("beta<2").create().path();
    PythonEnvironment second = lab().require("beta").create();
    assertThat(second.packages()).containsExactly("beta==2.5");
    assertThat(second.path()).isNotEqualTo(first);
    assertThat(first).as("processes may still use it").exists();
    PythonEnvironment third = lab().require("alpha").create();
    assertThat(first).as("two makings ago").doesNotExist();
    assertThat(PythonEnvironment.find(environments(), "lab"))
        .get()
        .extracting(PythonEnvironment::path)
        .isEqualTo(third.path());
  }

  @Test
  void create_includedFileChanged_isMadeAnew() throws IOException {
    requirements("more.txt", "beta<2");
    Path main = requirements("main.txt", "# comment", "-r more.txt");
    PythonEnvironment first = lab().requirements(main).create();
    requirements("more.txt", "beta>=2");
    PythonEnvironment second = lab().requirements(main).create();
    assertThat(first.packages()).containsExactly("beta==1.0");
    assertThat(second.packages()).containsExactly("beta==2.5");
  }

  @Test
  void create_newWheelInTheFolder_isMadeAnew() throws IOException {
    lab().require("beta").create();
    TinyWheel.of("beta", "3.0").file("beta.py", "x = 3").write(wheels);
    assertThat(lab().require("beta").create().packages()).containsExactly("beta==3.0");
  }

  @Test
  void create_lostItsPython_isMadeAnew() throws IOException {
    PythonEnvironment first = lab().create();
    Files.delete(first.python());
    assertThat(PythonEnvironment.find(environments(), "lab")).isEmpty();
    assertThat(lab().create().python()).isExecutable();
  }

  @Test
  void create_halfMadeOneIsThere_neverUsesItAndRemovesIt() throws IOException {
    Path half = environments().resolve("lab/1234abcd");
    Files.createDirectories(half.resolve("bin"));
    Files.writeString(half.resolve("pyvenv.cfg"), "home = /nowhere");
    assertThat(PythonEnvironment.list(environments())).isEmpty();
    assertThat(PythonEnvironment.find(environments(), "lab")).isEmpty();
    assertThat(lab().create().python()).isExecutable();
    assertThat(half).doesNotExist();
  }

  @Test
  void create_noSuchPackage_saysWhatToDoAndKeepsTheOldOne() {
    PythonEnvironment before = lab().require("beta").create();
    assertThatThrownBy(() -> lab().require("gamma").create())
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("'lab'")
        .hasMessageContaining(wheels.toString())
        .hasMessageContaining("No matching distribution found for gamma");
    assertThat(PythonEnvironment.find(environments(), "lab"))
        .get()
        .extracting(PythonEnvironment::path)
        .isEqualTo(before.path());
    assertThat(before.python()).isExecutable();
    assertThat(folders(environments().resolve("lab"))).containsExactly(before.path());
  }

  private static List<Path> folders(Path of) {
    try (var entries = Files.list(of)) {
      return entries.filter(Files::isDirectory).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void create_wheelForAnotherVersion_saysWhichOneIsNeeded() throws IOException {
    TinyWheel.of("delta", "1.0").tag("cp27-cp27m-win32").write(wheels);
    assertThatThrownBy(() -> lab().require("delta").create())
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("no wheel for CPython 3.")
        .hasMessageContaining("py3-none-any");
  }

  @Test
  void create_fromManyThreads_isMadeOnce() throws Exception {
    Set<Path> paths = ConcurrentHashMap.newKeySet();
    ConcurrentLinkedQueue<String> progress = new ConcurrentLinkedQueue<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (int i = 0; i < 6; i++) {
        threads.execute(
            () -> paths.add(lab().require("beta").progress(progress::add).create().path()));
      }
    }
    assertThat(paths).hasSize(1);
    assertThat(progress).filteredOn(line -> line.contains("beta-2.5")).isNotEmpty();
    assertThat(progress).filteredOn(line -> line.startsWith("Successfully")).hasSize(1);
  }

  @Test
  void list_twoEnvironments_areThereByName() {
    assertThat(PythonEnvironment.list(environments())).isEmpty();
    lab().create();
    PythonEnvironment.named("Bench.2").folder(environments()).create();
    assertThat(PythonEnvironment.list(environments()))
        .extracting(PythonEnvironment::name)
        .containsExactly("Bench.2", "lab");
  }

  @Test
  void remove_present_leavesNothingOfIt() {
    PythonEnvironment made = lab().create();
    made.remove();
    assertThat(made.path()).doesNotExist();
    assertThat(environments().resolve("lab")).doesNotExist();
    assertThat(PythonEnvironment.list(environments())).isEmpty();
    made.remove();
  }

  @Test
  void create_missingFileOrFolder_namesIt() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> lab().requirements(missing).create())
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("no requirements file " + missing);
    assertThatThrownBy(() -> lab().wheels(missing).create())
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("no folder of wheels " + missing);
    assertThatThrownBy(() -> lab().python(missing.toString()).create())
        .isInstanceOf(BackendException.class)
        .hasMessageContaining(missing + " does not exist");
  }

  @Test
  void named_whatIsNoName_isRefused() {
    for (String name : List.of("", ".", "..", "a/b", "../x", "-r", "a b", "x".repeat(65))) {
      assertThatThrownBy(() -> PythonEnvironment.named(name))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void require_anOption_isRefused() {
    assertThatThrownBy(() -> lab().require(" --index-url=x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> lab().require(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
