package dev.coachwhip.worker.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Segments that nobody uses, by size: mapped and touched on both sides, so that using one again
 * costs no page fault. Any thread.
 */
final class FreeSegments {

  private static final long MOST_BYTES = 256L << 20;

  private final Map<Long, Deque<Segment>> bySize = new TreeMap<>();
  private long bytes;

  /** Returns how long the segment for so many bytes is: an eighth more at most. */
  static long sizeFor(long needed) {
    long least = Math.max(needed, SharedMemory.HERE_BYTES);
    long step = Math.max(Long.highestOneBit(least) >> 3, 1L << 12);
    return (least + step - 1) / step * step;
  }

  /** Takes one of exactly this size, the one used last; null if there is none. */
  synchronized @Nullable Segment take(long size) {
    Deque<Segment> same = bySize.get(size);
    Segment segment = same == null ? null : same.pollLast();
    if (segment != null) {
      bytes -= size;
    }
    return segment;
  }

  /** Adds one; returns those that are now too many. */
  synchronized List<Segment> add(Segment segment) {
    long size = segment.memory().byteSize();
    bySize.computeIfAbsent(size, _ -> new ArrayDeque<>()).addLast(segment);
    bytes += size;
    List<Segment> tooMany = new ArrayList<>();
    while (bytes > MOST_BYTES) {
      tooMany.add(oldestOfLongest());
    }
    return tooMany;
  }

  private Segment oldestOfLongest() {
    long longest = -1;
    for (Map.Entry<Long, Deque<Segment>> entry : bySize.entrySet()) {
      longest = entry.getValue().isEmpty() ? longest : entry.getKey();
    }
    bytes -= longest;
    return Objects.requireNonNull(bySize.get(longest)).removeFirst();
  }
}
