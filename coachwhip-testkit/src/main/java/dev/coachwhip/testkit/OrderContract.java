package dev.coachwhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Calls run one at a time, in order of arrival. */
interface OrderContract extends ContractFixture {

  private List<Long> recording() {
    List<Long> order = Collections.synchronizedList(new ArrayList<>());
    engine().registerFunction("record", arguments -> order.add(arguments.asLong(0)));
    return order;
  }

  private String recordScript(int number) {
    return dialect().result(dialect().call("record", Integer.toString(number)));
  }

  private ScriptRun startGated() {
    return engine().start(ScriptSource.of(dialect().result(dialect().call("gate"))));
  }

  @Test
  @DisplayName("E7 started runs run in the order they were started")
  default void start_manyRuns_runInOrder() throws Exception {
    List<Long> order = recording();
    Gate gate = Gate.in(engine());
    startGated();
    gate.awaitReached();
    List<ScriptRun> runs =
        IntStream.range(0, 50)
            .mapToObj(i -> engine().start(ScriptSource.of(recordScript(i))))
            .toList();
    gate.open();
    runs.forEach(ScriptRun::join);
    assertThat(order).isEqualTo(LongStream.range(0, 50).boxed().toList());
  }

  @Test
  @DisplayName("E7 calls of platform and virtual threads and started runs keep their order")
  default void calls_ofAllKinds_runInOrder() throws Exception {
    List<Long> order = recording();
    Gate gate = Gate.in(engine());
    startGated();
    gate.awaitReached();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 30; i += 3) {
      String[] scripts = {recordScript(i), recordScript(i + 1), recordScript(i + 2)};
      threads.add(Thread.ofPlatform().start(() -> engine().executeScript(scripts[0])));
      Gate.awaitWaiting(threads.getLast());
      engine().start(ScriptSource.of(scripts[1]));
      threads.add(Thread.ofVirtual().start(() -> engine().executeScript(scripts[2])));
      Gate.awaitWaiting(threads.getLast());
    }
    gate.open();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(order).isEqualTo(LongStream.range(0, 30).boxed().toList());
  }

  @Test
  @DisplayName("E7 a run's globals and the run are one step")
  default void start_withGlobalsConcurrently_eachRunSeesItsOwn() {
    ScriptSource source = ScriptSource.of(dialect().result("task_id"));
    List<ScriptRun> runs =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(i -> engine().start(source, Map.of("task_id", i)))
            .toList();
    assertThat(runs.stream().map(run -> run.join().asLong()))
        .isEqualTo(LongStream.range(0, 200).boxed().toList());
  }

  @Test
  @DisplayName("E7 a call waits for the run before it")
  default void getGlobal_runUnderWay_waitsForItsEnd() throws Exception {
    Gate gate = Gate.in(engine());
    engine()
        .start(
            ScriptSource.of(
                dialect()
                    .lines(
                        dialect().assign("ignored", dialect().call("gate")),
                        dialect().assign("late", "1"))));
    gate.awaitReached();
    List<String> names = Collections.synchronizedList(new ArrayList<>());
    Thread reader = Thread.ofVirtual().start(() -> names.addAll(engine().globalNames()));
    Gate.awaitWaiting(reader);
    gate.open();
    reader.join();
    assertThat(names).contains("late");
  }
}
