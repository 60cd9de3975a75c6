package dev.coachwhip.cli.run;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptRuntimeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs one script as a program: from the request to the exit code. */
public final class ScriptProgram {

  /** How much longer than its limit a script may run, which the engine is already stopping. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final Duration DEBUGGER_WAIT = Duration.ofHours(1);

  private final RunRequest request;
  private final Surroundings surroundings;
  private final Reporter reporter;
  private final Interrupts interrupts;

  /** Makes it. */
  public ScriptProgram(RunRequest request, Surroundings surroundings, Reporter reporter) {
    this.request = request;
    this.surroundings = surroundings;
    this.reporter = reporter;
    this.interrupts = new Interrupts(surroundings, () -> reporter.interrupted("interrupted"));
  }

  /** Runs the script, reports its end and returns the exit code. */
  @SuppressWarnings("CatchingUnchecked") // the border of the program: no stack trace for the user
  public int run() {
    try {
      return readAndRun();
    } catch (UsageException e) {
      reporter.problem(String.valueOf(e.getMessage()), e);
      return ExitCode.USAGE;
    } catch (ScriptException e) {
      return failed(e);
    } catch (RuntimeException e) {
      reporter.problem("unexpected failure, see --stacktrace: " + e, e);
      return ExitCode.FAILED;
    }
  }

  private int readAndRun() {
    Map<String, @Nullable Object> globals = GlobalAssignment.parseAll(request.globals());
    String backend = Scripts.backendFor(request.file(), request.backend());
    ScriptSource source = Scripts.read(request.file(), surroundings.in());
    interrupts.install();
    try (ScriptEngine engine =
        new EngineSetup(backend).printingTo(reporter).forRequest(request).start()) {
      letDebuggerAttach(engine);
      reporter.result(runIn(engine, source, globals));
    }
    return ExitCode.OK;
  }

  private void letDebuggerAttach(ScriptEngine engine) {
    Integer wanted = request.debugPort();
    if (wanted == null) {
      return;
    }
    try {
      int port = engine.debug(wanted);
      surroundings.err().println("coachwhip: a debugger can attach to 127.0.0.1:" + port);
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
    while (request.waitForDebugger() && !engine.awaitDebugger(DEBUGGER_WAIT)) {
      // Ctrl-C ends the process.
    }
  }

  private ScriptValue runIn(
      ScriptEngine engine, ScriptSource source, Map<String, @Nullable Object> globals) {
    ScriptRun run = engine.start(source, globals);
    interrupts.watch(run);
    try {
      return request.limits().wallTime().isZero() ? run.join() : joinInTime(run);
    } finally {
      interrupts.unwatch();
    }
  }

  /** Waits for a run that the engine stops at its limit, and no longer than that should take. */
  private ScriptValue joinInTime(ScriptRun run) {
    try {
      Duration wait = request.limits().wallTime().plus(GRACE);
      return run.result().get(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ScriptException error ? error : new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the program's main thread", e);
    } catch (TimeoutException e) {
      throw leaveBehind();
    }
  }

  /** Ends the process although the script still runs: closing its engine might wait forever. */
  private ScriptException leaveBehind() {
    String limit = request.limits().wallTime().toMillis() + " ms";
    String message =
        "the script did not stop within "
            + GRACE.toSeconds()
            + " s after its time limit of "
            + limit
            + "; it may be waiting in native code";
    LimitExceededException error =
        new LimitExceededException("wallTime", limit, ErrorDetails.of("coachwhip", message));
    reporter.failure(error);
    surroundings.haltNow(ExitCode.STOPPED);
    return error; // only where halting is replaced, as in tests
  }

  private int failed(ScriptException error) {
    if (interrupts.happened()) {
      reporter.interrupted("interrupted\n" + error.report());
      return ExitCode.INTERRUPTED;
    }
    if (error instanceof ScriptRuntimeException exit && exit.exitCode().isPresent()) {
      reporter.exited(exit);
    } else {
      reporter.failure(error);
    }
    return ExitCode.of(error);
  }
}
