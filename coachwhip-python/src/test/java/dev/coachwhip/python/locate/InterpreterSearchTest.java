package dev.coachwhip.python.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.error.BackendException;
import dev.coachwhip.python.PythonInstallations.Candidate;
import dev.coachwhip.python.spi.InstalledPython;
import dev.coachwhip.python.spi.PythonDistribution;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fakes are shell scripts")
class InterpreterSearchTest {

  @TempDir Path folder;

  private final Map<String, String> variables = new HashMap<>();
  private final TestBundle bundle = new TestBundle();
  private Supplier<List<PythonDistribution>> bundles = List::of;
  private boolean windows;

  /** A bundle that counts its installations, or fails. */
  private static final class TestBundle implements PythonDistribution {

    static final InstalledPython PYTHON =
        new InstalledPython(Path.of("home"), Path.of("python"), Path.of("lib"), "3.14.3");

    int installations;
    boolean diskFull;

    @Override
    public String description() {
      return "bundle (CPython 3.14.3)";
    }

    @Override
    public InstalledPython install() throws IOException {
      installations++;
      if (diskFull) {
        throw new IOException("no space left in /cache");
      }
      return PYTHON;
    }
  }

  @BeforeEach
  void keepSystemCommands() {
    variables.put("PATH", System.getenv("PATH"));
  }

  @Test
  void first_everythingThere_takesTheOption() throws Exception {
    everythingThere();
    Path explicit = python("explicit");

    assertThat(search().first(explicit.toString()).place()).isEqualTo("option 'python'");
  }

  @Test
  void first_oneAfterAnotherTakenAway_followsTheOrder() throws Exception {
    everythingThere();

    assertThat(search().first(null).place()).isEqualTo("COACHWHIP_PYTHON");
    variables.remove("COACHWHIP_PYTHON");
    assertThat(search().first(null).place()).isEqualTo("VIRTUAL_ENV");
    variables.put("VIRTUAL_ENV", "");
    assertThat(search().first(null).place()).isEqualTo("CONDA_PREFIX");
    variables.remove("CONDA_PREFIX");
    assertThat(search().first(null)).isEqualTo(new FoundPython(TestBundle.PYTHON, "bundle", true));
    bundles = List::of;
    assertThat(search().first(null).place()).isEqualTo("python3 on PATH");
    Files.delete(folder.resolve("path/bin/python3"));
    assertThat(search().first(null).place()).isEqualTo("python on PATH");
  }

  @Test
  void first_earlierPlaceUsable_neitherLoadsNorInstallsTheBundle() throws Exception {
    everythingThere();
    bundles =
        () -> {
          throw new AssertionError("loaded");
        };

    assertThat(search().first(null).bundled()).isFalse();
    assertThat(bundle.installations).isZero();
  }

  @Test
  void first_bundleReached_startsNoExecutableOnPath() throws Exception {
    bundles = () -> List.of(bundle);
    onlyOnPath("python3", "touch \"$0.ran\"");

    search().first(null);

    assertThat(folder.resolve("path/bin/python3.ran")).doesNotExist();
  }

  @Test
  void first_unusableOption_failsAtOnceThoughOthersAreThere() throws Exception {
    everythingThere();
    String missing = folder.resolve("missing").toString();

    assertThatThrownBy(() -> search().first(missing))
        .isInstanceOf(BackendException.class)
        .hasMessage(
            "the Python that was asked for cannot be used: option 'python': %s does not exist",
            missing);
    assertThat(bundle.installations).isZero();
  }

  @Test
  void first_emptyOption_fails() throws Exception {
    everythingThere();

    assertThatThrownBy(() -> search().first(" ")).hasMessageEndingWith("option 'python': is empty");
  }

  @Test
  void first_optionThatIsNoPath_fails() {
    assertThatThrownBy(() -> search().first("a\0b"))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("is not a path");
  }

