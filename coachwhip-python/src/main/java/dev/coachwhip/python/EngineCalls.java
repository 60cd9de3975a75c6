package dev.coachwhip.python;

import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.PolicyViolationException;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.convert.EngineLink;
import dev.coachwhip.python.convert.PythonPrinter;
import dev.coachwhip.python.convert.ToJava;
import dev.coachwhip.python.convert.ToPython;
import dev.coachwhip.python.error.PythonErrors;
import dev.coachwhip.python.error.SourceLines;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.policy.Violations;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Calls into Python for one engine: arguments and results converted, what is raised translated.
 * Attached, but for {@link #inRun}.
 */
final class EngineCalls {

  /** What a script that ends itself with {@code sys.exit()} ends with: the exit code. */
  static final ScriptValue EXITED = ScriptValue.of(0L, "int", PythonPrinter.INSTANCE);

  private final EngineLink link;
  private final EngineTurns turns;
  private final ScriptLimits limits;
  private final SourceLines lines;

  EngineCalls(EngineLink link, EngineTurns turns, ScriptLimits limits, SourceLines lines) {
    this.link = link;
    this.turns = turns;
    this.limits = limits;
    this.lines = lines;
  }

  /** Does the work of a run or of a call by itself, and translates what it ends with. */
  ScriptValue checked(
      Attachment attachment, @Nullable ActiveRun run, EngineTurns.Work<ScriptValue> work) {
    return translated(
        attachment,
        run,
        a -> {
          // Inside, since a profile function that an earlier script left may raise in any call.
          link.hostMemory().requireIntact(a);
          return work.apply(a);
        });
  }

  /** Translates what the work raises. */
  ScriptValue translated(
      Attachment attachment, @Nullable ActiveRun run, EngineTurns.Work<ScriptValue> work) {
    try {
      return work.apply(attachment);
    } catch (Raised e) {
      if (run != null) {
        run.leaveCode();
      }
      return ended(e, attachment, run);
    }
  }

  /** Ends a run with an exception: a stop, {@code sys.exit()}, or an error. */
  private ScriptValue ended(Raised raised, Attachment attachment, @Nullable ActiveRun run) {
    boolean stopped = StoppedRun.isStop(raised.exception());
    String refused = Violations.refused(raised.exception());
    var error = PythonErrors.ofRun(raised, attachment, lines);
    if (stopped) {
      throw StoppedRun.error(run, limits, error);
    }
    if (error instanceof ScriptRuntimeException exit && exit.exitCode().equals(OptionalInt.of(0))) {
      return EXITED;
    }
    throw refused == null ? error : violation(refused, error);
  }

  private static PolicyViolationException violation(String refused, ScriptException where) {
    ErrorDetails details =
        ErrorDetails.of("python", String.valueOf(where.getMessage()))
            .causedBy(where.getCause())
            .withFrames(where.frames());
    return new PolicyViolationException(refused, where.location().map(details::at).orElse(details));
  }

  /**
   * Returns what a coroutine ends with.
   *
   * @param outcome the value or the exception, borrowed
   */
  ScriptValue ended(Attachment attachment, boolean succeeded, long outcome) {
    return translated(
        attachment,
        null,
        a -> {
          if (succeeded) {
            return ToJava.convert(link, a, outcome);
          }
          PyRefs.Py_IncRef(outcome);
          throw Raised.of(outcome);
        });
  }

  /** Translates an exception that a script's code raised. */
  ScriptException error(Raised raised, Attachment attachment) {
    return PythonErrors.ofRun(raised, attachment, lines);
  }

  /** Converts a result and drops it. */
  ScriptValue taken(long owned, Attachment attachment) {
    try {
      return ToJava.convert(link, attachment, owned);
    } finally {
      PyRefs.Py_DecRef(owned);
    }
  }

  /** Does work that may run for long in the engine's turn. */
  ScriptValue inRun(EngineTurns.Work<ScriptValue> work) {
    return turns.inRun(null, (attachment, run) -> checked(attachment, run, work));
  }

  /** Does work of a name that may run for long in the engine's turn. */
  ScriptValue inRun(String what, EngineTurns.Work<ScriptValue> work) {
    return turns.inRun(what, (attachment, run) -> checked(attachment, run, work));
  }

  /** Calls a borrowed object. */
  ScriptValue call(
      long callable, Map<String, ?> named, @Nullable Object[] arguments, Attachment attachment) {
    PyRefs.Py_IncRef(callable); // its own code may rebind the name, or its owner be collected
    try {
      return called(callable, named, arguments, attachment);
    } finally {
      PyRefs.Py_DecRef(callable);
    }
  }

  /** Calls an object that somebody holds. */
  ScriptValue called(
      long callable, Map<String, ?> named, @Nullable Object[] arguments, Attachment attachment) {
    long[] converted = new long[arguments.length];
    long keywords = 0;
    try {
      for (int i = 0; i < arguments.length; i++) {
        converted[i] = convert(arguments[i], attachment);
      }
      keywords = named.isEmpty() ? 0 : convert(named, attachment);
      return taken(Calls.call(callable, attachment, converted, keywords), attachment);
    } finally {
      PyRefs.Py_DecRef(keywords);
      for (long argument : converted) {
        PyRefs.Py_DecRef(argument);
      }
    }
  }

  /** Returns a new reference. */
  long convert(@Nullable Object value, Attachment attachment) {
    return convert("", value, attachment);
  }

  /** Returns a new reference; a function gets the name. */
  long convert(String name, @Nullable Object value, Attachment attachment) {
    try {
      return ToPython.convertNamed(link, attachment, name, value);
    } catch (Raised e) { // a set of lists, say
      var error = PythonErrors.ofRun(e, attachment, lines);
      throw new TypeConversionException(
          "a value Python can hold",
          String.valueOf(value == null ? null : value.getClass().getName()),
          ErrorDetails.of("python", "cannot convert to a Python value: " + error.getMessage())
              .causedBy(error));
    }
  }
}
