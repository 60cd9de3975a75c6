package dev.coachwhip.python.expose;

import dev.coachwhip.Arguments;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.spi.exposed.ExposedMethod;
import dev.coachwhip.spi.exposed.Invocation;
import java.util.Map;
import java.util.function.IntPredicate;

/** The order of {@link Comparable}s. */
final class Comparisons {

  static final Map<String, Operation<Handle.OfObject>> METHODS =
      Map.of(
          "__lt__", call -> compare(call, order -> order < 0),
          "__le__", call -> compare(call, order -> order <= 0),
          "__gt__", call -> compare(call, order -> order > 0),
          "__ge__", call -> compare(call, order -> order >= 0));

  private Comparisons() {}

  private static long compare(MethodCall<Handle.OfObject> call, IntPredicate wanted)
      throws Exception {
    call.requireArguments(1);
    ExposedMethod method = call.handle().exposed().api().method("compareTo").orElseThrow();
    Object target = call.handle().exposed().object();
    Arguments other = Arguments.of("compareTo", new ScriptValue[] {call.value(0)}, Map.of());
    try {
      Invocation invocation = method.prepare(other);
      Object order = call.host(() -> invocation.on(target));
      return MethodCall.bool(order instanceof Integer n && wanted.test(n));
    } catch (IllegalArgumentException | ClassCastException e) {
      // Not comparable with that: Python then asks the other, and says so if that cannot either.
      return MethodCall.borrowed(Py.NOT_IMPLEMENTED);
    }
  }
}
