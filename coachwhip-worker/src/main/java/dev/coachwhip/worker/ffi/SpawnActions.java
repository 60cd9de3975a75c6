package dev.coachwhip.worker.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * What a child does before it runs its program: {@code posix_spawn_file_actions_t}, {@code
 * spawn.h}. In the order of the calls.
 */
public final class SpawnActions implements AutoCloseable {

  /** 80 bytes with glibc and musl; room for more. */
  private static final long SIZE = 512;

  private static final Native INIT = Native.get("posix_spawn_file_actions_init");
  private static final Native DESTROY = Native.get("posix_spawn_file_actions_destroy");
  private static final Native DUP2 = Native.get("posix_spawn_file_actions_adddup2");
  private static final Native CHDIR = Native.get("posix_spawn_file_actions_addchdir_np");

  /** glibc 2.34 and later. */
  private static final Optional<Native> CLOSE_FROM =
      Native.find("posix_spawn_file_actions_addclosefrom_np");

  private final Arena arena;
  private final MemorySegment actions;

  /** Makes an empty list. */
  public SpawnActions() {
    arena = Arena.ofConfined();
    actions = arena.allocate(SIZE, Long.BYTES);
    check("posix_spawn_file_actions_init", INIT.call(actions.address()));
  }

  /** Makes a descriptor of the child the same file as another. */
  public SpawnActions dup2(int from, int to) {
    check("posix_spawn_file_actions_adddup2", DUP2.call(actions.address(), from, to));
    return this;
  }

  /** Changes to a folder. */
  public SpawnActions changeFolder(String path) {
    long address = arena.allocateFrom(path).address();
    check("posix_spawn_file_actions_addchdir_np", CHDIR.call(actions.address(), address));
    return this;
  }

  /** Closes all descriptors from one on, where the C library can. */
  public SpawnActions closeFrom(int descriptor) {
    CLOSE_FROM.ifPresent(function ->
        check(
            "posix_spawn_file_actions_addclosefrom_np",
            function.call(actions.address(), descriptor)));
    return this;
  }

  long address() {
    return actions.address();
  }

  /** These functions return the error number. */
  private static void check(String function, Native.Outcome outcome) {
    if ((int) outcome.value() != 0) {
      throw new SystemCallException(function, (int) outcome.value());
    }
  }

  @Override
  public void close() {
    DESTROY.call(actions.address());
    arena.close();
  }
}
