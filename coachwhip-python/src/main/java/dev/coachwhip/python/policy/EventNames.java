package dev.coachwhip.python.policy;

import dev.coachwhip.python.ffi.NativeMemory;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is to be checked at an audit event by the event's name. Most events are of no interest,
 * so this is what the hook mostly does; it takes no memory.
 */
final class EventNames {

  // By content and not by address: sys.audit() passes names on Python's heap. A 64-bit hash stands
  // for the name; a script that finds a name with the same one is checked once too often.

  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final int LONGEST = 64;
  private static final int SLOTS = 1024;

  private final long[] hashes = new long[SLOTS];
  private final @Nullable Check[] checks = new Check[SLOTS];

  /**
   * Adds an event.
   *
   * @param name its name; with a dot at its end all names that begin so and are not added by
   *     themselves
   */
  void add(String name, Check check) {
    long hash = SEED;
    for (byte b : name.getBytes(StandardCharsets.US_ASCII)) {
      hash = (hash ^ b) * PRIME;
    }
    int slot = slot(hash);
    while (hashes[slot] != 0) {
      slot = slot + 1 & SLOTS - 1;
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
    long hash = SEED;
    Check family = null;
    for (int i = 0; i < LONGEST; i++) {
      byte b = NativeMemory.getByte(name + i);
      if (b == 0) {
        Check check = lookUp(hash);
        return check == null ? family : check;
      }
      hash = (hash ^ b) * PRIME;
      if (b == '.' && family == null) {
        family = lookUp(hash);
      }
    }
    return family;
  }

  private @Nullable Check lookUp(long hash) {
    for (int slot = slot(hash); hashes[slot] != 0; slot = slot + 1 & SLOTS - 1) {
      if (hashes[slot] == hash) {
        return checks[slot];
      }
    }
    return null;
  }

  private static int slot(long hash) {
    return (int) (hash >>> 32) & SLOTS - 1;
  }
}
