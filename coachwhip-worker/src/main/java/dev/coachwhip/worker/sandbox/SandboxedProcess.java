package dev.coachwhip.worker.sandbox;

import dev.coachwhip.worker.ffi.Errno;
import dev.coachwhip.worker.ffi.Kernel;
import dev.coachwhip.worker.ffi.Spawn;
import dev.coachwhip.worker.ffi.SpawnActions;
import dev.coachwhip.worker.ffi.SystemCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A child process that was started under a {@link SandboxPlan}. What it writes to both outputs
 * comes out of {@link #getInputStream}.
 *
 * <p>The JDK's own way to start processes is not used: it would make threads for its use on the
 * restricted thread, and keep them for other processes.
 */
public final class SandboxedProcess extends Process {

  private static final int STANDARD_INPUT = 0;
  private static final int STANDARD_OUTPUT = 1;
  private static final int STANDARD_ERROR = 2;
  private static final int SIGKILL = 9;
  private static final int SIGTERM = 15;

  private final long pid;
  private final OutputStream input;
  private final InputStream output;
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();

  private SandboxedProcess(long pid, OutputStream input, InputStream output) {
    this.pid = pid;
    this.input = input;
    this.output = output;
  }

  /**
   * Starts a program.
   *
   * @param features what this system offers; what is missing is left out
   * @param command the program's path and its arguments, all of its environment, its working folder
   * @throws IOException if it cannot be started
   * @throws dev.coachwhip.worker.ffi.SystemCallException if the kernel refuses a restriction; then
   *     nothing was started
   */
  public static SandboxedProcess start(
      SandboxPlan plan, SandboxFeatures features, ProcessBuilder command) throws IOException {
    try (Pipe in = Pipe.open();
        Pipe out = Pipe.open();
        SpawnActions actions = actions(in, out);
        Spawn spawn = new Spawn(command.command(), variables(command), actions)) {
      if (command.directory() != null) {
        actions.changeFolder(command.directory().toString());
      }
      int pid = start(plan, features, spawn);
      if (pid < 0) {
        throw new IOException(command.command().get(0) + " cannot be run: " + Errno.name(-pid));
      }
      SandboxedProcess process = new SandboxedProcess(pid, in.output(), out.input());
      process.watch();
      ProcessLimits.set(pid, plan);
      return process;
    }
  }

  private static List<String> variables(ProcessBuilder command) {
    return command.environment().entrySet().stream()
        .map(variable -> variable.getKey() + "=" + variable.getValue())
        .toList();
  }

  private static SpawnActions actions(Pipe in, Pipe out) {
    return new SpawnActions()
        .dup2(in.reader(), STANDARD_INPUT)
        .dup2(out.writer(), STANDARD_OUTPUT)
        .dup2(out.writer(), STANDARD_ERROR)
        .closeFrom(STANDARD_ERROR + 1);
  }

  private static int start(SandboxPlan plan, SandboxFeatures features, Spawn spawn)
      throws IOException {
    Optional<Landlock> landlock =
        plan.confined() ? Landlock.rules(plan, features.landlockVersion()) : Optional.empty();
    try {
      return RestrictedSpawn.start(spawn, landlock, plan.confined());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a process was started");
    } finally {
      landlock.ifPresent(Landlock::close);
    }
  }

  private void watch() {
    Thread.ofPlatform().daemon().name("coachwhip-worker-" + pid).start(this::awaitExit);
  }

  private void awaitExit() {
    ChildStatus.awaitEnd(pid);
    // From here on the id may be another process's: no signal may be sent to it any more.
    synchronized (this) {
      exit.complete(ChildStatus.reap(pid));
    }
  }

  @Override
  public OutputStream getOutputStream() {
    return input;
  }

  /** Returns what the process writes to its output and its error output. */
  @Override
  public InputStream getInputStream() {
    return output;
  }

  /** Returns an empty stream: see {@link #getInputStream}. */
  @Override
  public InputStream getErrorStream() {
    return InputStream.nullInputStream();
  }

  @Override
  public int waitFor() throws InterruptedException {
    try {
      return exit.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
    try {
      exit.get(timeout, unit);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the exit value; 128 and the signal's number if a signal ended the process. */
  @Override
  public int exitValue() {
    if (isAlive()) {
      throw new IllegalThreadStateException("the process has not ended");
    }
    return exit.join();
  }

  @Override
  public boolean isAlive() {
    return !exit.isDone();
  }

  @Override
  public CompletableFuture<Process> onExit() {
    return exit.thenApply(_ -> this);
  }

  @Override
  public long pid() {
    return pid;
  }

  @Override
  public ProcessHandle toHandle() {
    return ProcessHandle.of(pid)
        .orElseThrow(() -> new IllegalStateException("the process has ended"));
  }

  @Override
  public void destroy() {
    signal(SIGTERM);
  }

  @Override
  public Process destroyForcibly() {
    signal(SIGKILL);
    return this;
  }

  @Override
  public boolean supportsNormalTermination() {
    return true;
  }

  private synchronized void signal(int number) {
    if (isAlive()) {
      Kernel.call(SystemCall.KILL, pid, number);
    }
  }
}
