package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.Display;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Unit;

/**
 * MoreStringPackage: strings joined with what {@code print} shows of other values, and with the
 * bytes of blobs. Those of strings, characters and units are there for what looks functions up
 * before operators.
 */
final class StringJoinFunctions {

  private StringJoinFunctions() {}

  @RhaiFunction(name = "+")
  static RhaiString add(RhaiString left, RhaiString right) {
    return left.append(right);
  }

  @RhaiFunction(name = "+")
  static RhaiString add(RhaiString left, RhaiCharacter right) {
    return left.append(right.codePoint());
  }

  @RhaiFunction(name = "+")
  static RhaiString add(RhaiCharacter left, RhaiString right) {
    return RhaiString.of(left.codePoint()).append(right);
  }

  @RhaiFunction(name = "+")
  static RhaiString add(RhaiString left, Unit right) {
    return left;
  }

  @RhaiFunction(name = "+")
  static RhaiString add(Unit left, RhaiString right) {
    return right;
  }

  @RhaiFunction(name = "+")
  static RhaiString add(RhaiString left, Blob right) {
    return left.append(text(right));
  }

  @RhaiFunction(name = "+")
  static RhaiString add(Blob left, RhaiString right) {
    return text(left).append(right);
  }

  @RhaiFunction(name = "+")
  static RhaiString add(Run run, RhaiString left, Object right) {
    return left.append(text(run, right));
  }

  @RhaiFunction(name = "+")
  static RhaiString add(Run run, Object left, RhaiString right) {
    return text(run, left).append(right);
  }

  @RhaiFunction(name = "+=", pure = false)
  static void append(Ref<RhaiString> string, RhaiString more) {
    string.set(string.get().append(more));
  }

  /** Rhai lets it be called on constants. */
  @RhaiFunction(name = "+=")
  static void append(Ref<RhaiString> string, RhaiCharacter more) {
    string.set(string.get().append(more.codePoint()));
  }

  @RhaiFunction(name = "+=", pure = false)
  static void append(Ref<RhaiString> string, Unit more) {}

  @RhaiFunction(name = "+=", pure = false)
  @RhaiFunction(pure = false)
  static void append(Ref<RhaiString> string, Blob more) {
    string.set(string.get().append(text(more)));
  }

  @RhaiFunction(name = "+=", pure = false)
  @RhaiFunction(pure = false)
  static void append(Run run, Ref<RhaiString> string, Object more) {
    string.set(string.get().append(text(run, more)));
  }

  private static RhaiString text(Run run, Object value) {
    return RhaiString.of(Display.toText(value, run));
  }

  private static RhaiString text(Blob blob) {
    return RhaiString.of(Utf8Text.decode(blob.toByteArray()));
  }
}
