package dev.coachwhip.worker.wire;

import dev.coachwhip.spi.DType;
import dev.coachwhip.spi.Extent;
import dev.coachwhip.spi.MemoryOwner;
import dev.coachwhip.spi.StridedArray;
import dev.coachwhip.worker.ffi.BoundMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Memory of an array that the host's program made for workers: freed when the array is closed or
 * unreachable and no worker uses it. The file has a name for as long, to be mapped by any worker.
 */
final class SharedBlock implements MemoryOwner {

  private static final Cleaner CLEANER = Cleaner.create();

  private final MemorySegment memory;
  private final Path file;
  private final Freeing freeing;
  private final Cleaner.Cleanable free;

  /** How many segments are in use; guarded by this. */
  private int keepers;

  private boolean isReleased;

  private SharedBlock(MemorySegment memory, Path file, Freeing freeing) {
    this.memory = memory;
    this.file = file;
    this.freeing = freeing;
    this.free = CLEANER.register(this, freeing);
  }

  /**
   * Frees the memory.
   *
   * @param listeners what to do before
   */
  private record Freeing(SharedFolder folder, String name, Arena arena, List<Runnable> listeners)
      implements Runnable {
    @Override
    public void run() {
      listeners.forEach(Runnable::run);
      folder.delete(name);
      arena.close();
    }
  }

  /**
   * Makes an array in memory of its own.
   *
   * @throws java.io.UncheckedIOException if there is no room for it
   */
  static StridedArray allocate(DType dtype, Extent extent) {
    SharedFolder folder = HostFolder.get().folder();
    String name = SharedFolder.randomName();
    Arena arena = Arena.ofShared();
    MemorySegment memory = folder.create(name, Math.max(1, extent.spanBytes()), arena);
    Freeing freeing = new Freeing(folder, name, arena, new CopyOnWriteArrayList<>());
    SharedBlock block = new SharedBlock(memory, folder.path().resolve(name), freeing);
    return new StridedArray(memory.asSlice(0, extent.spanBytes()), dtype, extent, false, block);
  }

  MemorySegment memory() {
    return memory;
  }

  Path file() {
    return file;
  }

  /**
   * Has something done when the memory is freed.
   *
   * @param action must not hold on to this
   */
  void whenFreed(Runnable action) {
    freeing.listeners().add(action);
  }

  /** Begins a use that outlasts the array. */
  synchronized void keep() {
    keepers++;
  }

  /** Ends it. */
  synchronized void letGo() {
    keepers--;
    freeIfUnused();
  }

  @Override
  public synchronized void release() {
    isReleased = true;
    freeIfUnused();
  }

  private void freeIfUnused() {
    if (isReleased && keepers == 0) {
      free.clean();
    }
  }

  @Override
  public MemorySegment bind(MemorySegment segment, Arena arena, Runnable atClose) {
    return BoundMemory.bind(segment, arena, atClose);
  }
}
