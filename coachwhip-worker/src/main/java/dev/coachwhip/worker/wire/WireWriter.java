package dev.coachwhip.worker.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A message being written: bytes that grow, in the machine's own order. For one thread.
 *
 * <p>Whoever gives up a message half-written, as because a value in it cannot be converted, calls
 * {@link #abandon()}: what was counted as sent in it is counted back.
 */
public final class WireWriter {

  private static final int FIRST_BYTES = 128;

  /** As long as a Java array can be on every JVM. */
  private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private byte[] bytes = new byte[FIRST_BYTES];
  private int size;
  private @Nullable Deque<Runnable> undo;

  /** Makes an empty message. */
  public WireWriter() {}

  /** Returns the number of bytes written. */
  public int size() {
    return size;
  }

  /** Writes the lowest 8 bits. */
  public void putByte(int value) {
    int at = room(1);
    bytes[at] = (byte) value;
  }

  /** Writes a byte. */
  public void putBoolean(boolean value) {
    putByte(value ? 1 : 0);
  }

  /** Writes 4 bytes. */
  public void putInt(int value) {
    int at = room(Integer.BYTES);
    INT.set(bytes, at, value);
  }

  /** Writes 8 bytes. */
  public void putLong(long value) {
    int at = room(Long.BYTES);
    LONG.set(bytes, at, value);
  }

  /** Writes 8 bytes, which keep the bits of a NaN. */
  public void putDouble(double value) {
    putLong(Double.doubleToRawLongBits(value));
  }

  /** Writes a number that is often small and never negative in 1 to 5 bytes. */
  public void putCount(int value) {
    putUnsigned(value);
  }

  /** Writes a number that is often near zero in 1 to 10 bytes. */
  public void putNumber(long value) {
    putUnsigned((value << 1) ^ (value >> (Long.SIZE - 1)));
  }

  private void putUnsigned(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      putByte((int) rest | 0x80);
      rest >>>= 7;
    }
    putByte((int) rest);
  }

  /** Writes text, any chars; unpaired surrogates too. */
  public void putText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    // An unpaired surrogate is encoded as a question mark, one byte.
    boolean isAscii =
        utf8.length == text.length() && text.equals(new String(utf8, StandardCharsets.ISO_8859_1));
    if (isAscii || !Surrogates.areUnpaired(text)) {
      putUnsigned((long) utf8.length << 1);
      putRaw(utf8);
    } else {
      putUnsigned((long) text.length() << 1 | 1);
      text.chars().forEach(this::putChar);
    }
  }

  private void putChar(int value) {
    putByte(value);
    putByte(value >> Byte.SIZE);
  }

  /** Writes text or that there is none. */
  public void putOptionalText(@Nullable String text) {
    putBoolean(text != null);
    if (text != null) {
      putText(text);
    }
  }

  /** Writes bytes with their number. */
  public void putBytes(byte[] value) {
    putCount(value.length);
    putRaw(value);
  }

  private void putRaw(byte[] value) {
    int at = room(value.length);
    System.arraycopy(value, 0, bytes, at, value.length);
  }

  /**
   * Returns a buffer over the next bytes for the caller to fill, before it writes anything else.
   */
  ByteBuffer part(long length) {
    if (length > MOST_BYTES) {
      throw tooLong();
    }
    int at = room((int) length);
    return ByteBuffer.wrap(bytes, at, (int) length).slice().order(ByteOrder.nativeOrder());
  }

  private int room(int length) {
    int at = size;
    long end = (long) at + length;
    if (end > bytes.length) {
      grow(end);
    }
    size = (int) end;
    return at;
  }

  private void grow(long end) {
    if (end > MOST_BYTES) {
      throw tooLong();
    }
    bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(2L * bytes.length, end), MOST_BYTES));
  }

  private static IllegalStateException tooLong() {
    return new IllegalStateException("more than 2 GB cannot go to or from a worker in one message");
  }

  /** Returns what was written; no copy, so nothing may be written afterwards. */
  public ByteBuffer toBuffer() {
    return ByteBuffer.wrap(bytes, 0, size).slice().order(ByteOrder.nativeOrder());
  }

  /** Has something done if the message is never sent. */
  void whenAbandoned(Runnable action) {
    if (undo == null) {
      undo = new ArrayDeque<>();
    }
    undo.push(action);
  }

  /** Says that the message will not be sent. A second call does nothing. */
  public void abandon() {
    while (undo != null && !undo.isEmpty()) {
      undo.pop().run();
    }
  }
}
