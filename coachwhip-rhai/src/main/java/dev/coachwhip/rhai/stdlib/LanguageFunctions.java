package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiFunction.Kind;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Tagged;
import dev.coachwhip.rhai.runtime.Unit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** LanguageCorePackage, but for {@link ReflectionFunctions} and {@link JsonFunctions}. */
final class LanguageFunctions {

  private LanguageFunctions() {}

  @RhaiFunction
  @SuppressWarnings("DoNotCallSuggester") // called through a handle
  static Object exit() {
    throw RhaiError.exit(Unit.UNIT);
  }

  @RhaiFunction
  @SuppressWarnings("DoNotCallSuggester") // called through a handle
  static Object exit(Object value) {
    throw RhaiError.exit(value);
  }

  /** Returns a value and leaves unit in its place. */
  @RhaiFunction(pure = false)
  static Object take(Ref<Object> value) {
    Object taken = value.get();
    value.set(Unit.UNIT);
    return taken;
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static long tag(Object value) {
    return Tagged.tagOf(value);
  }

  @RhaiFunction(pure = false)
  @RhaiFunction(name = "tag", kind = Kind.SETTER, pure = false)
  static void setTag(Ref<Object> value, long tag) {
    int tagged = (int) tag;
    if (tagged != tag) {
      String size = tag < 0 ? "small" : "large";
      throw RhaiError.arithmetic(
          tag
              + " is too "
              + size
              + " to fit into a tag (must be between "
              + Integer.MIN_VALUE
              + " and "
              + Integer.MAX_VALUE
              + ")");
    }
    value.set(Tagged.of(value.get(), tagged));
  }

  @RhaiFunction
  static void sleep(Run run, long seconds) {
    sleepNanos(run, TimeUnit.SECONDS.toNanos(seconds));
  }

  @RhaiFunction
  static void sleep(Run run, double seconds) {
    sleepNanos(run, (long) (seconds * TimeUnit.SECONDS.toNanos(1)));
  }

  /** Waits, but not when there is something else to do: who asks for that wakes the thread. */
  private static void sleepNanos(Run run, long nanos) {
    long start = System.nanoTime();
    long left = nanos;
    while (left > 0) {
      LockSupport.parkNanos(run, left);
      run.checkStop(0, 0);
      left = nanos - (System.nanoTime() - start);
    }
  }
}