  @Test
  void first_unusableCoachwhipPython_failsAtOnceThoughOthersAreThere() throws Exception {
    everythingThere();
    variables.put("COACHWHIP_PYTHON", folder.resolve("missing").toString());

    assertThatThrownBy(() -> search().first(null))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("COACHWHIP_PYTHON: " + folder.resolve("missing"));
  }

  @Test
  void first_brokenVenv_fallsThrough() throws Exception {
    everythingThere();
    variables.remove("COACHWHIP_PYTHON");
    variables.put("VIRTUAL_ENV", folder.resolve("missing").toString());

    assertThat(search().first(null).place()).isEqualTo("CONDA_PREFIX");
  }

  @Test
  void first_commandAsOption_isLookedUpOnPath() throws Exception {
    Path file = onlyOnPath("python3.12", "");
    FakePython.in(folder.resolve("path")).withLibrary().write(file);

    assertThat(search().first("python3.12").python().home()).isEqualTo(folder.resolve("path"));
  }

  @Test
  void first_firstPython3OnPathUnusable_takesTheNext() throws Exception {
    Path bad = FakePython.script(folder.resolve("bad/python3"), "exit 3\n").getParent();
    Path good = prefix("path").resolve("bin");
    variables.put("PATH", bad + File.pathSeparator + good + File.pathSeparator + systemPath());

    assertThat(search().first(null).python().home()).isEqualTo(folder.resolve("path"));
  }

  @Test
  void first_nothingUsable_listsEveryPlaceOnALineOfItsOwn() throws Exception {
    variables.put("VIRTUAL_ENV", folder.resolve("missing").toString());
    bundle.diskFull = true;
    bundles = () -> List.of(bundle);
    Path old = onlyOnPath("python3", "");
    FakePython.in(folder.resolve("path")).says("version", "3.9.1").write(old);
    variables.put("PATH", folder.resolve("path/bin").toString());

    assertThatThrownBy(() -> search().first(null))
        .isInstanceOf(BackendException.class)
        .extracting(Throwable::getMessage)
        .asString()
        .satisfies(message ->
            assertThat(message.lines())
                .startsWith(
                    "no usable CPython 3.10 or later was found; add coachwhip-python-bundle, or"
                        + " name one in COACHWHIP_PYTHON")
                .endsWith(
                    "  COACHWHIP_PYTHON: is not set",
                    "  VIRTUAL_ENV: " + folder.resolve("missing") + " does not exist",
                    "  CONDA_PREFIX: is not set",
                    "  bundle: bundle (CPython 3.14.3) cannot be installed: no space left in /cache",
                    "  python3 on PATH: "
                        + old
                        + " is Python 3.9.1; CPython 3.10 or later is needed")
                .hasSize(6));
  }

  @Test
  void first_nothingAnywhere_saysSoForThePathToo() {
    variables.put("PATH", folder.toString());

    assertThatThrownBy(() -> search().first(null))
        .hasMessageContaining("bundle: is not on the class or module path")
        .hasMessageEndingWith("python3 or python on PATH: there is none");
  }

  @Test
  void first_bundleThatCannotBeLoaded_isListed() {
    variables.put("PATH", folder.toString());
    bundles =
        () -> {
          throw new ServiceConfigurationError("no such provider");
        };

    assertThatThrownBy(() -> search().first(null))
        .hasMessageContaining("bundle: cannot be loaded: no such provider");
  }

  @Test
  void all_everythingThere_choosesOneAndInstallsNoBundle() throws Exception {
    everythingThere();
    variables.remove("COACHWHIP_PYTHON");

    List<Candidate> found = search().all(null);

    assertThat(found)
        .extracting(Candidate::place)
        .containsExactly(
            "COACHWHIP_PYTHON",
            "VIRTUAL_ENV",
            "CONDA_PREFIX",
            "bundle",
            "python3 on PATH",
            "python on PATH");
    assertThat(found)
        .extracting(Candidate::usable)
        .containsExactly(false, true, true, true, true, true);
    assertThat(found)
        .filteredOn(Candidate::chosen)
        .singleElement()
        .returns("VIRTUAL_ENV", Candidate::place)
        .returns("CPython 3.12.1", Candidate::outcome)
        .returns(folder.resolve("venv"), candidate -> candidate.path().orElseThrow());
    assertThat(found.get(3).outcome()).isEqualTo("bundle (CPython 3.14.3)");
    assertThat(bundle.installations).isZero();
  }

