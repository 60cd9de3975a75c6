package dev.coachwhip.python.array;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.interp.DeferredReleases;
import dev.coachwhip.spi.MemoryOwner;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;

/**
 * The memory of a Python object while Java uses it: owns references that keep it where it is. They
 * are dropped by the next thread that attaches after {@link #release}, or after nobody can reach
 * this any more.
 */
public final class PythonMemory implements MemoryOwner {

  private static final Cleaner CLEANER = Cleaner.create();

  private final long object;
  private final ArrayPrinter printer;
  private final Cleaner.Cleanable references;

  /**
   * Takes over two references.
   *
   * @param object what scripts know the memory as
   * @param guard what keeps the memory in its place: an exported buffer, or the weak reference
   *     because of which NumPy refuses to resize an array
   * @param pressure counts the memory
   * @param printer prints the object
   */
  PythonMemory(long object, long guard, MemoryPressure.Share pressure, ArrayPrinter printer) {
    this.object = object;
    this.printer = printer;
    this.references = CLEANER.register(this, new References(object, guard, pressure));
  }

  private record References(long object, long guard, MemoryPressure.Share pressure)
      implements Runnable {
    @Override
    public void run() {
      DeferredReleases.add(object);
      DeferredReleases.add(guard);
      pressure.end();
    }
  }

  /** Returns the object, borrowed: it lives until the release. */
  public long borrow() {
    return object;
  }

  /** Returns what Python prints for the object; only before the release. */
  public String print(boolean inContainer) {
    return printer.print(object, inContainer);
  }

  @Override
  public void release() {
    references.clean();
  }

  @Override
  public MemorySegment bind(MemorySegment memory, Arena arena, Runnable atClose) {
    return NativeMemory.bind(memory, arena, atClose);
  }
}
