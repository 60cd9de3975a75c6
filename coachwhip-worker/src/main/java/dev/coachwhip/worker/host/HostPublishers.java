package dev.coachwhip.worker.host;

import dev.coachwhip.error.ScriptException;
import dev.coachwhip.worker.protocol.NumberedObjects;
import dev.coachwhip.worker.protocol.PublisherEvent;
import dev.coachwhip.worker.protocol.ToWorker;
import dev.coachwhip.worker.wire.ValueCodec;
import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Publishers of the host's that a worker's script goes through.
 *
 * @param later does one thing after the other, away from the thread that reads
 */
record HostPublishers(Worker worker, NumberedObjects objects, ValueCodec codec, Executor later) {

  /** Has a subscriber in the worker subscribe. */
  @SuppressWarnings("unchecked") // a subscriber of anything subscribes to everything
  void subscribe(WireReader in) {
    Flow.Publisher<Object> publisher = objects.get(in.getLong(), Flow.Publisher.class);
    publisher.subscribe(new Remote(in.getLong()));
  }

  void request(WireReader in) {
    long number = in.getLong();
    long count = in.getLong();
    objects
        .find(number, Flow.Subscription.class)
        .ifPresent(subscription -> later.execute(() -> subscription.request(count)));
  }

  void cancel(WireReader in) {
    objects
        .find(in.getLong(), Flow.Subscription.class)
        .ifPresent(subscription -> later.execute(subscription::cancel));
  }

  /** A subscriber in the worker. */
  private final class Remote implements Flow.Subscriber<Object> {

    private final long number;
    private Flow.@Nullable Subscription subscription;

    Remote(long number) {
      this.number = number;
    }

    private void tell(PublisherEvent event, Consumer<WireWriter> more) {
      worker
          .connection()
          .noteAside(
              ToWorker.PUBLISHED,
              out -> {
                out.putLong(number);
                out.putByte(event.number());
                more.accept(out);
              });
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      long known = objects.add(given);
      tell(PublisherEvent.SUBSCRIBED, out -> out.putLong(known));
    }

    @Override
    public void onNext(Object item) {
      try {
        tell(PublisherEvent.ITEM, out -> codec.writeJava(out, item));
      } catch (ScriptException e) {
        if (subscription != null) {
          subscription.cancel();
        }
        onError(e); // the item cannot be converted
      }
    }

    @Override
    public void onError(Throwable failure) {
      tell(PublisherEvent.FAILED, out -> codec.writeError(out, failure));
    }

    @Override
    public void onComplete() {
      tell(PublisherEvent.COMPLETED, _ -> {});
    }
  }
}
