package dev.coachwhip.rhai.runtime;

import static dev.coachwhip.rhai.runtime.Samples.character;
import static dev.coachwhip.rhai.runtime.Samples.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DisplayTest {

  private static final RhaiArray MIXED =
      RhaiArray.of(
          1L, string("a\t\"é"), character('b'), 1e-7, Unit.UNIT, true, RhaiRange.inclusive(0, 9));

  @Test
  void toText_ofScalars_isPlain() {
    assertThat(Display.toText(Unit.UNIT)).isEmpty();
    assertThat(Display.toText(string("a\"b"))).isEqualTo("a\"b");
    assertThat(Display.toText(1e14)).isEqualTo("1e14");
    assertThat(Display.toText(RhaiRange.exclusive(1, Long.MAX_VALUE))).isEqualTo("1..");
    assertThat(Display.toText(FunctionPointer.named("f").curry(1L))).isEqualTo("Fn(f)");
    assertThat(Display.toText(Timestamp.now())).isEqualTo("<timestamp>");
    assertThat(Display.toText(Tagged.of(5L, 1))).isEqualTo("5");
  }

  @Test
  void toText_ofContainers_quotesStringsButNotCharacters() {
    assertThat(Display.toText(MIXED)).isEqualTo("[1, \"a\\t\\\"é\", b, 1e-7, (), true, 0..=9]");
    RhaiMap map = new RhaiMap();
    map.put("b", FunctionPointer.named("f"));
    map.put("a c", RhaiArray.of(100.0));
    assertThat(Display.toText(map)).isEqualTo("#{\"a c\": [100.0], \"b\": Fn(f)}");
  }

  @Test
  void rustText_ofContainers_quotesCharactersToo() {
    assertThat(Display.rustText(MIXED)).isEqualTo("[1, \"a\\t\\\"é\", 'b', 1e-7, (), true, 0..=9]");
    FunctionPointer closure =
        FunctionPointer.to(
            Samples.function("anon$1", null, 1, (run, self, arguments) -> Unit.UNIT),
            List.of(new Cell(1L)));
    assertThat(Display.rustDebug(closure)).isEqualTo("Fn*(\"anon$1\", 1 (shared))");
  }

  @Test
  void toText_ofBlob_isHexInGroups() {
    assertThat(Display.toText(Blob.wrap(new byte[9]))).isEqualTo("[0000000000000000 00]");
    assertThat(Display.toText(Blob.of((byte) 0xfe))).isEqualTo("[fe]");
  }

  @Test
  void debugText_ofStrings_escapesWhatDoesNotShow() {
    assertThat(Display.debugText(string("\n\r\0\\'\u200b\u0301\u007f")))
        .isEqualTo("\"\\n\\r\\0\\\\'\\u{200b}\\u{301}\\u{7f}\"");
    assertThat(Display.debugText(-0.0)).isEqualTo("-0.0");
    assertThat(Display.debugText(character('x'))).isEqualTo("x");
  }
}
