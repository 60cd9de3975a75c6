package dev.coachwhip.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.cli.json.JsonText;
import dev.coachwhip.python.PythonEnvironment;
import dev.coachwhip.python.PythonInstallations;
import dev.coachwhip.spi.CacheFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code coachwhip env}, in a cache folder of the test's own, with the installed Python. */
@Tag("python")
class EnvCommandTest extends ProgramTest {

  private String python = "";

  @BeforeEach
  void useOwnCache() {
    // Looked for first, in the usual cache: the bundle would be unpacked to the test's own.
    python =
        PythonInstallations.search(null).stream()
            .filter(PythonInstallations.Candidate::chosen)
            .flatMap(candidate -> candidate.path().stream())
            .findFirst()
            .orElseThrow()
            .toString();
    System.setProperty(CacheFolder.PROPERTY, folder.resolve("cache").toString());
  }

  @AfterEach
  void useUsualCache() {
    PythonEnvironment.list().forEach(PythonEnvironment::remove);
    System.clearProperty(CacheFolder.PROPERTY);
  }

  private String wheels() throws IOException {
    Path wheels = Files.createDirectories(folder.resolve("wheels"));
    Path wheel = wheels.resolve("tiny-1.2-py3-none-any.whl");
    String info = "tiny-1.2.dist-info/";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
      write(zip, "tiny.py", "value = 42");
      write(zip, info + "METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.2\n");
      write(zip, info + "WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
      write(zip, info + "RECORD", "tiny.py,,\n");
    }
    return wheels.toString();
  }

  private static void write(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private int create(String... more) {
    List<String> words = new ArrayList<>(List.of("env", "create", "lab", "--python", python));
    words.addAll(List.of(more));
    return coachwhip(words.toArray(String[]::new));
  }

  private List<?> listed() {
    takeOut();
    assertThat(coachwhip("env", "list", "--json")).isZero();
    Map<?, ?> printed = (Map<?, ?>) requireNonNull(JsonText.parse(takeOut()));
    return (List<?>) requireNonNull(printed.get("environments"));
  }

  @Test
  void create_offline_listsIt() throws IOException {
    assertThat(create("--require", "tiny>=1", "--wheels", wheels(), "--offline")).isZero();
    assertThat(out()).startsWith("lab: CPython 3.").contains(", 1 package, ");
    assertThat(err()).contains("tiny");
    takeOut();
    assertThat(coachwhip("env", "list")).isZero();
    assertThat(out().lines()).hasSize(2).first().asString().startsWith("NAME  PYTHON");
    assertThat(listed())
        .singleElement()
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("name", "lab")
        .containsEntry("packages", List.of("tiny==1.2"));
  }

  @Test
  void create_fromFile_takesItsRequirements() throws IOException {
    String file = script("requirements.txt", "tiny");
    assertThat(create("-r", file, "--wheels", wheels(), "--offline")).isZero();
    assertThat(out()).contains(", 1 package, ");
  }

  @Test
  void create_again_isSilentAndTheSame() {
    assertThat(create()).isZero();
    String first = takeOut();
    takeErr();
    assertThat(create()).isZero();
    assertThat(out()).isEqualTo(first);
    assertThat(err()).isEmpty();
  }

  @Test
  void create_packageThatIsNowhere_failsInWords() throws IOException {
    assertThat(create("--require", "nowhere", "--wheels", wheels(), "--offline")).isEqualTo(1);
    assertThat(err())
        .contains("coachwhip: cannot make the environment 'lab'")
        .doesNotContain("\tat ");
    assertThat(listed()).isEmpty();
  }

  @Test
  void create_wrongNameOrRequirement_isAUsageError() {
    assertThat(coachwhip("env", "create", "../lab")).isEqualTo(2);
    assertThat(create("--require= --pre")).isEqualTo(2);
    assertThat(err().lines()).hasSize(2).allMatch(line -> line.startsWith("coachwhip: "));
  }

  @Test
  void remove_present_isGone() {
    create();
    assertThat(coachwhip("env", "remove", "lab")).isZero();
    assertThat(listed()).isEmpty();
  }

  @Test
  void remove_absent_namesThoseThereAre() {
    create();
    assertThat(coachwhip("env", "remove", "lap")).isEqualTo(2);
    assertThat(err()).contains("no environment 'lap'; there are lab");
  }

  @Test
  void env_withoutCommand_isAUsageError() {
    assertThat(coachwhip("env")).isEqualTo(2);
    assertThat(err()).contains("no command given", "coachwhip env --help");
  }

  @Test
  void anyCommand_unknownEnvironment_isAUsageError() {
    String script = script("a.py", "1");
    assertThat(coachwhip("run", "--env", "lap", script)).isEqualTo(2);
    assertThat(coachwhip("check", "--env", "lap", script)).isEqualTo(2);
    assertThat(coachwhip("repl", "--env", "lap")).isEqualTo(2);
    assertThat(coachwhip("doctor", "--env", "lap")).isEqualTo(2);
    assertThat(err().lines()).hasSize(4).allMatch(line -> line.contains("no environment 'lap'"));
  }

  @Test
  void run_environmentAndPython_isAUsageError() {
    create();
    takeErr();
    assertThat(coachwhip("run", "--env", "lab", "--python", "x", script("a.py", "1"))).isEqualTo(2);
    assertThat(err()).contains("--python and --env");
  }

  /** In a process of its own: one process holds one Python, and the tests have one already. */
  @Test
  void run_inAnEnvironment_findsItsPackages() throws Exception {
    create("--require", "tiny", "--wheels", wheels(), "--offline");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-D" + CacheFolder.PROPERTY + "=" + folder.resolve("cache"),
                "-cp",
                System.getProperty("java.class.path"),
                Coachwhip.class.getName(),
                "run",
                "--env",
                "lab",
                script("a.py", "import tiny", "print(tiny.value)"))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed).isEqualTo("42");
  }
}
