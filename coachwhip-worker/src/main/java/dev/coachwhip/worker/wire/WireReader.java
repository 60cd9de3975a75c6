package dev.coachwhip.worker.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A message being read. What comes from the other process is not trusted: every method throws
 * {@link WireFormatException} where the message ends too early or makes no sense, and allocates no
 * more than the message could hold. For one thread.
 */
public final class WireReader {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final byte[] bytes;
  private final int end;
  private int at;

  /**
   * Reads from position to limit; the buffer itself is not changed.
   *
   * @param message nobody may change its bytes afterwards; one outside the heap is copied
   */
  public WireReader(ByteBuffer message) {
    if (message.hasArray()) {
      bytes = message.array();
      at = message.arrayOffset() + message.position();
      end = at + message.remaining();
    } else {
      bytes = new byte[message.remaining()];
      message.get(message.position(), bytes);
      end = bytes.length;
    }
  }

  /** Returns how many bytes are left. */
  public int remaining() {
    return end - at;
  }

  /** Reads 8 bits, 0 to 255. */
  public int getByte() {
    return bytes[take(1)] & 0xff;
  }

  /** Reads a byte that must be 0 or 1. */
  public boolean getBoolean() {
    int value = getByte();
    if (value > 1) {
      throw new WireFormatException("no boolean: " + value);
    }
    return value == 1;
  }

  /** Reads 4 bytes. */
  public int getInt() {
    return (int) INT.get(bytes, take(Integer.BYTES));
  }

  /** Reads 8 bytes. */
  public long getLong() {
    return (long) LONG.get(bytes, take(Long.BYTES));
  }

  /** Reads 8 bytes. */
  public double getDouble() {
    return Double.longBitsToDouble(getLong());
  }

  /**
   * Reads a number that {@link WireWriter#putCount} wrote, of things that follow.
   *
   * @param leastBytes how many bytes each of them takes at least; 0 for a number of something else
   */
  public int getCount(int leastBytes) {
    long count = getUnsigned();
    boolean fits = count >= 0 && count <= Integer.MAX_VALUE;
    if (!fits || count * leastBytes > remaining()) {
      throw new WireFormatException(
          "%d things of %d bytes or more in %d bytes".formatted(count, leastBytes, remaining()));
    }
    return (int) count;
  }

  /** Reads a number that {@link WireWriter#putNumber} wrote. */
  public long getNumber() {
    long value = getUnsigned();
    return (value >>> 1) ^ -(value & 1);
  }

  private long getUnsigned() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int part = getByte();
      value |= (long) (part & 0x7f) << shift;
      if (part < 0x80) {
        return value;
      }
    }
    throw new WireFormatException("a number of more than 10 bytes");
  }

  /** Reads text. */
  public String getText() {
    long header = getUnsigned();
    long length = header >>> 1;
    boolean isUtf16 = (header & 1) == 1;
    if (length > Integer.MAX_VALUE || (isUtf16 ? 2 * length : length) > remaining()) {
      throw new WireFormatException("a text of " + length + " in " + remaining() + " bytes");
    }
    return isUtf16 ? utf16((int) length) : utf8((int) length);
  }

  private String utf8(int length) {
    int start = take(length);
    String text = new String(bytes, start, length, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : strictly(start, length);
  }

  /** What cannot be decoded became that character, unless the text itself has it. */
  private String strictly(int start, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, start, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new WireFormatException("text that is no UTF-8", e);
    }
  }

  private String utf16(int length) {
    char[] chars = new char[length];
    for (int i = 0; i < length; i++) {
      chars[i] = (char) (getByte() | getByte() << Byte.SIZE);
    }
    return new String(chars);
  }

  /** Reads text, null if there is none. */
  public @Nullable String getOptionalText() {
    return getBoolean() ? getText() : null;
  }

  /** Reads bytes; a copy. */
  public byte[] getBytes() {
    int length = getCount(1);
    int start = take(length);
    byte[] copy = new byte[length];
    System.arraycopy(bytes, start, copy, 0, length);
    return copy;
  }

  /** Reads the next bytes as a buffer; no copy. */
  ByteBuffer part(int length) {
    return ByteBuffer.wrap(bytes, take(length), length).slice().order(ByteOrder.nativeOrder());
  }

  /** Checks that nothing is left. */
  public void requireEnd() {
    if (at != end) {
      throw new WireFormatException(remaining() + " bytes too many");
    }
  }

  private int take(int length) {
    int start = at;
    if (length < 0 || length > end - start) {
      throw new WireFormatException(
          "the message ends %d bytes before %d bytes".formatted(end - start, length));
    }
    at = start + length;
    return start;
  }
}
