package dev.coachwhip.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class RunQueueTest {

  private final RunQueue queue = new RunQueue();
  private final List<Integer> order = Collections.synchronizedList(new ArrayList<>());

  /** Starts a thread that takes a turn, and returns once it waits for it. */
  private Thread startWaiting(int number, boolean virtual) {
    Thread.Builder builder = virtual ? Thread.ofVirtual() : Thread.ofPlatform();
    Thread thread =
        builder.start(() -> {
          try {
            RunQueue.Turn turn = queue.enter();
            order.add(number);
            turn.leave();
          } catch (InterruptedException e) {
            order.add(-number);
          }
        });
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }

  private static void join(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void enter_manyThreads_areServedInOrderOfArrival(boolean virtual) throws InterruptedException {
    RunQueue.Turn first = queue.enter();
    List<Thread> threads = range(1, 50).stream().map(i -> startWaiting(i, virtual)).toList();
    assertThat(order).isEmpty();
    first.leave();
    join(threads);
    assertThat(order).isEqualTo(range(1, 50));
  }

  @Test
  void enter_emptyQueueAgain_isGrantedAtOnce() throws InterruptedException {
    queue.enter().leave();
    queue.enter().leave();
  }

  @Test
  void enqueue_emptyQueue_runsTheTaskBeforeReturning() {
    List<RunQueue.Turn> granted = new ArrayList<>();
    RunQueue.Turn turn = queue.enqueue(granted::add);
    assertThat(granted).containsExactly(turn);
    assertThat(turn.abandon()).isFalse();
    turn.leave();
  }

  @Test
  void enqueueAndEnter_mixed_areServedInOrderOfArrival() throws InterruptedException {
    BlockingQueue<RunQueue.Turn> granted = new LinkedBlockingQueue<>();
    RunQueue.Turn first = queue.enter();
    Thread one = startWaiting(1, false);
    queue.enqueue(granted::add);
    Thread three = startWaiting(3, true);
    first.leave();
    RunQueue.Turn task = granted.take();
    one.join();
    assertThat(order).containsExactly(1);
    task.leave();
    three.join();
    assertThat(order).containsExactly(1, 3);
  }

  @Test
  void enter_interruptedWhileWaiting_passesTheTurnOn() throws InterruptedException {
    RunQueue.Turn first = queue.enter();
    Thread one = startWaiting(1, false);
    Thread two = startWaiting(2, true);
    Thread three = startWaiting(3, false);
    two.interrupt();
    two.join();
    first.leave();
    one.join();
    three.join();
    assertThat(order).containsExactly(-2, 1, 3);
  }

  @Test
  void enter_lastInLineInterrupted_leavesTheQueueUsable() throws InterruptedException {
    RunQueue.Turn first = queue.enter();
    Thread last = startWaiting(1, false);
    last.interrupt();
    last.join();
    first.leave();
    queue.enter().leave();
  }

  @Test
  void enter_interruptedBeforeAndTurnFree_isGrantedAndStaysInterrupted()
      throws InterruptedException {
    Thread.currentThread().interrupt();
    queue.enter().leave();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void abandon_waitingTask_neverRuns() throws InterruptedException {
    RunQueue.Turn first = queue.enter();
    RunQueue.Turn abandoned = queue.enqueue(_ -> order.add(1));
    assertThat(abandoned.abandon()).isTrue();
    assertThat(abandoned.abandon()).isFalse();
    first.leave();
    queue.enter().leave();
    assertThat(order).isEmpty();
  }

  @Test
  void leave_veryManyAbandoned_doesNotOverflowTheStack() throws InterruptedException {
    RunQueue.Turn first = queue.enter();
    for (int i = 0; i < 200_000; i++) {
      queue.enqueue(_ -> order.add(1)).abandon();
    }
    Thread last = startWaiting(7, false);
    first.leave();
    last.join();
    assertThat(order).containsExactly(7);
  }

  @Test
  void leave_turnKept_doesNotKeepLaterOnes() throws InterruptedException {
    RunQueue.Turn kept = queue.enter();
    Object payload = new Object();
    WeakReference<Object> later = new WeakReference<>(payload);
    Object captured = payload;
    payload = null;
    queue.enqueue(holding(captured));
    captured = null;
    kept.leave();
    while (later.get() != null) {
      System.gc(); // ends by the test's timeout if the payload is kept
    }
    assertThat(kept.abandon()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void expelWaiting_takesThePlacesOfThoseWhoWaitAndNoOther(boolean virtual)
      throws InterruptedException {
    RunQueue.Turn first = queue.enter();
    CompletableFuture<Throwable> failed = new CompletableFuture<>();
    Thread.Builder builder = virtual ? Thread.ofVirtual() : Thread.ofPlatform();
    Thread waiter = builder.start(() -> failed.complete(catchThrowable(queue::enter)));
    while (waiter.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    queue.enqueue(_ -> order.add(1), () -> order.add(2));
    queue.enqueue(turn -> {
      order.add(3); // cannot be expelled
      turn.leave();
    });
    queue.expelWaiting();
    assertThat(failed.join()).isInstanceOf(RunQueue.ExpelledException.class);
    assertThat(order).containsExactly(2);
    first.leave();
    assertThat(order).containsExactly(2, 3);
    queue.enter().leave();
  }

  @Test
  void expelWaiting_nobodyWaits_changesNothing() throws InterruptedException {
    queue.expelWaiting();
    RunQueue.Turn turn = queue.enter();
    queue.expelWaiting();
    turn.leave();
    queue.enter().leave();
  }

  private static java.util.function.Consumer<RunQueue.Turn> holding(Object payload) {
    return turn -> {
      assertThat(payload).isNotNull();
      turn.leave();
    };
  }

  @Test
  void turns_manyThreads_excludeEachOther() throws Exception {
    int threads = 8;
    int turnsEach = 25_000;
    Counter counter = new Counter();
    List<CompletableFuture<Void>> workers =
        IntStream.range(0, threads)
            .mapToObj(i ->
                CompletableFuture.runAsync(
                    () -> counter.take(turnsEach),
                    i % 2 == 0 ? r -> Thread.ofPlatform().start(r) : Thread::startVirtualThread))
            .toList();
    workers.forEach(CompletableFuture::join);
    assertThat(counter.value).isEqualTo(threads * turnsEach);
    assertThat(counter.overlaps).isZero();
  }

  /** Written without any other synchronisation: only turns keep it right. */
  private final class Counter {
    int value;
    int overlaps;
    boolean busy;

    void take(int turns) {
      try {
        for (int i = 0; i < turns; i++) {
          RunQueue.Turn turn = queue.enter();
          overlaps += busy ? 1 : 0;
          busy = true;
          value++;
          busy = false;
          turn.leave();
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
