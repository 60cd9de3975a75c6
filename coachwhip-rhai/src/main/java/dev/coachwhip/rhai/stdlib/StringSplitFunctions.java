package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiString;
import java.util.List;

/** MoreStringPackage: strings cut into arrays. */
final class StringSplitFunctions {

  private static final long ALL = Long.MAX_VALUE;

  private StringSplitFunctions() {}

  /** Cuts at white space. */
  @RhaiFunction
  static RhaiArray split(RhaiString string) {
    return string.isEmpty() ? whole(string) : array(WhiteSpace.split(string.toString()));
  }

  /** Cuts in two; an index below 0 counts from the end. */
  @RhaiFunction
  static RhaiArray split(RhaiString string, long index) {
    int length = string.length();
    // As in Rhai, 0 is counted from the end, too.
    int cut = (int) (index > 0 ? Math.min(index, length) : Math.max(0, length + index));
    return RhaiArray.of(string.slice(0, cut), string.slice(cut, length));
  }

  @RhaiFunction
  static RhaiArray split(RhaiString string, RhaiString delimiter) {
    return forward(string, delimiter.toString(), ALL);
  }

  @RhaiFunction
  static RhaiArray split(RhaiString string, RhaiCharacter delimiter) {
    return forward(string, delimiter.toString(), ALL);
  }

  @RhaiFunction
  static RhaiArray split(RhaiString string, RhaiString delimiter, long most) {
    return forward(string, delimiter.toString(), most);
  }

  @RhaiFunction
  static RhaiArray split(RhaiString string, RhaiCharacter delimiter, long most) {
    return forward(string, delimiter.toString(), most);
  }

  @RhaiFunction
  static RhaiArray splitRev(RhaiString string, RhaiString delimiter) {
    return backward(string, delimiter.toString(), ALL);
  }

  @RhaiFunction
  static RhaiArray splitRev(RhaiString string, RhaiCharacter delimiter) {
    return backward(string, delimiter.toString(), ALL);
  }

  @RhaiFunction
  static RhaiArray splitRev(RhaiString string, RhaiString delimiter, long most) {
    return backward(string, delimiter.toString(), most);
  }

  @RhaiFunction
  static RhaiArray splitRev(RhaiString string, RhaiCharacter delimiter, long most) {
    return backward(string, delimiter.toString(), most);
  }

  private static RhaiArray forward(RhaiString string, String delimiter, long most) {
    return string.isEmpty()
        ? whole(string)
        : array(Pieces.forward(string.toString(), delimiter, most));
  }

  private static RhaiArray backward(RhaiString string, String delimiter, long most) {
    return string.isEmpty()
        ? whole(string)
        : array(Pieces.backward(string.toString(), delimiter, most));
  }

  private static RhaiArray whole(RhaiString string) {
    return RhaiArray.of(string);
  }

  private static RhaiArray array(List<String> pieces) {
    RhaiArray array = new RhaiArray(pieces.size());
    pieces.forEach(piece -> array.add(RhaiString.of(piece)));
    return array;
  }
}
