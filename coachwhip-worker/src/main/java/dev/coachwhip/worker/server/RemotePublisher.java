package dev.coachwhip.worker.server;

import java.util.concurrent.Flow;

/** A publisher of the host's. */
final class RemotePublisher implements Flow.Publisher<Object> {

  private final HostSide host;
  private final long number;

  RemotePublisher(HostSide host, long number) {
    this.host = host;
    this.number = number;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Object> subscriber) {
    host.subscribe(number, subscriber);
  }

  /** What a subscriber here asks for items by. */
  record Subscription(HostSide host, long number) implements Flow.Subscription {
    @Override
    public void request(long count) {
      host.requestItems(number, count);
    }

    @Override
    public void cancel() {
      host.cancelSubscription(number);
    }
  }
}
