package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.FunctionIndex;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** The functions of Rhai's default packages. Any thread. */
public final class StandardLibrary {

  /** The list of functions that {@code WriteFunctionList} makes; without it annotations are read. */
  static final String LIST = "functions.txt";

  private StandardLibrary() {}

  /** Returns the classes that declare functions. */
  static List<Class<?>> classes() {
    return List.of(
        ArrayCallbackFunctions.class,
        ArrayFunctions.class,
        ArrayRemovalFunctions.class,
        ArraySearchFunctions.class,
        ArraySliceFunctions.class,
        ArraySortFunctions.class,
        BitFieldFunctions.class,
        FunctionPointerFunctions.class,
        IteratorFunctions.class,
        JsonFunctions.class,
        MapCallbackFunctions.class,
        MapFunctions.class,
        ReflectionFunctions.class);
  }

  /** Made when the first script needs a function, once for all engines. */
  private static final class Holder {
    private static final FunctionIndex INDEX =
        FunctionIndex.read(MethodHandles.lookup(), LIST, StandardLibrary::classes);
  }

  /** Returns all of them. */
  public static FunctionIndex functions() {
    return Holder.INDEX;
  }
}
