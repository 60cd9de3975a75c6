package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiString;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StringSplitFunctionsTest {

  private static List<String> texts(RhaiArray pieces) {
    return Stream.of(pieces.toArray()).map(Object::toString).toList();
  }

  private static List<String> split(String text, String delimiter, long most) {
    RhaiString string = RhaiString.of(text);
    return texts(StringSplitFunctions.split(string, RhaiString.of(delimiter), most));
  }

  private static List<String> splitRev(String text, String delimiter, long most) {
    RhaiString string = RhaiString.of(text);
    return texts(StringSplitFunctions.splitRev(string, RhaiString.of(delimiter), most));
  }

  @Test
  void split_whiteSpace_hasNoEmptyPieces() {
    assertThat(texts(StringSplitFunctions.split(RhaiString.of("  a\u2003b\n"))))
        .containsExactly("a", "b");
    assertThat(texts(StringSplitFunctions.split(RhaiString.of(" ")))).isEmpty();
    assertThat(texts(StringSplitFunctions.split(RhaiString.EMPTY))).containsExactly("");
  }

  @Test
  void split_index_cutsInTwo() {
    RhaiString text = RhaiString.of("a🙂bc");
    assertThat(texts(StringSplitFunctions.split(text, 2))).containsExactly("a🙂", "bc");
    assertThat(texts(StringSplitFunctions.split(text, -1))).containsExactly("a🙂b", "c");
    assertThat(texts(StringSplitFunctions.split(text, 0))).containsExactly("a🙂bc", "");
    assertThat(texts(StringSplitFunctions.split(text, 9))).containsExactly("a🙂bc", "");
    assertThat(texts(StringSplitFunctions.split(text, Long.MIN_VALUE)))
        .containsExactly("", "a🙂bc");
  }

  @Test
  void split_delimiter_keepsEmptyPieces() {
    assertThat(split(",a,,b,", ",", 99)).containsExactly("", "a", "", "b", "");
    assertThat(split("aaa", "aa", 99)).containsExactly("", "a");
    assertThat(split("", ",", 99)).containsExactly("");
    assertThat(texts(StringSplitFunctions.split(RhaiString.of("a-b"), RhaiCharacter.of('-'))))
        .containsExactly("a", "b");
  }

  @Test
  void split_most_leavesTheRest() {
    assertThat(split("a,b,c", ",", 2)).containsExactly("a", "b,c");
    assertThat(split("a,b,c", ",", 1)).containsExactly("a,b,c");
    assertThat(split("a,b,c", ",", -5)).containsExactly("a,b,c");
  }

  @Test
  void split_nothing_cutsAtAllCharacters() {
    assertThat(split("a🙂", "", 99)).containsExactly("", "a", "🙂", "");
    assertThat(split("a🙂", "", 2)).containsExactly("", "a🙂");
    assertThat(split("a🙂", "", 3)).containsExactly("", "a", "🙂");
  }

  @Test
  void splitRev_beginsAtTheEnd() {
    assertThat(splitRev("a,b,c", ",", 99)).containsExactly("c", "b", "a");
    assertThat(splitRev("a,b,c", ",", 2)).containsExactly("c", "a,b");
    assertThat(splitRev("aaa", "aa", 99)).containsExactly("", "a");
    assertThat(splitRev("a🙂", "", 99)).containsExactly("", "🙂", "a", "");
    assertThat(splitRev("a🙂", "", 2)).containsExactly("", "a🙂");
    assertThat(splitRev("", ",", 99)).containsExactly("");
  }
}
