package dev.coachwhip.worker.host;

import dev.coachwhip.Policy;
import dev.coachwhip.spi.EngineConfig;
import dev.coachwhip.worker.server.WorkerMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a worker's process is started.
 *
 * @param command the program and its arguments
 * @param environment all of it
 * @param workingFolder where it runs
 */
record Launch(List<String> command, Map<String, String> environment, Path workingFolder) {

  /** Variables that a clean environment keeps: where interpreters are looked for, and the locale. */
  private static final Set<String> KEPT =
      Set.of("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "VIRTUAL_ENV", "CONDA_PREFIX");

  /** Variables from which a JVM takes options that were meant for another. */
  private static final Set<String> OPTIONS_OF_JAVA =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private static final String OURS = "coachwhip.";

  /** Returns what starts a worker for an engine. */
  static Launch of(EngineConfig config, ModulesAndJars code, LaunchFolder folder) {
    boolean clean = !config.policy().allows(Policy.Operation.ENVIRONMENT);
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(name -> isRemoved(name, clean));
    Path workingFolder =
        config.policy().isOpen() ? Path.of("").toAbsolutePath() : folder.workingFolder();
    return new Launch(command(code, folder), environment, workingFolder);
  }

  /**
   * Starts it; both its outputs come as one.
   *
   * @throws IOException if it cannot be started
   */
  Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.directory(workingFolder.toFile()).start();
    process.getOutputStream().close();
    return process;
  }

  private static boolean isRemoved(String name, boolean clean) {
    boolean kept = KEPT.contains(name) || name.startsWith("COACHWHIP_");
    return OPTIONS_OF_JAVA.contains(name) || (clean && !kept);
  }

  private static List<String> command(ModulesAndJars code, LaunchFolder folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + folder.errorFile(),
            "-Xshare:auto",
            "-Xms16m",
            "-Xmx1g",
            "-Dfile.encoding=UTF-8"));
    ownProperties().forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(code.options());
    command.addAll(code.mainClass(WorkerMain.class));
    command.add(folder.path().toString());
    return command;
  }

  /** Settings of ours that are given to the JVM hold in its workers too. */
  private static Map<String, String> ownProperties() {
    Map<String, String> found = new TreeMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(OURS)) {
        found.put(name, System.getProperty(name, ""));
      }
    }
    return found;
  }
}
