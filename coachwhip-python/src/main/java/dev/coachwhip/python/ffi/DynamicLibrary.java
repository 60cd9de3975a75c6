package dev.coachwhip.python.ffi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A shared library opened by the system's own loader. {@link SymbolLookup#libraryLookup} opens with
 * local symbols, which breaks Python's extension modules: they expect to find Python's functions
 * among the global ones.
 */
@SuppressWarnings("restricted") // this package is where native code is called
abstract class DynamicLibrary {

  static DynamicLibrary open(Path path) {
    return HostPlatform.IS_WINDOWS ? new Windows(path) : new Posix(path);
  }

  /** Returns the address of an exported symbol. */
  abstract OptionalLong find(String name);

  private static MethodHandle link(
      SymbolLookup lookup, String name, FunctionDescriptor descriptor) {
    MemorySegment address =
        lookup
            .find(name)
            .orElseThrow(() -> new NativeLibraryException("the system's loader lacks " + name));
    return Linker.nativeLinker().downcallHandle(address, descriptor);
  }

  private static OptionalLong present(long address) {
    return address == 0 ? OptionalLong.empty() : OptionalLong.of(address);
  }

  /** {@code dlopen} and {@code dlsym}. */
  private static final class Posix extends DynamicLibrary {

    private static final long RTLD_NOW = 2;
    private static final long RTLD_GLOBAL = HostPlatform.IS_MAC ? 0x8 : 0x100;

    private final MethodHandle dlsym;
    private final long handle;

    Posix(Path path) {
      SymbolLookup system = Linker.nativeLinker().defaultLookup();
      MethodHandle dlopen = link(system, "dlopen", Shape.LONGS_2.descriptor());
      dlsym = link(system, "dlsym", Shape.LONGS_2.descriptor());
      try (Arena arena = Arena.ofConfined()) {
        handle =
            (long)
                dlopen.invokeExact(
                    arena.allocateFrom(path.toString()).address(), RTLD_NOW | RTLD_GLOBAL);
      } catch (Throwable t) {
        throw CPython.unexpected(t);
      }
      if (handle == 0) {
        throw new NativeLibraryException(lastError(system, path));
      }
    }

    private static String lastError(SymbolLookup system, Path path) {
      try {
        long text = (long) link(system, "dlerror", Shape.LONGS_0.descriptor()).invokeExact();
        return text == 0 ? "cannot open " + path : NativeMemory.string(text);
      } catch (Throwable t) {
        throw CPython.unexpected(t);
      }
    }

    @Override
    OptionalLong find(String name) {
      try (Arena arena = Arena.ofConfined()) {
        return present((long) dlsym.invokeExact(handle, arena.allocateFrom(name).address()));
      } catch (Throwable t) {
        throw CPython.unexpected(t);
      }
    }
  }

  /** {@code LoadLibraryExW} and {@code GetProcAddress}; Windows has no local or global symbols. */
  private static final class Windows extends DynamicLibrary {

    /** Looks for the DLLs that the library needs in its own folder first. */
    private static final int LOAD_WITH_ALTERED_SEARCH_PATH = 0x8;

    private final MethodHandle getProcAddress;
    private final MemorySegment handle;

    Windows(Path path) {
      SymbolLookup kernel = SymbolLookup.libraryLookup("kernel32", Arena.global());
      MethodHandle load =
          link(
              kernel, "LoadLibraryExW", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_INT));
      getProcAddress =
          link(kernel, "GetProcAddress", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS));
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment wide =
            arena.allocateFrom(path.toAbsolutePath().toString(), StandardCharsets.UTF_16LE);
        handle =
            (MemorySegment)
                load.invokeExact(wide, MemorySegment.NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
      } catch (Throwable t) {
        throw CPython.unexpected(t);
      }
      if (handle.address() == 0) {
        throw new NativeLibraryException(
            "cannot load "
                + path
                + ": it, or a DLL it needs, is missing or of another architecture");
      }
    }

    @Override
    OptionalLong find(String name) {
      try (Arena arena = Arena.ofConfined()) {
        return present((long) getProcAddress.invokeExact(handle, arena.allocateFrom(name)));
      } catch (Throwable t) {
        throw CPython.unexpected(t);
      }
    }
  }
}
