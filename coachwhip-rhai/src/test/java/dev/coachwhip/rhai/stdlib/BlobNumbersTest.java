package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import org.junit.jupiter.api.Test;

/** {@link BlobReadFunctions} and {@link BlobWriteFunctions}. */
class BlobNumbersTest {

  private static Blob zeros(int size) {
    return Blob.wrap(new byte[size]);
  }

  @Test
  void parseInt_fewBytes_areTheFirstOnes() {
    Blob blob = Blob.of((byte) 1, (byte) 2, (byte) 0xff);
    assertThat(BlobReadFunctions.parseLeInt(blob, 0, 2)).isEqualTo(0x0201);
    assertThat(BlobReadFunctions.parseBeInt(blob, 0, 2)).isEqualTo(0x0102L << 48);
    assertThat(BlobReadFunctions.parseLeInt(blob, -1, 99)).isEqualTo(0xff);
    assertThat(BlobReadFunctions.parseBeInt(blob, RhaiRange.inclusive(2, 2)))
        .isEqualTo(0xffL << 56);
    assertThat(BlobReadFunctions.parseLeInt(blob, 3, 1)).isZero();
    assertThat(BlobReadFunctions.parseLeInt(blob, RhaiRange.exclusive(1, 1))).isZero();
  }

  @Test
  void parseInt_moreThanEightBytes_areLeftOut() {
    Blob blob = zeros(9);
    blob.set(7, 0x80);
    blob.set(8, 0xff);
    assertThat(BlobReadFunctions.parseLeInt(blob, 0, 9)).isEqualTo(Long.MIN_VALUE);
    assertThat(BlobReadFunctions.parseBeInt(blob, 0, 9)).isEqualTo(0x80);
  }

  @Test
  void write_thenParse_isTheSame() {
    Blob blob = zeros(10);
    BlobWriteFunctions.writeLe(blob, 1, 8, -123456789L);
    assertThat(BlobReadFunctions.parseLeInt(blob, 1, 8)).isEqualTo(-123456789L);
    BlobWriteFunctions.writeBe(blob, RhaiRange.exclusive(2, 10), Long.MAX_VALUE);
    assertThat(BlobReadFunctions.parseBeInt(blob, RhaiRange.inclusive(2, 9)))
        .isEqualTo(Long.MAX_VALUE);
    BlobWriteFunctions.writeLe(blob, 0, 8, 2.5);
    assertThat(BlobReadFunctions.parseLeFloat(blob, RhaiRange.exclusive(0, 8))).isEqualTo(2.5);
    BlobWriteFunctions.writeBe(blob, RhaiRange.exclusive(0, 8), -0.125);
    assertThat(BlobReadFunctions.parseBeFloat(blob, 0, 8)).isEqualTo(-0.125);
  }

  @Test
  void write_fewBytes_areTheFirstOnes() {
    Blob blob = zeros(4);
    BlobWriteFunctions.writeLe(blob, RhaiRange.exclusive(0, 2), 0x123456);
    BlobWriteFunctions.writeBe(blob, 2, 2, 0x123456);
    assertThat(blob).hasToString("[56340000]");
    BlobWriteFunctions.writeBe(blob, 3, 9, -1);
    assertThat(blob).hasToString("[563400ff]");
    BlobWriteFunctions.writeLe(blob, RhaiRange.exclusive(0, 8), 1.0);
    assertThat(blob).hasToString("[00000000]");
  }

  @Test
  void writeUtf8_text_mayBeCutWithinACharacter() {
    Blob blob = zeros(4);
    BlobWriteFunctions.writeUtf8(blob, 0, 2, RhaiString.of("añ"));
    BlobWriteFunctions.writeUtf8(blob, RhaiRange.inclusive(3, 9), RhaiString.of("xyz"));
    assertThat(blob).hasToString("[61c30078]");
  }

  @Test
  void writeAscii_otherCharacters_areLeftOut() {
    Blob blob = zeros(4);
    BlobWriteFunctions.writeAscii(blob, 0, 3, RhaiString.of("🙂añbcd"));
    assertThat(blob).hasToString("[61626300]");
    BlobWriteFunctions.writeAscii(blob, RhaiRange.exclusive(3, 4), RhaiString.of(""));
    assertThat(blob.get(3)).isZero();
  }
}
