package dev.coachwhip.python.policy;

import dev.coachwhip.python.ffi.NativeMemory;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is to be checked at an audit event by the event's name. Most events are of no
 * interest, so this is what the hook mostly does; it takes no memory.
 */
final class EventNames {

  // By content and not by address: sys.audit() passes names on Python's heap. A 64-bit hash stands
  // for the name; a script that finds a name with the same one is checked once too often. Eight
  // bytes are read at a time, since in a JVM that has just started each read takes long.

  private static final long PRIME = 0x9e3779b97f4a7c15L;
  private static final int LONGEST = 64;
  private static final int SLOTS = 1024;
  private static final int SMALLEST_PAGE = 4096;

  private final long[] hashes = new long[SLOTS];
  private final @Nullable Check[] checks = new Check[SLOTS];

  /**
   * Adds an event.
   *
   * @param name its name; with a dot within its first eight bytes and nothing after it, all names
   *     that begin so and are not added by themselves
   */
  void add(String name, Check check) {
    byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
    if (name.endsWith(".") && bytes.length > Long.BYTES) {
      throw new IllegalArgumentException("too long for a family of names: " + name);
    }
    long hash = 0;
    for (int i = 0; i <= bytes.length; i += Long.BYTES) {
      long word = 0;
      for (int k = 0; k < Long.BYTES && i + k < bytes.length; k++) {
        word |= (long) bytes[i + k] << (8 * k);
      }
      hash = (hash + word) * PRIME;
    }
    int slot = slot(hash);
    while (hashes[slot] != 0) {
      slot = next(slot);
    }
    hashes[slot] = hash;
    checks[slot] = check;
  }

  /**
   * Returns what to check, null for nothing.
   *
   * @param name address of the name, with a zero byte at its end
   */
  @Nullable Check find(long name) {
    long first = word(name);
    int length = zeroByte(first);
    long hash = (first & mask(length)) * PRIME;
    for (int i = Long.BYTES; length == Long.BYTES && i < LONGEST; i += Long.BYTES) {
      long word = word(name + i);
      length = zeroByte(word);
      hash = (hash + (word & mask(length))) * PRIME;
    }
    Check check = lookUp(hash);
    return check == null ? ofFamily(first) : check;
  }

  /** Looks for the part up to a dot. */
  private @Nullable Check ofFamily(long first) {
    int length = zeroByte(first ^ DOTS);
    if (length == Long.BYTES) {
      return null;
    }
    long hash = (first & mask(length + 1)) * PRIME;
    return lookUp(length + 1 == Long.BYTES ? hash * PRIME : hash);
  }

  private static final long ONES = 0x0101010101010101L;
  private static final long DOTS = '.' * ONES;

  /** Returns how many bytes stand before the first zero byte, 8 if there is none. */
  private static int zeroByte(long word) {
    long zeros = (word - ONES) & ~word & (ONES << 7);
    return Long.numberOfTrailingZeros(zeros) >>> 3;
  }

  private static long mask(int bytes) {
    return bytes == Long.BYTES ? -1 : (1L << (8 * bytes)) - 1;
  }

  /** Reads eight bytes, which may go past a name's end but not into a page that is not there. */
  private static long word(long address) {
    return (address & (SMALLEST_PAGE - 1)) <= SMALLEST_PAGE - Long.BYTES
        ? NativeMemory.getLong(address)
        : bytes(address);
  }

  private static long bytes(long address) {
    long word = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      byte b = NativeMemory.getByte(address + i);
      if (b == 0) {
        return word;
      }
      word |= (long) b << (8 * i);
    }
    return word;
  }

  private @Nullable Check lookUp(long hash) {
    for (int slot = slot(hash); hashes[slot] != 0; slot = next(slot)) {
      if (hashes[slot] == hash) {
        return checks[slot];
      }
    }
    return null;
  }

  private static int slot(long hash) {
    return (int) (hash >>> 32) & (SLOTS - 1);
  }

  private static int next(int slot) {
    return (slot + 1) & (SLOTS - 1);
  }
}
