package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.syntax.ParseErrorKind;
import dev.coachwhip.rhai.syntax.Words;
import org.jspecify.annotations.Nullable;

/** Function pointers by name: {@code Fn("name")}, and names given to functions that call back. */
public final class FunctionNames {

  private FunctionNames() {}

  /**
   * Returns a pointer to whatever has the name when it is called.
   *
   * @throws RhaiError if no function can have the name; without position
   */
  public static FunctionPointer pointer(RhaiString name) {
    String text = name.toString();
    if (Words.isFunctionName(text)) {
      return FunctionPointer.named(text);
    }
    if (Words.isReserved(text) || Words.isToken(text)) {
      String what = Words.isIdentifier(text) ? "keyword" : "symbol";
      throw RhaiError.parsing(
          ParseErrorKind.RESERVED.rhaiName(), "'" + text + "' is a reserved " + what, 0, 0);
    }
    throw RhaiError.functionNotFound(text);
  }

  /** Returns a pointer, or null if no function can have the name. */
  static @Nullable FunctionPointer pointerOrNull(RhaiString name) {
    String text = name.toString();
    return Words.isFunctionName(text) ? FunctionPointer.named(text) : null;
  }
}
