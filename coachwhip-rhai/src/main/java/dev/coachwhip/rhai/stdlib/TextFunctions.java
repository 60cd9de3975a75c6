package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.Display;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;

/**
 * BasicStringPackage: values as text. {@code print} and {@code debug} only make the text: who calls
 * them writes it, and gives unit to the script.
 */
final class TextFunctions {

  private TextFunctions() {}

  @RhaiFunction(name = "print")
  @RhaiFunction(name = "debug")
  static RhaiString empty() {
    return RhaiString.EMPTY;
  }

  @RhaiFunction(name = "print")
  @RhaiFunction(name = "to_string")
  static RhaiString text(RhaiString string) {
    return string;
  }

  @RhaiFunction(name = "print")
  @RhaiFunction(name = "to_string")
  static RhaiString text(Run run, Object value) {
    return RhaiString.of(Display.toText(value, run));
  }

  @RhaiFunction(name = "debug")
  @RhaiFunction(name = "to_debug")
  static RhaiString debugText(Run run, Object value) {
    return RhaiString.of(Display.debugText(value, run));
  }

  @RhaiFunction
  static RhaiString toHex(long number) {
    return RhaiString.of(Long.toHexString(number));
  }

  @RhaiFunction
  static RhaiString toOctal(long number) {
    return RhaiString.of(Long.toOctalString(number));
  }

  @RhaiFunction
  static RhaiString toBinary(long number) {
    return RhaiString.of(Long.toBinaryString(number));
  }
}
