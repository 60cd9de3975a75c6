package dev.coachwhip.python.convert;

import java.util.concurrent.atomic.AtomicLong;

/** Counts an engine's conversions for its metrics. Counted attached; read by any thread. */
public final class ConversionCounts {

  // Only one attached thread runs at a time, so what would have to be atomic for several is not
  // paid for; where threads run side by side, some are not counted.

  private final AtomicLong toScript = new AtomicLong();
  private final AtomicLong fromScript = new AtomicLong();

  /** Makes it. */
  public ConversionCounts() {}

  void countToScript() {
    toScript.setOpaque(toScript.getPlain() + 1);
  }

  void countFromScript() {
    fromScript.setOpaque(fromScript.getPlain() + 1);
  }

  /** Returns how many values were converted for scripts. */
  public long toScript() {
    return toScript.getOpaque();
  }

  /** Returns how many were converted for Java. */
  public long fromScript() {
    return fromScript.getOpaque();
  }
}
