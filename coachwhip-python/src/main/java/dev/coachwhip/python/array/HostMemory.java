package dev.coachwhip.python.array;

import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.HandleTable;
import dev.coachwhip.python.interp.ModuleObject;
import dev.coachwhip.spi.DType;
import dev.coachwhip.spi.Extent;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Java's memory that Python sees, of one engine. Each piece is kept reachable by a capsule that the
 * Python object holds; what cannot be helped is that its owner closes the arena it lives in.
 */
public final class HostMemory {

  private static final ModuleObject COLLECT = ModuleObject.ours("_arrays", "collect");

  private final Set<Piece> pieces = ConcurrentHashMap.newKeySet();

  /** One hand-over; its identity counts. */
  private static final class Piece implements HandleTable.Handle {
    private final HostMemory of;
    private final MemorySegment segment;
    private final DType dtype;
    private final Extent extent;
    private final Runnable whenDropped;

    Piece(HostMemory of, MemorySegment segment, DType dtype, Extent extent, Runnable whenDropped) {
      this.of = of;
      this.segment = segment;
      this.dtype = dtype;
      this.extent = extent;
      this.whenDropped = whenDropped;
    }

    @Override
    public void dropped() {
      of.pieces.remove(this);
      whenDropped.run();
    }
  }

  /**
   * Makes a capsule that keeps memory for as long as Python holds it.
   *
   * @return a new reference. Attached.
   */
  long capsule(MemorySegment segment, DType dtype, Extent extent, Runnable whenDropped) {
    Piece piece = new Piece(this, segment, dtype, extent, whenDropped);
    pieces.add(piece);
    return HandleTable.capsule(piece);
  }

  /**
   * Does nothing unless Python holds memory whose arena has been closed. A script could read it,
   * which would end the JVM, so it must not run. Attached.
   *
   * @throws IllegalStateException says which memory, and what to do
   */
  public void requireIntact(Attachment attachment) {
    if (!pieces.isEmpty() && closed().isPresent()) {
      // Perhaps only a circle of objects holds it.
      PyRefs.Py_DecRef(Calls.call(COLLECT.get(attachment)));
      closed()
          .ifPresent(piece -> {
            throw new IllegalStateException(broken(piece));
          });
    }
  }

  private Optional<Piece> closed() {
    for (Piece piece : pieces) {
      if (!piece.segment.scope().isAlive()) {
        return Optional.of(piece);
      }
    }
    return Optional.empty();
  }

  private static String broken(Piece piece) {
    return ("the arena of an array that scripts of this engine still hold (%s) has been closed, and"
            + " reading it would crash the JVM: set or clear the global that holds it; hand over"
            + " memory whose arena outlives its use in scripts, such as that of Arena.ofAuto()")
        .formatted(piece.dtype.name() + Arrays.toString(piece.extent.shape()));
  }
}
