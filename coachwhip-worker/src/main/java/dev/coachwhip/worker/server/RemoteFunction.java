package dev.coachwhip.worker.server;

import dev.coachwhip.Arguments;
import dev.coachwhip.HostFunction;
import org.jspecify.annotations.Nullable;

/** A function of the host's, called by a script here. */
final class RemoteFunction implements HostFunction {

  private final HostSide host;
  private final long number;

  RemoteFunction(HostSide host, long number) {
    this.host = host;
    this.number = number;
  }

  long number() {
    return number;
  }

  @Override
  public @Nullable Object call(Arguments arguments) {
    return host.call(number, arguments);
  }
}
