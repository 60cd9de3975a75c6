package dev.coachwhip.worker.ffi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Optional;

/**
 * Functions of the C library, all linked with one signature: seven longs in, one out, and {@code
 * errno}. A signature costs several milliseconds when it is first used; a function that takes fewer
 * arguments does not look at the others, and one that takes or returns an int uses the lower half.
 */
@SuppressWarnings("restricted") // this package is where native code is called
final class Native {

  /** A call's arguments: of {@code syscall}, its number and six more. */
  static final int ARGUMENTS = 7;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option KEEP_ERRNO = Linker.Option.captureCallState("errno");
  private static final FunctionDescriptor DESCRIPTOR = descriptor();

  private final MethodHandle function;

  private Native(MethodHandle function) {
    this.function = function;
  }

  private static FunctionDescriptor descriptor() {
    MemoryLayout[] arguments = new MemoryLayout[ARGUMENTS];
    Arrays.fill(arguments, JAVA_LONG);
    return FunctionDescriptor.of(JAVA_LONG, arguments);
  }

  /** Finds a function; empty if this C library lacks it. */
  static Optional<Native> find(String name) {
    return LINKER
        .defaultLookup()
        .find(name)
        .map(address -> new Native(LINKER.downcallHandle(address, DESCRIPTOR, KEEP_ERRNO)));
  }

  /**
   * Finds a function.
   *
   * @throws UnsupportedOperationException if this C library lacks it
   */
  static Native get(String name) {
    return find(name)
        .orElseThrow(() -> new UnsupportedOperationException("the C library has no " + name));
  }

  /**
   * What a function returned.
   *
   * @param errno has a meaning only where the function says so
   */
  record Outcome(long value, int errno) {}

  /** Calls it; what is not given is 0. Pointers must point to what the function expects. */
  Outcome call(long... arguments) {
    long[] a = Arrays.copyOf(arguments, ARGUMENTS);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(JAVA_INT);
      long value = (long) function.invokeExact(state, a[0], a[1], a[2], a[3], a[4], a[5], a[6]);
      return new Outcome(value, state.get(JAVA_INT, 0));
    } catch (Throwable t) {
      throw new IllegalStateException("a call of the C library failed in Java", t);
    }
  }
}
