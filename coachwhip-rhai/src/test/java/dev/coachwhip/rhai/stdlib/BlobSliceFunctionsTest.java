package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlobSliceFunctionsTest {

  private Blob blob = new Blob();

  private static Blob of(String text) {
    return StringFunctions.toBlob(RhaiString.of(text));
  }

  private static String text(Blob blob) {
    return BlobFunctions.asString(blob).toString();
  }

  @BeforeEach
  void fill() {
    blob = of("0123456789");
  }

  @Test
  void extract_part_isACopy() {
    assertThat(text(BlobSliceFunctions.extract(blob, 8))).isEqualTo("89");
    assertThat(text(BlobSliceFunctions.extract(blob, -3, 2))).isEqualTo("78");
    assertThat(text(BlobSliceFunctions.extract(blob, RhaiRange.inclusive(2, 4)))).isEqualTo("234");
    assertThat(text(BlobSliceFunctions.extract(blob, 2, -1))).isEmpty();
    assertThat(blob.size()).isEqualTo(10);
  }

  @Test
  void splice_part_isReplaced() {
    BlobSliceFunctions.splice(blob, RhaiRange.exclusive(1, 9), of("ab"));
    assertThat(text(blob)).isEqualTo("0ab9");
    BlobSliceFunctions.splice(blob, -1, 1, of(""));
    assertThat(text(blob)).isEqualTo("0ab");
  }

  @Test
  void splice_nothing_goesToTheEnd() {
    BlobSliceFunctions.splice(blob, 1, 0, of("ab"));
    assertThat(text(blob)).isEqualTo("0123456789ab");
    Blob empty = new Blob();
    BlobSliceFunctions.splice(empty, 0, 9, of("ab"));
    assertThat(text(empty)).isEqualTo("ab");
  }

  @Test
  void drain_part_isTakenOut() {
    assertThat(text(BlobSliceFunctions.drain(blob, RhaiRange.exclusive(2, 5)))).isEqualTo("234");
    assertThat(text(BlobSliceFunctions.drain(blob, -2, 99))).isEqualTo("89");
    assertThat(text(blob)).isEqualTo("01567");
  }

  @Test
  void split_index_cutsInTwo() {
    assertThat(text(BlobSliceFunctions.split(blob, -2))).isEqualTo("89");
    assertThat(text(BlobSliceFunctions.split(blob, 9))).isEmpty();
    assertThat(text(BlobSliceFunctions.split(blob, -99))).isEqualTo("01234567");
    assertThat(blob.isEmpty()).isTrue();
  }

  @Test
  void retain_part_isKept() {
    assertThat(text(BlobSliceFunctions.retain(blob, 2, 3))).isEqualTo("0156789");
    assertThat(text(blob)).isEqualTo("234");
    assertThat(text(BlobSliceFunctions.retain(blob, RhaiRange.inclusive(1, 1)))).isEqualTo("24");
  }

  @Test
  void retain_withoutLengthOrOutside_keepsAllOrNothing() {
    assertThat(text(BlobSliceFunctions.retain(blob, 2, 0))).isEmpty();
    assertThat(blob.size()).isEqualTo(10);
    assertThat(text(BlobSliceFunctions.retain(blob, 99, 1))).isEqualTo("0123456789");
    assertThat(blob.isEmpty()).isTrue();
  }
}
