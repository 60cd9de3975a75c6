package dev.coachwhip.tests.asynchronous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.tests.support.HostFailure;
import dev.coachwhip.tests.support.TestEngine;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A Java Flow.Publisher is gone through with {@code async for}, at the script's speed (F3). */
@Tag("python")
class PublisherTest {

  /** Publishes the numbers from 0 on, on the thread that asks, and notes what it is asked for. */
  private static final class Numbers implements Flow.Publisher<Long> {
    final AtomicLong asked = new AtomicLong();
    final AtomicLong sent = new AtomicLong();
    final CountDownLatch cancelled = new CountDownLatch(1);
    final long count;

    Numbers(long count) {
      this.count = count;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Long> subscriber) {
      subscriber.onSubscribe(
          new Flow.Subscription() {
            @Override
            public void request(long n) {
              asked.addAndGet(n);
              if (sent.get() < count) {
                subscriber.onNext(sent.getAndIncrement());
              } else {
                subscriber.onComplete();
              }
            }

            @Override
            public void cancel() {
              cancelled.countDown();
            }
          });
    }
  }

  private final TestEngine python = new TestEngine();

  @AfterEach
  void close() {
    assertThat(python.isUsable()).isTrue();
    python.close();
  }

  private void publisher(Flow.Publisher<?> publisher) {
    python.engine().setGlobal("items", publisher);
  }

  @Test
  void asyncFor_givesAllItemsInOrder() {
    publisher(new Numbers(1000));
    assertThat(python.run("[n async for n in items] == list(range(1000))").asBoolean()).isTrue();
  }

  @Test
  void asyncFor_noItems_ends() {
    publisher(new Numbers(0));
    assertThat(python.run("[n async for n in items]")).hasToString("[]");
  }

  @Test
  void asyncFor_inALoopOfTheScripts_works() {
    publisher(new Numbers(3));
    assertThat(
            python.run(
                "import asyncio\nasync def f(): return [n async for n in items]\nasyncio.run(f())"))
        .hasToString("[0, 1, 2]");
  }

  @Test
  void asyncFor_asksForOneItemAtATime() {
    Numbers numbers = new Numbers(100);
    publisher(numbers);
    python.engine().registerFunction("ahead", a -> numbers.asked.get() - a.asLong(0));
    assertThat(python.run("{ahead(n) async for n in items}")).hasToString("{1}");
  }

  @Test
  void asyncFor_publisherOnOtherThreads_isHeldBackAndLosesNothing() {
    ScriptRun run;
    try (SubmissionPublisher<Integer> publisher =
        new SubmissionPublisher<>(task -> new Thread(task).start(), 2)) {
      publisher(publisher);
      python.run("import asyncio\nit = items.__aiter__()");
      run = python.engine().start(ScriptSource.of("[n async for n in it]"));
      for (int n = 0; n < 500; n++) {
        publisher.submit(n); // blocks while more than the buffer is not taken
      }
    }
    assertThat(run.join().asList()).hasSize(500);
  }

  @Test
  void break_cancelsTheSubscription() throws Exception {
    Numbers numbers = new Numbers(1000);
    publisher(numbers);
    assertThat(python.run("async for n in items:\n  if n == 3: break\nn").asLong()).isEqualTo(3);
    assertThat(numbers.cancelled.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(numbers.asked).hasValue(4);
  }

  @Test
  void errorInTheLoop_cancelsTheSubscription() throws Exception {
    Numbers numbers = new Numbers(1000);
    publisher(numbers);
    assertThat(catchThrowable(() -> python.run("async for n in items: 1 / 0")))
        .hasMessageContaining("ZeroDivisionError");
    assertThat(numbers.cancelled.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aclose_cancelsTheSubscription() throws Exception {
    Numbers numbers = new Numbers(1000);
    publisher(numbers);
    python.run("it = items.__aiter__()\nawait it.__anext__()\nawait it.aclose()");
    assertThat(numbers.cancelled.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(python.run("[n async for n in it]")).hasToString("[]");
  }

  @Test
  void onError_raisesWithTheSameObject_afterTheItems() {
    HostFailure failure = new HostFailure(5);
    publisher(
        (Flow.Publisher<Long>)
            subscriber ->
                subscriber.onSubscribe(
                    new Flow.Subscription() {
                      @Override
                      public void request(long n) {
                        subscriber.onNext(1L);
                        subscriber.onError(failure);
                      }

                      @Override
                      public void cancel() {}
                    }));
    Throwable error =
        catchThrowable(() -> python.run("got = []\nasync for n in items: got.append(n)"));
    assertThat(error).hasCause(failure);
    assertThat(python.run("got")).hasToString("[1]");
  }

  @Test
  void publisherThatIgnoresDemand_isAnErrorAndNoLoss() {
    CountDownLatch cancelled = new CountDownLatch(1);
    publisher(
        (Flow.Publisher<Long>)
            subscriber -> {
              subscriber.onSubscribe(
                  new Flow.Subscription() {
                    @Override
                    public void request(long n) {
                      for (long item = 0; item < 10; item++) {
                        subscriber.onNext(item);
                      }
                    }

                    @Override
                    public void cancel() {
                      cancelled.countDown();
                    }
                  });
            });
    Throwable error =
        catchThrowable(() -> python.run("got = []\nasync for n in items: got.append(n)"));
    assertThat(error)
        .hasCauseInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not asked for");
    assertThat(python.run("got")).hasToString("[0]");
    assertThat(cancelled.getCount()).isZero();
  }

  @Test
  void waitThatTimesOut_itemIsThereForTheNext() {
    try (SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>()) {
      publisher(publisher);
      python.run(
          """
          import asyncio
          it = items.__aiter__()
          try:
              await asyncio.wait_for(it.__anext__(), 0.001)
          except asyncio.TimeoutError:
              print('timeout')
          """);
      publisher.submit(7);
      publisher.submit(8);
      assertThat(python.run("[await it.__anext__(), await it.__anext__()]")).hasToString("[7, 8]");
      assertThat(python.printed()).isEqualTo("timeout\n");
    }
  }

  @Test
  void twoTasks_onOneSubscription_isAnError() {
    try (SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>()) {
      publisher(publisher);
      assertThat(
              catchThrowable(() ->
                  python.run(
                      """
                      import asyncio
                      it = items.__aiter__()
                      first = asyncio.ensure_future(it.__anext__())
                      await asyncio.sleep(0)
                      try:
                          await it.__anext__()
                      finally:
                          first.cancel()
                      """)))
          .hasMessageContaining("another task waits");
    }
  }

  @Test
  void twoLoops_eachSubscribes() {
    publisher(new Numbers(3));
    assertThat(python.run("a = [n async for n in items]\nb = [n async for n in items]\n[a, b]"))
        .hasToString("[[0, 1, 2], []]"); // this publisher goes on where it was
  }
}
