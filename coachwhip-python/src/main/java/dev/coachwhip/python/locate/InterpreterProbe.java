package dev.coachwhip.python.locate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs an interpreter once, in a child process, to ask it what it is. */
final class InterpreterProbe {

  /** Far above what a cold start from a network drive takes; for those that wait for something. */
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final Map<String, String> variables;
  private final Duration timeout;

  /**
   * Makes a probe.
   *
   * @param variables the environment of the child, of which Python's own are left out
   */
  InterpreterProbe(Map<String, String> variables) {
    this(variables, TIMEOUT);
  }

  InterpreterProbe(Map<String, String> variables, Duration timeout) {
    this.variables = Map.copyOf(variables);
    this.timeout = timeout;
  }

  /** Returns what an executable says of itself. */
  ProbeReport ask(Path executable) throws UnusablePythonException {
    Process process = start(executable);
    try {
      CompletableFuture<String> output = read(process.getInputStream());
      CompletableFuture<String> errors = read(process.getErrorStream());
      send(process);
      return answer(executable, process, output, errors);
    } catch (TimeoutException e) {
      throw new UnusablePythonException(
          "%s did not answer within %d s".formatted(executable, timeout.toSeconds()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnusablePythonException(executable + " was not waited for: interrupted", e);
    } catch (ExecutionException e) {
      throw new UnusablePythonException(executable + " cannot be read from: " + e.getCause(), e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private ProbeReport answer(
      Path executable,
      Process process,
      CompletableFuture<String> output,
      CompletableFuture<String> errors)
      throws UnusablePythonException, InterruptedException, TimeoutException, ExecutionException {
    if (!process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new TimeoutException();
    }
    // A grandchild may hold the pipes open after the child's end.
    String said = output.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    Optional<ProbeReport> report = ProbeReport.parse(said);
    if (process.exitValue() == 0 && report.isPresent()) {
      return report.get();
    }
    String complaint = errors.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    throw refusal(executable, process.exitValue(), complaint);
  }

  private static UnusablePythonException refusal(Path executable, int exitCode, String complaint) {
    if (complaint.startsWith("Unknown option: -I")) {
      return new UnusablePythonException(
          executable + " is older than Python 3.4; CPython 3.10 or later is needed");
    }
    String reason = gist(complaint).map(line -> ": " + line).orElse("");
    return new UnusablePythonException(
        exitCode == 0
            ? executable + " does not answer as a Python does" + reason
            : "%s fails with exit code %d%s".formatted(executable, exitCode, reason));
  }

  /** Picks the line that says most: Python prints its paths before a fatal error. */
  private static Optional<String> gist(String complaint) {
    return complaint
        .lines()
        .filter(line -> line.startsWith("Fatal Python error"))
        .findFirst()
        .or(() -> complaint.lines().filter(line -> !line.isBlank()).findFirst())
        .map(String::strip);
  }

  private Process start(Path executable) throws UnusablePythonException {
    // The script goes through standard input: an argument of several lines does not survive the
    // batch files that stand for python on Windows. -I keeps the working folder's modules out.
    ProcessBuilder builder = new ProcessBuilder(executable.toString(), "-I", "-");
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(variables);
    environment.keySet().removeIf(InterpreterProbe::misleads);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UnusablePythonException(executable + " cannot be run: " + e.getMessage(), e);
    }
  }

  /** {@code __PYVENV_LAUNCHER__}: macOS's stub executable tells its child a venv that way. */
  private static boolean misleads(String variable) {
    return variable.startsWith("PYTHON") || variable.equals("__PYVENV_LAUNCHER__");
  }

  private static void send(Process process) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(ProbeReport.SCRIPT.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // It ended without reading; its exit code and its own complaint tell more than a broken pipe.
    }
  }

  private static CompletableFuture<String> read(InputStream stream) {
    CompletableFuture<String> text = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("coachwhip-python-probe")
        .start(() -> text.completeAsync(() -> drain(stream), Runnable::run));
    return text;
  }

  private static String drain(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
