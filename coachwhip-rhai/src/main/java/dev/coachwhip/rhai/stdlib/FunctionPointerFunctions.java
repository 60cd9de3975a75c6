package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiFunction.Kind;
import dev.coachwhip.rhai.runtime.RhaiString;

/** BasicFnPackage. */
final class FunctionPointerFunctions {

  private FunctionPointerFunctions() {}

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static RhaiString name(FunctionPointer pointer) {
    return RhaiString.of(pointer.name());
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static boolean isAnonymous(FunctionPointer pointer) {
    return pointer.isAnonymous();
  }
}
