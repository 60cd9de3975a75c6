package dev.coachwhip.worker.wire;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.spi.DType;
import dev.coachwhip.spi.Extent;

/** Makes arrays in memory that any worker can map. */
public final class SharedArrayMaker {

  private SharedArrayMaker() {}

  /** As {@link dev.coachwhip.worker.SharedArrays#allocate}. */
  public static ScriptArray allocate(String dtype, long... shape) {
    DType type = DType.of(dtype);
    return SharedBlock.allocate(type, Extent.contiguous(type.itemBytes(), shape));
  }
}
