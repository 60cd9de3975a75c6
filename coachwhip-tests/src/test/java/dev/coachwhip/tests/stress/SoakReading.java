package dev.coachwhip.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.HandleTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the process holds at one moment.
 *
 * @param references reference counts of the engine's globals, by name
 * @param blocks Python's allocated blocks of memory
 * @param handles how many Java objects Python holds
 * @param residentBytes memory of the process, of Java, Python and C; 0 where the system does not
 *     tell
 * @param heapBytes of it, what Java's objects take
 */
record SoakReading(
    Map<String, Long> references, long blocks, int handles, long residentBytes, long heapBytes) {

  /**
   * Python keeps some hundred freed objects for reuse; a leak leaves one in each round at least.
   */
  private static final long BLOCKS_OF_NOISE = 1000;

  /** The JVM compiles and its allocator keeps what it has freed. */
  private static final long RESIDENT_BYTES_OF_NOISE = 16L << 20;

  /** What Java drops is released by threads that a busy machine lets wait. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String SCRIPT =
      """
      def _soak_reading():
          import gc, sys
          gc.collect()
          blocks = sys.getallocatedblocks()
          imported = {}  # what modules hold is not left behind: one that is loaded late holds others
          for module in list(sys.modules.values()):
              for value in list(getattr(module, "__dict__", {}).values()):
                  if type(value) is type(sys):
                      imported[id(value)] = imported.get(id(value), 0) + 1
          return blocks, {
              n: sys.getrefcount(v) - imported.get(id(v), 0)
              for n, v in globals().items() if n[0] != "_" and n[:8] != "received"
          }
      """;

  /** Lets {@link #settled} be used with an engine. */
  static void prepare(ScriptEngine engine) {
    engine.executeScript(SCRIPT);
  }

  /** Returns what is held once the garbage collector has found nothing to release for a while. */
  static SoakReading settled(ScriptEngine engine) {
    SoakReading now = of(engine);
    long since = System.nanoTime();
    while (System.nanoTime() - since < QUIET.toNanos()) {
      System.gc();
      SoakReading next = of(engine);
      if (next.blocks != now.blocks || !next.references.equals(now.references)) {
        since = System.nanoTime();
      }
      now = next;
    }
    return now;
  }

  /** Returns what is held once it is no more than before, or does not become so. */
  static SoakReading settledTo(SoakReading before, ScriptEngine engine) {
    SoakReading now = of(engine);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!now.isNoMoreThan(before) && System.nanoTime() < end) {
      System.gc();
      now = of(engine);
    }
    return now;
  }

  private static SoakReading of(ScriptEngine engine) {
    List<ScriptValue> counts = engine.call("_soak_reading").asList();
    Runtime java = Runtime.getRuntime();
    return new SoakReading(
        counts.get(1).asMapOf(Long.class),
        counts.get(0).asLong(),
        HandleTable.size(),
        residentBytesNow(),
        java.totalMemory() - java.freeMemory());
  }

  private static long residentBytesNow() {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isNoMoreThan(SoakReading before) {
    return references.equals(before.references)
        && handles <= before.handles
        && blocks <= before.blocks + BLOCKS_OF_NOISE;
  }

  /** Fails if more is held than before. */
  void checkNoMoreThan(SoakReading before) {
    assertThat(references).as("reference counts").isEqualTo(before.references);
    assertThat(handles).as("Java objects that Python holds").isEqualTo(before.handles);
    assertThat(blocks)
        .as("Python's allocated blocks")
        .isLessThanOrEqualTo(before.blocks + BLOCKS_OF_NOISE);
    assertThat(residentBytes)
        .as("bytes of the process")
        .isLessThanOrEqualTo(before.residentBytes + RESIDENT_BYTES_OF_NOISE);
  }

  @Override
  public String toString() {
    return "references %d, blocks %d, Java objects %d, resident %.1f MB, heap %.1f MB"
        .formatted(
            references.values().stream().mapToLong(count -> count).sum(),
            blocks,
            handles,
            residentBytes / 1048576.0,
            heapBytes / 1048576.0);
  }
}
