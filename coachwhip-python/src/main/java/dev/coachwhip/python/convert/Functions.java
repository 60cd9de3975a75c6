package dev.coachwhip.python.convert;

import dev.coachwhip.DescribedFunction;
import dev.coachwhip.HostFunction;
import dev.coachwhip.spi.FunctionalObjects;
import org.jspecify.annotations.Nullable;

/** Java functions as functions of Python. Attached. */
final class Functions {

  private Functions() {}

  static long toPython(HostFunction function, ToPython conversion) {
    String name = conversion.functionName();
    return conversion
        .engine()
        .function(conversion.attachment(), name.isEmpty() ? "host_function" : name, function);
  }

  /** Returns the converter for a class with a functional interface, null for others. */
  static @Nullable ToPythonConverter<Object> ofFunctional(Class<?> type) {
    return FunctionalObjects.isFunctional(type) ? Functions::ofFunctional : null;
  }

  private static long ofFunctional(Object object, ToPython conversion) {
    try {
      String name = conversion.functionName();
      String known = name.isEmpty() ? FunctionalObjects.method(object.getClass()).getName() : name;
      DescribedFunction function = FunctionalObjects.function(object);
      return conversion.engine().function(conversion.attachment(), known, function);
    } catch (IllegalArgumentException e) {
      throw ToPython.unconvertible(String.valueOf(e.getMessage()));
    }
  }
}
