package dev.coachwhip.benchmarks;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.HandleTable;
import java.util.List;
import java.util.Map;

/**
 * What Python holds at one moment, to see that a benchmark leaves nothing behind.
 *
 * @param references the reference counts of the objects that the engine's globals name and of what
 *     their lists and dicts hold, by name; Java's part in them is what could leak
 * @param blocks Python's allocated blocks of memory
 * @param handles how many Java objects Python holds
 */
record Holdings(Map<String, Long> references, long blocks, int handles) {

  /**
   * Blocks that come and go by themselves. A measured benchmark runs at least some hundred times,
   * so that one block left behind by each run is more.
   */
  private static final long BLOCKS_OF_NOISE = 50;

  /** How often to wait for the garbage collector before what is there counts as left behind. */
  private static final int PATIENCE = 50;

  /** Names with an underscore are Python's own and ours. */
  private static final String SCRIPT =
      """
      def _count_references(value):
          import sys
          if isinstance(value, dict):
              return sum(map(sys.getrefcount, value)) + _count_references(list(value.values()))
          return sum(map(sys.getrefcount, value)) if isinstance(value, list) else 0

      def _holdings():
          import gc, sys
          gc.collect()
          blocks = sys.getallocatedblocks()
          named = {name: value for name, value in globals().items() if name[0] != "_"}
          references = {name: sys.getrefcount(value) for name, value in named.items()}
          references.update({name + "[]": _count_references(value) for name, value in named.items()})
          return blocks, references
      """;

  /** Nothing, for contenders that cannot tell. */
  static Holdings none() {
    return new Holdings(Map.of(), 0, 0);
  }

  /** Lets {@link #of} be used with an engine. */
  static void prepare(ScriptEngine engine) {
    engine.executeScript(SCRIPT);
  }

  /** Returns what Python holds now. */
  static Holdings of(ScriptEngine engine) {
    List<ScriptValue> counts = engine.call("_holdings").asList();
    return new Holdings(
        counts.get(1).asMapOf(Long.class), counts.get(0).asLong(), HandleTable.size());
  }

  /** Somebody who can be asked again and again. */
  @FunctionalInterface
  interface Source {
    Holdings holdings();
  }

  /** Returns what is held once the garbage collector finds nothing more to release. */
  static Holdings settled(Source source) {
    Holdings now = source.holdings();
    for (int i = 0; i < PATIENCE; i++) {
      System.gc();
      Holdings next = source.holdings();
      if (next.equals(now)) {
        return now;
      }
      now = next;
    }
    return now;
  }

  /**
   * Returns once no more is held than this.
   *
   * @throws IllegalStateException if it stays more
   */
  void checkNothingLeft(Source source) {
    Holdings now = source.holdings();
    for (int i = 0; i < PATIENCE && !isNoMore(now); i++) {
      System.gc(); // what Java drops without closing it is released by the collector
      now = source.holdings();
    }
    if (!isNoMore(now)) {
      throw new IllegalStateException("Python holds more than before: " + this + ", now " + now);
    }
  }

  private boolean isNoMore(Holdings now) {
    return now.references.equals(references)
        && now.handles == handles
        && now.blocks <= blocks + BLOCKS_OF_NOISE;
  }
}
