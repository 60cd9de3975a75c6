package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.FunctionIndex;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** The functions of Rhai's default packages. Any thread. */
public final class StandardLibrary {

  /**
   * The list of functions that {@code WriteFunctionList} makes; without it annotations are read.
   */
  static final String LIST = "functions.txt";

  private StandardLibrary() {}

  /** Returns the classes that declare functions. */
  static List<Class<?>> classes() {
    return List.of(
        ArithmeticFunctions.class,
        ArrayCallbackFunctions.class,
        ArrayFunctions.class,
        ArrayRemovalFunctions.class,
        ArraySearchFunctions.class,
        ArraySliceFunctions.class,
        ArraySortFunctions.class,
        BitFieldFunctions.class,
        BlobFunctions.class,
        BlobReadFunctions.class,
        BlobSliceFunctions.class,
        BlobWriteFunctions.class,
        ByteFunctions.class,
        FunctionPointerFunctions.class,
        HyperbolicFunctions.class,
        IteratorFunctions.class,
        JsonFunctions.class,
        LanguageFunctions.class,
        LetterCaseFunctions.class,
        LogicFunctions.class,
        MapCallbackFunctions.class,
        MapFunctions.class,
        MathFunctions.class,
        NumberFunctions.class,
        ReflectionFunctions.class,
        StringEditFunctions.class,
        StringFunctions.class,
        StringJoinFunctions.class,
        StringSplitFunctions.class,
        TextFunctions.class,
        TimeFunctions.class,
        TrigonometricFunctions.class);
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
