package dev.coachwhip.python.ffi;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_CHAR_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Raw reads and writes at addresses that C gave us, in native byte order. Nothing is checked: every
 * caller says why the address is valid, as C code would.
 */
@SuppressWarnings("restricted") // this package is where native code is called
public final class NativeMemory {

  /** All of memory. A segment of its own for each access would cost more than the access. */
  private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private NativeMemory() {}

  /** Returns the byte at an address. */
  public static byte getByte(long address) {
    return ALL.get(JAVA_BYTE, address);
  }

  /** Returns the int at an address. */
  public static int getInt(long address) {
    return ALL.get(JAVA_INT_UNALIGNED, address);
  }

  /** Returns the long or pointer at an address. */
  public static long getLong(long address) {
    return ALL.get(JAVA_LONG_UNALIGNED, address);
  }

  /** Returns the double at an address. */
  public static double getDouble(long address) {
    return ALL.get(JAVA_DOUBLE_UNALIGNED, address);
  }

  /** Writes an int. */
  public static void putInt(long address, int value) {
    ALL.set(JAVA_INT_UNALIGNED, address, value);
  }

  /** Writes a long or pointer. */
  public static void putLong(long address, long value) {
    ALL.set(JAVA_LONG_UNALIGNED, address, value);
  }

  /** Copies bytes out. */
  public static byte[] getBytes(long address, int size) {
    byte[] bytes = new byte[size];
    MemorySegment.copy(ALL, JAVA_BYTE, address, bytes, 0, size);
    return bytes;
  }

  /** Copies 16-bit units out. */
  public static char[] getChars(long address, int count) {
    char[] chars = new char[count];
    MemorySegment.copy(ALL, JAVA_CHAR_UNALIGNED, address, chars, 0, count);
    return chars;
  }

  /** Copies 32-bit units out. */
  public static int[] getInts(long address, int count) {
    int[] ints = new int[count];
    MemorySegment.copy(ALL, JAVA_INT_UNALIGNED, address, ints, 0, count);
    return ints;
  }

  /** Copies longs or pointers out. */
  public static long[] getLongs(long address, int count) {
    long[] longs = new long[count];
    MemorySegment.copy(ALL, JAVA_LONG_UNALIGNED, address, longs, 0, count);
    return longs;
  }

  /** Returns memory as a segment that is never closed; the caller keeps the memory alive. */
  public static MemorySegment segment(long address, long sizeBytes) {
    return ALL.asSlice(address, sizeBytes);
  }

  /**
   * Gives memory the life of an arena.
   *
   * @param atClose runs when the arena is closed
   */
  public static MemorySegment bind(MemorySegment memory, Arena arena, Runnable atClose) {
    return memory.reinterpret(arena, _ -> atClose.run());
  }

  /** Copies bytes in. */
  public static void putBytes(long address, byte[] bytes) {
    MemorySegment.copy(bytes, 0, ALL, JAVA_BYTE, address, bytes.length);
  }

  /** Copies 16-bit units in. */
  public static void putChars(long address, char[] chars) {
    MemorySegment.copy(chars, 0, ALL, JAVA_CHAR_UNALIGNED, address, chars.length);
  }

  /** Returns the UTF-8 text that ends with a zero byte at an address. */
  public static String string(long address) {
    return ALL.getString(address, StandardCharsets.UTF_8);
  }

  /** Allocates memory that is never freed: for what C keeps. */
  public static long allocateForever(long sizeBytes) {
    return Arena.global().allocate(sizeBytes, Long.BYTES).address();
  }

  /** Allocates UTF-8 text with a zero byte at its end that is never freed. */
  public static long stringForever(String text) {
    return Arena.global().allocateFrom(text).address();
  }

  /** Allocates a {@code wchar_t} string that is never freed: 4 bytes a character, 2 on Windows. */
  public static long wideStringForever(String text) {
    boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    Charset charset =
        HostPlatform.IS_WINDOWS
            ? StandardCharsets.UTF_16LE
            : little ? StandardCharsets.UTF_32LE : StandardCharsets.UTF_32BE;
    return Arena.global().allocateFrom(text, charset).address();
  }
}
