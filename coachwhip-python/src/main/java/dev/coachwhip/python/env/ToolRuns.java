package dev.coachwhip.python.env;

import dev.coachwhip.python.ffi.HostPlatform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Runs tools as child processes.
 *
 * @param offline whether the user's own settings must not bring in packages from elsewhere
 * @param progress told each line that a tool prints
 */
record ToolRuns(boolean offline, Consumer<String> progress) {

  /** Would send the packages to some other place than the environment. */
  private static final Set<String> MISLEADING =
      Set.of("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_PYTHON", "UV_SYSTEM_PYTHON");

  /** Places to take packages from, beside those that we were told. */
  private static final Set<String> SOURCES =
      Set.of("PIP_FIND_LINKS", "PIP_CONFIG_FILE", "UV_FIND_LINKS", "UV_CONFIG_FILE");

  private static final Map<String, String> OURS =
      Map.of(
          "PIP_NO_INPUT", "1",
          "PIP_DISABLE_PIP_VERSION_CHECK", "1",
          "PYTHONUTF8", "1",
          "PYTHONIOENCODING", "utf-8");

  /** Python's {@code os.devnull}. */
  private static final String NO_FILE = HostPlatform.IS_WINDOWS ? "nul" : "/dev/null";

  /**
   * Runs a command to its end, however long that takes, and returns the lines it printed.
   *
   * @throws ToolFailure if it ends with another exit code than 0
   * @throws InterruptedIOException if the calling thread is interrupted: the child is ended, the
   *     thread's interrupted status kept
   * @throws IOException if it cannot be started
   */
  List<String> run(List<String> command) throws IOException {
    return run(command, progress);
  }

  /** Runs a command whose lines are an answer for us, and no progress. */
  List<String> ask(List<String> command) throws IOException {
    return run(command, _ -> {});
  }

  private List<String> run(List<String> command, Consumer<String> listener) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(this::misleads);
    environment.putAll(OURS);
    if (offline) {
      environment.put("PIP_CONFIG_FILE", NO_FILE); // pip then reads no other one either
      environment.put("UV_NO_CONFIG", "1");
    }
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      List<String> output = outputOf(process, listener);
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new ToolFailure(String.join(" ", command.subList(0, 4)), exitCode, output);
      }
      return output;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw interrupted;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private boolean misleads(String variable) {
    return variable.startsWith("PYTHON")
        || variable.equals("__PYVENV_LAUNCHER__")
        || MISLEADING.contains(variable)
        || (offline && SOURCES.contains(variable));
  }

  /** Reads on a thread of its own: reading a pipe cannot be interrupted, waiting can. */
  private static List<String> outputOf(Process process, Consumer<String> listener)
      throws InterruptedException, IOException {
    FutureTask<List<String>> reading = new FutureTask<>(() -> readAll(process, listener));
    Thread.ofPlatform().daemon().name("coachwhip-environment").start(reading);
    try {
      return reading.get();
    } catch (ExecutionException e) {
      throw new IOException("what it prints cannot be read: " + e.getCause(), e);
    }
  }

  private static List<String> readAll(Process process, Consumer<String> listener)
      throws IOException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      String line;
      while ((line = reader.readLine()) != null) {
        lines.add(line);
        listener.accept(line);
      }
    }
    return lines;
  }
}
