package dev.coachwhip.python.policy;

import dev.coachwhip.python.ffi.CPython;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * CPython's own note of an audit hook: an entry of a linked list that begins in {@code _PyRuntime},
 * at a place that differs between versions.
 *
 * @param link address of the word that leads to the entry
 * @param next what follows the entry, 0 for nothing
 */
record AuditHookEntry(long link, long next) {

  /** More than the struct has in any version (600 KB in 3.13). */
  private static final int LARGEST_STRUCT_BYTES = 1 << 20;

  private static final int MOST_HOOKS = 32;

  /**
   * Finds the entry of a hook. Attached.
   *
   * @param function the hook's C function
   * @return empty where the process's own memory is no file, as everywhere but on Linux
   */
  static Optional<AuditHookEntry> find(long function) {
    OptionalLong runtime = CPython.symbol("_PyRuntime");
    if (runtime.isEmpty()) {
      return Optional.empty();
    }
    // Read as a file, memory that is not there is an error and not the end of the process.
    try (RandomAccessFile memory = new RandomAccessFile("/proc/self/mem", "r")) {
      return find(memory, runtime.getAsLong(), function);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<AuditHookEntry> find(RandomAccessFile memory, long runtime, long function)
      throws IOException {
    ByteBuffer struct = read(memory, runtime, LARGEST_STRUCT_BYTES);
    for (int offset = 0; offset + Long.BYTES <= struct.limit(); offset += Long.BYTES) {
      long entry = struct.getLong(offset);
      if (mayBeAllocated(entry, runtime)) {
        Optional<AuditHookEntry> found = find(memory, runtime + offset, entry, function);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean mayBeAllocated(long address, long runtime) {
    return address > 0xffff
        && address < 1L << 48
        && address % Long.BYTES == 0
        && (address < runtime || address > runtime + LARGEST_STRUCT_BYTES);
  }

  /** Follows what may be the list of hooks. */
  private static Optional<AuditHookEntry> find(
      RandomAccessFile memory, long head, long first, long function) throws IOException {
    long link = head;
    long entry = first;
    for (int i = 0; i < MOST_HOOKS && entry != 0; i++) {
      ByteBuffer fields = read(memory, entry, 2 * Long.BYTES); // next, function
      if (fields.limit() < 2 * Long.BYTES) {
        return Optional.empty();
      }
      if (fields.getLong(Long.BYTES) == function) {
        return Optional.of(new AuditHookEntry(link, fields.getLong(0)));
      }
      link = entry;
      entry = fields.getLong(0);
    }
    return Optional.empty();
  }

  /** Reads what is there, which may be less. */
  private static ByteBuffer read(RandomAccessFile memory, long address, int sizeBytes)
      throws IOException {
    byte[] bytes = new byte[sizeBytes];
    int length;
    try {
      memory.seek(address);
      length = Math.max(0, memory.read(bytes));
    } catch (IOException e) {
      length = 0; // nothing is mapped there
    }
    return ByteBuffer.wrap(bytes, 0, length).slice().order(ByteOrder.nativeOrder());
  }
}
