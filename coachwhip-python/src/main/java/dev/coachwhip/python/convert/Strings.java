package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.LoneSurrogateException;
import dev.coachwhip.python.interp.Text;

/** {@code str}: String, without lone surrogates. Attached. */
final class Strings {

  private Strings() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    return ToJava.of(read(object, conversion.attachment()), typeName);
  }

  static String read(long object, Attachment attachment) {
    try {
      return Text.toJava(object, attachment);
    } catch (LoneSurrogateException e) {
      throw new TypeConversionException(
          "text",
          String.valueOf(e.getMessage()),
          ErrorDetails.of("python", "a str has a lone surrogate, which is no character")
              .causedBy(e));
    }
  }

  static long toPython(String text, Attachment attachment) {
    try {
      return Text.toPython(text, attachment);
    } catch (LoneSurrogateException e) {
      throw ToPython.unconvertible(String.valueOf(e.getMessage()));
    }
  }
}
