package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.CPython;
import dev.coachwhip.python.ffi.NativeMemory;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where CPython keeps which thread is its main one: the only thread on which it runs the handlers
 * of signals. It reads that anew each time, so that another thread can take the part for a while.
 */
public final class MainThreadField {

  // The field is not part of the C API, and its place in _PyRuntime differs between versions: byte
  // 72 in 3.10, 80 in 3.11, 64 in 3.12, 656 in 3.13, 832 in 3.14, on Linux x86-64. It is found by
  // its value, and believed only after a proof, since thread states hold such a value too.

  private static final int SMALLEST_STRUCT_BYTES = 1024;

  private final long address;
  private final long main;

  private MainThreadField(long address, long main) {
    this.address = address;
    this.main = main;
  }

  /**
   * Finds it. Attached, so that no other thread looks meanwhile.
   *
   * @param main the main thread's ident
   * @param own the calling thread's ident
   * @param countsAsMain tells whether Python takes the calling thread for its main thread
   * @return the field; null if none is found, as in a CPython that keeps it elsewhere
   */
  public static @Nullable MainThreadField find(long main, long own, BooleanSupplier countsAsMain) {
    OptionalLong runtime = CPython.symbol("_PyRuntime");
    if (runtime.isEmpty()) {
      return null;
    }
    for (int offset = 0; offset < SMALLEST_STRUCT_BYTES; offset += Long.BYTES) {
      MainThreadField field = new MainThreadField(runtime.getAsLong() + offset, main);
      if (field.value() == main && field.isProvedBy(own, countsAsMain)) {
        return field;
      }
    }
    return null;
  }

  private long value() {
    return NativeMemory.getLong(address);
  }

  private boolean isProvedBy(long own, BooleanSupplier countsAsMain) {
    set(own);
    try {
      return countsAsMain.getAsBoolean();
    } finally {
      restore();
    }
  }

  /** Makes a thread count as Python's main thread. Need not be attached: it is one aligned word. */
  public void set(long ident) {
    NativeMemory.putLong(address, ident);
  }

  /** Gives the part back to the thread that initialised Python. */
  public void restore() {
    set(main);
  }
}
