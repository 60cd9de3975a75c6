package dev.coachwhip.python.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The C stack of a thread.
 *
 * @param start its lowest address
 * @param sizeBytes its size
 */
@SuppressWarnings("restricted") // this package is where native code is called
public record ThreadStack(long start, long sizeBytes) {

  /**
   * Returns the calling thread's stack, asked of the system ({@code pthread_getattr_np} and its
   * like).
   */
  public static ThreadStack ofCurrentThread() {
    try (Arena arena = Arena.ofConfined()) {
      if (HostPlatform.IS_WINDOWS) {
        return windows(arena);
      }
      return HostPlatform.IS_MAC ? mac() : linux(arena);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  private static final class Posix {
    static final MethodHandle SELF = system("pthread_self", Shape.LONGS_0);
  }

  private static final class Linux {
    static final MethodHandle GET_ATTRIBUTES = system("pthread_getattr_np", Shape.LONGS_2);
    static final MethodHandle GET_STACK = system("pthread_attr_getstack", Shape.LONGS_3);
    static final MethodHandle DESTROY_ATTRIBUTES = system("pthread_attr_destroy", Shape.LONGS_1);

    /** {@code pthread_attr_t} is 56 bytes with glibc and musl on x86-64, 64 on arm64. */
    static final long ATTRIBUTES_SIZE = 128;
  }

  private static ThreadStack linux(Arena arena) throws Throwable {
    long attributes = arena.allocate(Linux.ATTRIBUTES_SIZE, Long.BYTES).address();
    long results = arena.allocate(2L * Long.BYTES, Long.BYTES).address();
    long self = (long) Posix.SELF.invokeExact();
    long failure = (long) Linux.GET_ATTRIBUTES.invokeExact(self, attributes);
    if ((int) failure != 0) {
      throw new IllegalStateException("pthread_getattr_np failed with " + (int) failure);
    }
    long _ = (long) Linux.GET_STACK.invokeExact(attributes, results, results + Long.BYTES);
    long _ = (long) Linux.DESTROY_ATTRIBUTES.invokeExact(attributes);
    return new ThreadStack(
        NativeMemory.getLong(results), NativeMemory.getLong(results + Long.BYTES));
  }

  private static final class Mac {
    static final MethodHandle GET_ADDRESS = system("pthread_get_stackaddr_np", Shape.LONGS_1);
    static final MethodHandle GET_SIZE = system("pthread_get_stacksize_np", Shape.LONGS_1);
  }

  /** macOS gives the highest address. */
  private static ThreadStack mac() throws Throwable {
    long self = (long) Posix.SELF.invokeExact();
    long end = (long) Mac.GET_ADDRESS.invokeExact(self);
    long size = (long) Mac.GET_SIZE.invokeExact(self);
    return new ThreadStack(end - size, size);
  }

  private static ThreadStack windows(Arena arena) throws Throwable {
    SymbolLookup kernel = SymbolLookup.libraryLookup("kernel32", Arena.global());
    MethodHandle limits =
        Linker.nativeLinker()
            .downcallHandle(
                kernel.find("GetCurrentThreadStackLimits").orElseThrow(),
                Shape.LONGS_2.descriptor());
    long results = arena.allocate(2L * Long.BYTES, Long.BYTES).address();
    long _ = (long) limits.invokeExact(results, results + Long.BYTES);
    long low = NativeMemory.getLong(results);
    return new ThreadStack(low, NativeMemory.getLong(results + Long.BYTES) - low);
  }

  private static MethodHandle system(String name, Shape shape) {
    MemorySegment address = Linker.nativeLinker().defaultLookup().find(name).orElseThrow();
    return Linker.nativeLinker().downcallHandle(address, shape.descriptor());
  }
}