  @Test
  void all_bundleChosen_tellsWhereItIs() {
    variables.put("PATH", folder.toString());
    bundles = () -> List.of(bundle);

    assertThat(search().all(null))
        .filteredOn(Candidate::chosen)
        .singleElement()
        .returns("bundle (CPython 3.14.3)", Candidate::outcome)
        .returns(Path.of("python"), candidate -> candidate.path().orElseThrow());
  }

  @Test
  void all_unusableOption_choosesNothing() throws Exception {
    everythingThere();

    List<Candidate> found = search().all(folder.resolve("missing").toString());

    assertThat(found).noneMatch(Candidate::chosen);
    assertThat(found.getFirst().outcome()).endsWith("does not exist");
    assertThat(found).filteredOn(Candidate::usable).hasSize(6);
  }

  @Test
  void all_sameFileReachedTwice_isListedOnce() throws Exception {
    Path bin = prefix("path").resolve("bin");
    Path again = Files.createSymbolicLink(folder.resolve("again"), bin);
    Files.createSymbolicLink(bin.resolve("python"), bin.resolve("python3"));
    variables.put("PATH", bin + File.pathSeparator + again);

    assertThat(search().all(null))
        .filteredOn(candidate -> candidate.place().endsWith("on PATH"))
        .singleElement()
        .returns(true, Candidate::usable);
  }

  @Test
  void all_onWindows_passesOverTheStoresLinks() throws Exception {
    windows = true;
    Path store = Files.createDirectories(folder.resolve("Microsoft/WindowsApps"));
    Files.createFile(store.resolve("python.exe"));
    variables.put("PATH", store + ";relative;");

    assertThat(search().all(null).getLast().outcome()).isEqualTo("there is none");

    Path real = FakePython.script(folder.resolve("Python312/python.exe"), "exit 1\n");
    variables.put("PATH", store + ";" + real.getParent());
    assertThat(search().all(null).getLast().path()).contains(real);
  }

  private InterpreterSearch search() {
    return new InterpreterSearch(new SearchEnvironment(variables, windows, () -> bundles.get()));
  }

  /** Puts a usable Python into every place but the option. */
  private void everythingThere() throws IOException {
    variables.put("COACHWHIP_PYTHON", python("variable").toString());
    Path venv = prefix("venv");
    Files.writeString(venv.resolve("pyvenv.cfg"), "home = " + venv.resolve("bin") + "\n");
    variables.put("VIRTUAL_ENV", venv.toString());
    Path conda = prefix("conda");
    Files.createDirectories(conda.resolve("conda-meta"));
    variables.put("CONDA_PREFIX", conda.toString());
    bundles = () -> List.of(bundle);
    Path onPath = python("path");
    FakePython.in(folder.resolve("path")).write(onPath.resolveSibling("python"));
    variables.put("PATH", folder.resolve("path/bin").toString());
  }

  private Path python(String prefix) throws IOException {
    return FakePython.in(folder.resolve(prefix)).withLibrary().write();
  }

  private Path prefix(String name) throws IOException {
    python(name);
    return folder.resolve(name);
  }

  private Path onlyOnPath(String command, String body) throws IOException {
    Path file = FakePython.script(folder.resolve("path/bin").resolve(command), body + "\n");
    variables.put("PATH", file.getParent() + File.pathSeparator + systemPath());
    return file;
  }

  private static String systemPath() {
    return System.getenv("PATH");
  }
}
