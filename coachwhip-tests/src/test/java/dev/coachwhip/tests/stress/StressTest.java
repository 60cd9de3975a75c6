package dev.coachwhip.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.HandleTable;
import dev.coachwhip.tests.support.Collected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many threads, platform and virtual, call several engines and are called back by them, for as many
 * seconds as the system property {@code coachwhip.stress.seconds} says (E3, E7, E11).
 */
@Tag("python")
class StressTest {

  private static final Duration TIME =
      Duration.ofSeconds(Long.getLong("coachwhip.stress.seconds", 30));
  private static final Duration GRACE = Duration.ofMinutes(2);
  private static final int PLATFORM_THREADS = 32;
  private static final int VIRTUAL_THREADS = 200;
  private static final int ENGINES = 4;

  private final List<StressedEngine> engines =
      IntStream.range(0, ENGINES).mapToObj(n -> new StressedEngine("engine" + n)).toList();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong rounds = new AtomicLong();

  @AfterEach
  void close() {
    engines.forEach(StressedEngine::close);
  }

  @Test
  void manyThreads_callsBothWays_everyAnswerIsRightAndNothingIsLeft() throws InterruptedException {
    prepareStops();
    connectEngines();
    List<List<ScriptValue>> countsBefore = referenceCounts();
    int handlesBefore = HandleTable.size();

    runThreads();

    assertThat(failures).isEmpty();
    assertThat(rounds.get()).isGreaterThan(PLATFORM_THREADS + VIRTUAL_THREADS);
    for (StressedEngine engine : engines) {
      assertThat(engine.counter()).as(engine.name()).isEqualTo(engine.counted.get());
      checkOutput(engine);
    }
    Collected.untilEqual(this::referenceCounts, countsBefore);
    Collected.untilAtMost(HandleTable::size, handlesBefore);
  }

  /** What stops need is made once, when a run first lasts for some time; here before the count. */
  private static void prepareStops() {
    try (ScriptEngine limited =
        ScriptEngines.builder("python")
            .limits(ScriptLimits.none().withWallTime(Duration.ofMinutes(1)))
            .build()) {
      limited.executeScript("1");
    }
  }

  /** A ring would let two calls wait for each other's engine. */
  private void connectEngines() {
    for (int n = 0; n + 1 < ENGINES; n++) {
      engines.get(n).connect(engines.get(n + 1));
    }
    StressedEngine last = engines.getLast();
    last.engine().executeScript("ask_next = add");
  }

  private List<List<ScriptValue>> referenceCounts() {
    return engines.stream().map(StressedEngine::referenceCounts).toList();
  }

  private void runThreads() throws InterruptedException {
    long end = System.nanoTime() + TIME.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (int who = 1; who <= PLATFORM_THREADS + VIRTUAL_THREADS; who++) {
      int number = who;
      Thread.Builder builder = who <= PLATFORM_THREADS ? Thread.ofPlatform() : Thread.ofVirtual();
      threads.add(builder.name("stress-" + who).start(() -> work(number, end)));
    }
    for (Thread thread : threads) {
      assertThat(thread.join(TIME.plus(GRACE))).as("%s ended", thread.getName()).isTrue();
    }
  }

  private void work(int who, long end) {
    Random random = new Random(who); // the seed is the thread's number: a failure names it
    StressAction[] actions = StressAction.values();
    for (long i = 0; System.nanoTime() < end && failures.isEmpty(); i++) {
      StressAction action = actions[random.nextInt(actions.length)];
      try {
        action.perform(engines.get(random.nextInt(ENGINES)), who, i);
      } catch (Throwable t) {
        failures.add(new AssertionError(action + " of thread " + who + ", round " + i, t));
      }
      rounds.incrementAndGet();
    }
  }

  private static void checkOutput(StressedEngine engine) {
    List<String> lines = engine.printedLines().toList();
    assertThat(lines).as(engine.name()).hasSize(Math.toIntExact(engine.said.get()));
    assertThat(lines).allMatch(line -> line.matches(engine.name() + " \\d+ \\d+"));
  }
}
