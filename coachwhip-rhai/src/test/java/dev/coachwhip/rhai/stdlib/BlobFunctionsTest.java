package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.RunLimits;
import org.junit.jupiter.api.Test;

class BlobFunctionsTest {

  private final Run run = TestRuns.of();

  private static Blob digits() {
    return StringFunctions.toBlob(RhaiString.of("0123"));
  }

  private static String text(Blob blob) {
    return BlobFunctions.asString(blob).toString();
  }

  @Test
  void blob_value_isTheLowestEightBits() {
    assertThat(BlobFunctions.blob(run, 2, 0x1234)).hasToString("[3434]");
    assertThat(BlobFunctions.blob(run, 2)).hasToString("[0000]");
    assertThat(BlobFunctions.blob(run, -2, 1)).hasToString("[]");
    assertThat(BlobFunctions.blob()).hasToString("[]");
  }

  @Test
  void blob_overTheLimit_isTooLarge() {
    Run limited = TestRuns.limited(new RunLimits(0, 64, 0, 8, 0, 100, 100));
    assertThat(BlobFunctions.blob(limited, 8, 1).size()).isEqualTo(8);
    assertThatThrownBy(() -> BlobFunctions.blob(limited, 9, 1))
        .hasMessage("Size of array/BLOB too large");
    Blob blob = digits();
    assertThatThrownBy(() -> BlobFunctions.pad(limited, blob, 9, 1))
        .hasMessage("Size of BLOB too large");
    assertThatThrownBy(() -> BlobFunctions.blob(run, Long.MAX_VALUE))
        .hasMessageStartingWith("Size of array/BLOB");
  }

  @Test
  void get_negative_countsFromTheEndAndIsClamped() {
    Blob blob = digits();
    assertThat(BlobFunctions.get(blob, -1)).isEqualTo('3');
    assertThat(BlobFunctions.get(blob, -99)).isEqualTo('0');
    assertThat(BlobFunctions.get(blob, 4)).isZero();
    assertThat(BlobFunctions.get(new Blob(), -1)).isZero();
  }

  @Test
  void set_outside_doesNothing() {
    Blob blob = digits();
    BlobFunctions.set(blob, 4, 'x');
    BlobFunctions.set(blob, -1, 'c' + 256);
    BlobFunctions.set(blob, -99, 'a');
    assertThat(text(blob)).isEqualTo("a12c");
    Blob empty = new Blob();
    BlobFunctions.set(empty, -1, 1);
    assertThat(empty.isEmpty()).isTrue();
  }

  @Test
  void insert_position_isClamped() {
    Blob blob = digits();
    BlobFunctions.insert(blob, -1, 'x');
    BlobFunctions.insert(blob, 99, 'y');
    BlobFunctions.insert(blob, -99, 'z');
    assertThat(text(blob)).isEqualTo("z012x3y");
  }

  @Test
  void append_kinds_areBytes() {
    Blob blob = digits();
    BlobFunctions.push(blob, 'a' + 256);
    BlobFunctions.append(blob, blob);
    BlobFunctions.append(blob, RhaiString.of("ñ"));
    BlobFunctions.append(blob, RhaiCharacter.of("🙂".codePointAt(0)));
    assertThat(text(blob)).isEqualTo("0123a0123añ🙂");
  }

  @Test
  void remove_outside_isZero() {
    Blob blob = digits();
    assertThat(BlobFunctions.remove(blob, 4)).isZero();
    assertThat(BlobFunctions.remove(blob, -5)).isZero();
    assertThat(BlobFunctions.remove(blob, -2)).isEqualTo('2');
    assertThat(BlobFunctions.pop(blob)).isEqualTo('3');
    assertThat(BlobFunctions.shift(blob)).isEqualTo('0');
    assertThat(text(blob)).isEqualTo("1");
    assertThat(BlobFunctions.pop(new Blob())).isZero();
    assertThat(BlobFunctions.shift(new Blob())).isZero();
  }

  @Test
  void size_changes() {
    Blob blob = digits();
    BlobFunctions.truncate(blob, 9);
    BlobFunctions.truncate(blob, 3);
    BlobFunctions.chop(blob, 9);
    BlobFunctions.chop(blob, 2);
    BlobFunctions.pad(run, blob, 1, 'x');
    BlobFunctions.pad(run, blob, 4, 'x' + 256);
    BlobFunctions.reverse(blob);
    assertThat(text(blob)).isEqualTo("xx21");
    assertThat(BlobFunctions.len(blob)).isEqualTo(4);
    BlobFunctions.truncate(blob, -1);
    assertThat(BlobFunctions.isEmpty(blob)).isTrue();
    Blob other = digits();
    BlobFunctions.chop(other, 0);
    assertThat(other.isEmpty()).isTrue();
    Blob third = digits();
    BlobFunctions.clear(third);
    assertThat(third.isEmpty()).isTrue();
  }

  @Test
  void contains_number_isTakenAsAByte() {
    assertThat(BlobFunctions.contains(digits(), '2')).isTrue();
    assertThat(BlobFunctions.contains(digits(), '2' - 256)).isTrue();
    assertThat(BlobFunctions.contains(digits(), 'x')).isFalse();
  }

  @Test
  void toArray_bytes_areIntegers() {
    assertThat(BlobFunctions.toArray(Blob.of((byte) 0xff, (byte) 1)).toArray())
        .containsExactly(255L, 1L);
  }
}
