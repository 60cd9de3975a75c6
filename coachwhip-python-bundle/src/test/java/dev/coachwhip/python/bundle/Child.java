package dev.coachwhip.python.bundle;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A child process that has ended.
 *
 * @param output both its streams, without the line end at the end
 */
record Child(int exitValue, String output) {

  static Child run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.equals("LD_LIBRARY_PATH"));
    builder.environment().putAll(environment);
    return await(builder.redirectErrorStream(true).start());
  }

  static Child await(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
    return new Child(process.waitFor(), output.strip());
  }

  /** Starts {@link InstallProgram} in a JVM of its own, with the given system properties. */
  static Process startInstall(Map<String, String> properties) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", classPath(), InstallProgram.class.getName()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Under surefire the jars are on the module path, and the tests are patched into the module. */
  private static String classPath() {
    try {
      Path tests =
          Path.of(InstallProgram.class.getResource("InstallProgram.class").toURI())
              .resolve("../../../../../")
              .normalize();
      return tests + File.pathSeparator + JarSearch.pathOfThisProcess();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
