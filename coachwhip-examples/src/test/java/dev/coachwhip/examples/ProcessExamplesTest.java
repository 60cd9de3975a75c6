package dev.coachwhip.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples that need a process of their own: a process holds one Python. */
class ProcessExamplesTest {

  @TempDir Path folder;

  private static List<String> run(Class<?> example, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), example.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed.lines().toList();
  }

  @Test
  void environments_run_findsThePackage() throws Exception {
    String wheels = makeWheel().toString();
    String environments = folder.resolve("environments").toString();
    for (int i = 0; i < 2; i++) {
      assertThat(run(Environments.class, wheels, environments))
          .containsExactly("[greeting==1.0]", "Good morning, laser");
    }
    deleteLinks();
  }

  private Path makeWheel() throws IOException {
    Path wheels = Files.createDirectories(folder.resolve("wheels"));
    Path wheel = wheels.resolve("greeting-1.0-py3-none-any.whl");
    String info = "greeting-1.0.dist-info/";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
      write(zip, "greeting.py", "text = 'Good morning, laser'\n");
      write(zip, info + "METADATA", "Metadata-Version: 2.1\nName: greeting\nVersion: 1.0\n");
      write(zip, info + "WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
      write(zip, info + "RECORD", "greeting.py,,\n");
    }
    return wheels;
  }

  private static void write(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** JUnit would warn of each link that leads out of the folder it deletes. */
  private void deleteLinks() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  @Test
  void debugging_run_listensOrSaysWhatIsMissing() throws Exception {
    List<String> lines = run(Debugging.class, "0");
    assertThat(lines).anyMatch(line -> line.startsWith("Attach to ") || line.contains("debugpy"));
    assertThat(lines).last().isEqualTo("Total: 45");
  }
}
