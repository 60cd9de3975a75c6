package dev.coachwhip.rhai.runtime;

import static dev.coachwhip.rhai.runtime.Samples.character;
import static dev.coachwhip.rhai.runtime.Samples.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IndexingTest {

  private final Run run = Samples.run();

  private Object get(Object target, Object index) {
    return Indexing.get(target, index, run, 1, 3, 1, 2);
  }

  private Object set(Object target, Object index, Object value) {
    return Indexing.set(target, index, value, run, 1, 3, 1, 2, 1, 6);
  }

  @Test
  void get_ofItems_countsFromEitherEnd() {
    RhaiArray array = RhaiArray.of(1L, 2L, 3L);
    assertThat(get(array, 0L)).isEqualTo(1L);
    assertThat(get(array, -1L)).isEqualTo(3L);
    assertThat(get(string("aé\uD83D\uDE00"), -1L)).isEqualTo(RhaiCharacter.of(0x1F600));
    assertThat(get(Blob.of((byte) 255), 0L)).isEqualTo(255L);
    assertThat(get(5L, 2L)).isEqualTo(true);
    assertThat(get(-1L, -1L)).isEqualTo(true);
  }

  @Test
  void get_outOfBounds_hasThePositionOfTheIndex() {
    assertThatThrownBy(() -> get(RhaiArray.of(1L, 2L, 3L), 3L))
        .hasMessage("Array index 3 out of bounds: only 3 elements in array (line 1, position 3)");
    assertThatThrownBy(() -> get(RhaiArray.of(1L), -2L))
        .hasMessage("Array index -2 out of bounds: only 1 element in array (line 1, position 3)");
    assertThatThrownBy(() -> get(new RhaiArray(), 0L))
        .hasMessage("Array index 0 out of bounds: array is empty (line 1, position 3)");
    assertThatThrownBy(() -> get(string("ab"), 2L))
        .hasMessage(
            "String index 2 out of bounds: only 2 characters in string (line 1, position 3)");
    assertThatThrownBy(() -> get(1L, 64L))
        .hasMessage(
            "Bit-field index 64 out of bounds: only 64 bits in bit-field (line 1, position 3)");
  }

  @Test
  void get_wrongTypes_saysWhich() {
    assertThatThrownBy(() -> get(new RhaiArray(), string("x")))
        .hasMessage("Data type incorrect: string (expecting i64) (line 1, position 3)");
    assertThatThrownBy(() -> get(new RhaiArray(), RhaiRange.exclusive(0, 1)))
        .hasMessage(
            "Data type incorrect: core::ops::range::Range<i64> (expecting i64)"
                + " (line 1, position 3)");
    assertThatThrownBy(() -> get(new RhaiMap(), 1L))
        .hasMessage("Data type incorrect: i64 (expecting string) (line 1, position 3)");
    assertThatThrownBy(() -> get(true, 1L))
        .hasMessage("Indexer unavailable: bool [i64] (line 1, position 2)");
  }

  @Test
  void get_missingProperty_isUnit() {
    assertThat(get(new RhaiMap(), string("a"))).isEqualTo(Unit.UNIT);
    Run strict = Samples.run().withFailOnMissingProperty(true);
    assertThatThrownBy(() -> Indexing.getProperty(new RhaiMap(), "a", strict, 1, 3, 1, 2))
        .hasMessage("Property not found: a (line 1, position 3)");
  }

  @Test
  void slices_ofStrings_areRhais() {
    RhaiString text = string("hello");
    assertThat(get(text, RhaiRange.exclusive(1, 3))).isEqualTo(string("el"));
    assertThat(get(text, RhaiRange.inclusive(1, 3))).isEqualTo(string("ell"));
    assertThat(get(text, RhaiRange.exclusive(-3, -1))).isEqualTo(string("ll"));
    assertThat(get(text, RhaiRange.exclusive(1, 99))).isEqualTo(string("ello"));
    assertThat(get(text, RhaiRange.inclusive(1, 1))).isEqualTo(string(""));
    assertThat(get(text, RhaiRange.exclusive(9, 12))).isEqualTo(string(""));
    assertThat(get(text, RhaiRange.exclusive(0, -9))).isEqualTo(string(""));
    assertThat(get(string("x"), RhaiRange.inclusive(0, 0))).isEqualTo(string("x"));
    assertThatThrownBy(() -> get(text, RhaiRange.exclusive(-9, 2)))
        .hasMessage(
            "String index -9 out of bounds: only 5 characters in string (line 1, position 3)");
  }

  @Test
  void set_inStrings_givesAnother() {
    assertThat(set(string("spade"), 2L, character('i'))).isEqualTo(string("spide"));
    assertThat(set(string("spide"), -1L, character('n'))).isEqualTo(string("snide"));
    assertThat(set(string("hello"), RhaiRange.exclusive(1, 3), string("ipp")))
        .isEqualTo(string("hipplo"));
    assertThat(set(string("hello"), RhaiRange.inclusive(1, 9), 5L)).isEqualTo(string("h5"));
    assertThat(set(string(""), RhaiRange.exclusive(0, 3), string("x"))).isEqualTo(string("x"));
    assertThatThrownBy(() -> set(string("abc"), 1L, string("x")))
        .hasMessage("Data type incorrect: string (expecting char) (line 1, position 6)");
  }

  @Test
  void set_inContainers_changesThem() {
    RhaiArray array = RhaiArray.of(1L, 2L);
    assertThat(set(array, -1L, 9L)).isSameAs(array);
    assertThat(array).hasToString("[1, 9]");
    Blob blob = Blob.of((byte) 0);
    set(blob, 0L, 257L);
    assertThat(blob.get(0)).isEqualTo(1);
    assertThatThrownBy(() -> set(blob, 0L, string("x")))
        .hasMessage("Data type incorrect: string (expecting INT) (line 1, position 6)");
    assertThatThrownBy(() -> set(true, 0L, 1L))
        .hasMessage("Indexer unavailable: bool [i64] = i64 (line 1, position 2)");
  }

  @Test
  void bits_ofIntegers_areReadAndWritten() {
    assertThat(set(0L, 3L, true)).isEqualTo(8L);
    assertThat(set(-1L, -1L, false)).isEqualTo(Long.MAX_VALUE);
    assertThat(get(0b110100L, RhaiRange.exclusive(2, 5))).isEqualTo(0b101L);
    assertThat(get(0b110100L, RhaiRange.inclusive(4, 5))).isEqualTo(0b11L);
    assertThat(get(-1L, RhaiRange.exclusive(0, Long.MAX_VALUE))).isEqualTo(-1L);
    assertThat(get(-1L, RhaiRange.exclusive(60, 64))).isEqualTo(-1L);
    assertThat(get(5L, RhaiRange.exclusive(5, 2))).isEqualTo(0L);
    assertThat(set(0L, RhaiRange.exclusive(4, 8), 0xabL)).isEqualTo(0xb0L);
    assertThat(set(0xffL, RhaiRange.exclusive(5, 2), 0L)).isEqualTo(0xffL);
    assertThatThrownBy(() -> set(0L, 0L, 1L))
        .hasMessage("Data type incorrect: i64 (expecting bool) (line 1, position 6)");
    assertThatThrownBy(() -> get(0L, RhaiRange.exclusive(-2, 3)))
        .hasMessage(
            "Bit-field index -2 out of bounds: only 64 bits in bit-field (line 1, position 3)");
    assertThatThrownBy(() -> get(0L, RhaiRange.exclusive(0, 65))).isInstanceOf(RhaiError.class);
  }

  @Test
  void getProperty_ofOtherTypes_isTheGetters() {
    assertThat(Indexing.getProperty(RhaiArray.of(1L, 2L), "len", run, 1, 3, 1, 2)).isEqualTo(2L);
    assertThatThrownBy(() -> Indexing.getProperty(Unit.UNIT, "b", run, 1, 3, 1, 2))
        .hasMessage(
            "Unknown property 'b' - a getter is not registered for type '()'"
                + " (line 1, position 3)");
    assertThatThrownBy(() -> Indexing.setProperty(new RhaiArray(), "len", 1L, run, 1, 3, 1, 2))
        .hasMessage(
            "No writable property 'len' - a setter is not registered for type 'array'"
                + " to handle 'i64' (line 1, position 3)");
  }
}
