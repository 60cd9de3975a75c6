package dev.coachwhip.worker.host;

import dev.coachwhip.Policy;
import dev.coachwhip.spi.EngineConfig;
import dev.coachwhip.worker.sandbox.LockdownOrder;
import dev.coachwhip.worker.server.WorkerMain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a worker's process is started: command, environment, working folder. */
final class WorkerCommand {

  /**
   * Variables that a clean environment keeps: where interpreters are looked for, and the locale.
   */
  private static final Set<String> KEPT =
      Set.of("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "VIRTUAL_ENV", "CONDA_PREFIX");

  /** Variables from which a JVM takes options that were meant for another. */
  private static final Set<String> OPTIONS_OF_JAVA =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private static final String OURS = "coachwhip.";

  private WorkerCommand() {}

  /** Returns what starts a worker for an engine. */
  static ProcessBuilder of(WorkerSpec spec, LaunchFolder folder) {
    EngineConfig config = spec.config();
    ProcessBuilder builder = new ProcessBuilder(command(spec, folder));
    boolean clean = !config.policy().allows(Policy.Operation.ENVIRONMENT);
    builder.environment().keySet().removeIf(name -> isRemoved(name, clean));
    if (!config.policy().isOpen()) {
      builder.directory(folder.workingFolder().toFile());
    }
    return builder;
  }

  private static boolean isRemoved(String name, boolean clean) {
    boolean kept = KEPT.contains(name) || name.startsWith("COACHWHIP_");
    return OPTIONS_OF_JAVA.contains(name) || (clean && !kept);
  }

  private static List<String> command(WorkerSpec spec, LaunchFolder folder) {
    ModulesAndJars code = spec.code();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            // Else the error would be thrown in the host, as if that had no memory left.
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:ErrorFile=" + folder.errorFile(),
            "-Xms16m",
            "-Xmx1g",
            "-Dfile.encoding=UTF-8"));
    if (!spec.optimizes()) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    spec.startCache().map(StartCache::options).ifPresent(command::addAll);
    ownProperties().forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(code.options());
    command.addAll(code.mainClass(WorkerMain.class));
    spec.sandbox().lockdown().map(LockdownOrder::toText).ifPresent(command::add);
    return command;
  }

  /** Settings of ours that are given to the JVM hold in its workers too. */
  private static Map<String, String> ownProperties() {
    Map<String, String> found = new java.util.TreeMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(OURS)) {
        found.put(name, System.getProperty(name, ""));
      }
    }
    return found;
  }
}
