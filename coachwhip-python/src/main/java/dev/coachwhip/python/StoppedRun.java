package dev.coachwhip.python;

import dev.coachwhip.ScriptLimits;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.JavaErrors;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Text;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a stopped run ends with. */
final class StoppedRun {

  private static final long CONTEXT = Text.forever("__context__");
  private static final int LONGEST_CHAIN = 20;

  private StoppedRun() {}

  /**
   * Tells whether an exception is a stop, or was raised while one was handled: by a script's {@code
   * finally} or by a host function that met it in another engine. Attached.
   */
  static boolean isStop(long exception) {
    long current = exception;
    PyRefs.Py_IncRef(current);
    for (int i = 0; i < LONGEST_CHAIN && current != 0 && current != Py.NONE; i++) {
      if (isItself(current)) {
        PyRefs.Py_DecRef(current);
        return true;
      }
      long context = PyObjects.PyObject_GetAttr(current, CONTEXT);
      PyRefs.Py_DecRef(current);
      current = context;
    }
    PyErrors.PyErr_Clear();
    PyRefs.Py_DecRef(current);
    return false;
  }

  private static boolean isItself(long exception) {
    return JavaErrors.isCancelled(exception)
        || JavaErrors.thrownIn(exception) instanceof ScriptCancelledException;
  }

  /**
   * Returns the error to throw.
   *
   * @param run what was stopped, null for a call within a run
   * @param where the exception as it came out of the script, null if the script had not begun
   */
  static ScriptException error(
      @Nullable ActiveRun run, ScriptLimits limits, @Nullable ScriptException where) {
    ActiveRun.Stop by = run == null || run.stop() == null ? ActiveRun.Stop.CANCEL : run.stop();
    return switch (by) {
      case CANCEL -> cancelled("the script was cancelled", where);
      case INTERRUPT ->
          cancelled("the script was stopped because its thread was interrupted", where);
      case CLOSE -> cancelled("the script was stopped because its engine was closed", where);
      case WALL_TIME -> exceeded("ran longer than", "wallTime", seconds(limits.wallTime()), where);
      case OPERATIONS ->
          exceeded("did more than", "maxOperations", limits.maxOperations() + " operations", where);
      case CALL_DEPTH ->
          exceeded("nested calls beyond", "maxCallDepth", limits.maxCallDepth() + " calls", where);
      case OUTPUT ->
          exceeded(
              "printed more than", "maxOutputBytes", limits.maxOutputBytes() + " bytes", where);
      case MEMORY ->
          exceeded("took more than", "maxMemoryBytes", limits.maxMemoryBytes() + " bytes", where);
    };
  }

  private static ScriptException cancelled(String message, @Nullable ScriptException where) {
    return new ScriptCancelledException(details(message, where));
  }

  private static ScriptException exceeded(
      String how, String limit, String amount, @Nullable ScriptException where) {
    String message = "the script %s its %s limit of %s".formatted(how, limit, amount);
    return new LimitExceededException(limit, amount, details(message, where));
  }

  private static ErrorDetails details(String message, @Nullable ScriptException where) {
    ErrorDetails details = ErrorDetails.of("python", message);
    return where == null
        ? details
        : where.location().map(details::at).orElse(details).withFrames(where.frames());
  }

  private static String seconds(Duration time) {
    return java.math.BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString()
        + " s";
  }
}
