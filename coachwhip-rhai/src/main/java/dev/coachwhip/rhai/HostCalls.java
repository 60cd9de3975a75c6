package dev.coachwhip.rhai;

import dev.coachwhip.Arguments;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.rhai.convert.FromScript;
import dev.coachwhip.rhai.convert.ToScript;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.SyntaxJump;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Runs the user's Java code for scripts of one engine: interrupted when its run is stopped, and
 * what it throws made an error of the script.
 */
final class HostCalls {

  private final EngineTurns turns;
  private final FromScript fromScript;
  private final ToScript toScript;

  HostCalls(EngineTurns turns, FromScript fromScript, ToScript toScript) {
    this.turns = turns;
    this.fromScript = fromScript;
    this.toScript = toScript;
  }

  /** Calls a host function with arguments of a script. */
  Object call(String name, HostFunction function, Object[] arguments) {
    ScriptValue[] values = new ScriptValue[arguments.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(arguments[i]);
    }
    return converted(() -> function.call(Arguments.of(name, values, Map.of())));
  }

  /** Returns an argument as Java's code gets it. */
  ScriptValue value(Object argument) {
    return fromScript.convert(argument instanceof Ref<?> ref ? ref.get() : argument);
  }

  /**
   * Runs code and converts its result.
   *
   * @throws RhaiError with the exception as its cause, if the code throws one
   */
  Object converted(Callable<? extends @Nullable Object> code) {
    Object result = run(code);
    try {
      return toScript.convert(result);
    } catch (TypeConversionException e) {
      throw RhaiError.host(text(e), e);
    }
  }

  private @Nullable Object run(Callable<? extends @Nullable Object> code) {
    ActiveRun run = turns.current();
    boolean before = run != null && run.enterHost();
    try {
      return code.call();
    } catch (InterruptedException e) {
      if (run != null) {
        run.requestStop(Stop.INTERRUPT);
      }
      throw new StoppedException(Stop.INTERRUPT);
    } catch (RhaiError | StoppedException | SyntaxJump e) {
      throw e;
    } catch (StackOverflowError e) {
      throw RhaiError.stackOverflow(e);
    } catch (Throwable t) {
      throw RhaiError.host(text(t), t);
    } finally {
      if (run != null) {
        run.leaveHost(before);
        checkStop(run);
      }
    }
  }

  /** The stop comes first, whatever the code made of it. */
  @SuppressWarnings("Finally")
  private static void checkStop(ActiveRun run) {
    run.check();
  }

  /** Returns what a script reads of an exception. */
  private static String text(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null || message.isBlank() ? thrown.getClass().getName() : message;
  }
}
