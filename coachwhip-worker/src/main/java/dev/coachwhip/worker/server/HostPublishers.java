package dev.coachwhip.worker.server;

import dev.coachwhip.worker.protocol.PublisherEvent;
import dev.coachwhip.worker.protocol.ToHost;
import dev.coachwhip.worker.wire.WireReader;
import java.util.Objects;
import java.util.concurrent.Flow;

/** Publishers of the host's that scripts here go through. */
final class HostPublishers {

  private final HostSide host;

  HostPublishers(HostSide host) {
    this.host = host;
  }

  /** Returns what has its subscribers subscribe to a publisher of the host's. */
  Flow.Publisher<Object> publisher(long number) {
    return subscriber -> subscribe(number, subscriber);
  }

  private void subscribe(long publisher, Flow.Subscriber<? super Object> subscriber) {
    long number = host.objects().add(subscriber);
    WireReader _ =
        host.connection()
            .call(
                ToHost.SUBSCRIBE,
                out -> {
                  out.putLong(publisher);
                  out.putLong(number);
                },
                () -> {});
  }

  /** What a subscriber here asks the host for items by. */
  private record Subscription(HostSide host, long number) implements Flow.Subscription {
    @Override
    public void request(long count) {
      host.connection()
          .noteAside(
              ToHost.REQUEST_ITEMS,
              out -> {
                out.putLong(number);
                out.putLong(count);
              });
    }

    @Override
    public void cancel() {
      host.tell(ToHost.CANCEL_SUBSCRIPTION, number);
      host.release(number);
    }
  }

  /** Tells a subscriber what its publisher did. */
  @SuppressWarnings("unchecked") // a subscriber of anything
  void published(WireReader in) {
    long number = in.getLong();
    PublisherEvent event = PublisherEvent.of(in.getByte());
    host.objects()
        .find(number, Flow.Subscriber.class)
        .ifPresent(subscriber -> tell((Flow.Subscriber<Object>) subscriber, event, in));
    if (event.isLast()) {
      host.objects().remove(number);
    }
  }

  private void tell(Flow.Subscriber<Object> subscriber, PublisherEvent event, WireReader in) {
    switch (event) {
      case SUBSCRIBED -> {
        Subscription subscription = new Subscription(host, in.getLong());
        host.later(() -> subscriber.onSubscribe(subscription));
      }
      case ITEM -> {
        Object item = Objects.requireNonNull(host.codec().readJava(in), "an item");
        host.later(() -> subscriber.onNext(item));
      }
      case FAILED -> {
        Throwable failure = host.codec().readError(in);
        host.later(() -> subscriber.onError(failure));
      }
      case COMPLETED -> host.later(subscriber::onComplete);
    }
  }
}
