package dev.coachwhip.python.ffi;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The libpython of this process: opened once, never closed. The classes of this package look their
 * functions up here when they are first used, so none of them may be touched before {@link #open}.
 */
@SuppressWarnings("restricted") // this package is where native code is called
public final class CPython {

  private static final Linker LINKER = Linker.nativeLinker();
  private static volatile @Nullable DynamicLibrary library;

  private CPython() {}

  /**
   * Opens a libpython with its symbols global, as extension modules need.
   *
   * @throws NativeLibraryException if the system's loader refuses it; says why
   */
  public static synchronized void open(Path libpython) {
    if (library != null) {
      throw new IllegalStateException("a libpython is open already");
    }
    library = DynamicLibrary.open(libpython);
  }

  /**
   * Returns the address of an exported function or variable; empty if this version of Python has
   * none of that name.
   */
  public static OptionalLong symbol(String name) {
    DynamicLibrary open = library;
    if (open == null) {
      throw new IllegalStateException("no libpython is open");
    }
    return open.find(name);
  }

  /**
   * Returns the address of an exported function or variable that every supported version has.
   *
   * @throws NativeLibraryException if it is missing
   */
  public static long required(String name) {
    return symbol(name)
        .orElseThrow(() ->
            new NativeLibraryException(
                "the libpython does not export " + name + "; is it CPython 3.10 or later?"));
  }

  static MethodHandle function(String name, Shape shape) {
    return LINKER.downcallHandle(MemorySegment.ofAddress(required(name)), shape.descriptor());
  }

  /** Links a function of an extension module by its address. */
  static MethodHandle functionAt(long address, Shape shape) {
    return LINKER.downcallHandle(MemorySegment.ofAddress(address), shape.descriptor());
  }

  /**
   * Links a function that neither blocks nor calls back nor runs Python code: the JVM then leaves
   * out the state change of the thread, which saves a few nanoseconds, and cannot stop at a
   * safepoint meanwhile.
   */
  static MethodHandle leaf(String name, Shape shape) {
    return LINKER.downcallHandle(
        MemorySegment.ofAddress(required(name)), shape.descriptor(), Linker.Option.critical(false));
  }

  /**
   * Returns what to throw for what a method handle threw, which only happens if its types are
   * wrong.
   */
  static RuntimeException unexpected(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return new IllegalStateException("a native call failed", thrown);
  }
}
