package dev.coachwhip.worker.server;

import dev.coachwhip.Arguments;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.worker.protocol.ToHost;
import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
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
    WireReader answer =
        host.connection().call(ToHost.CALL_FUNCTION, out -> write(out, arguments), () -> {});
    return host.codec().readJava(answer);
  }

  private void write(WireWriter out, Arguments arguments) {
    out.putLong(number);
    out.putText(arguments.function());
    out.putInt(arguments.size());
    for (ScriptValue argument : arguments.positional()) {
      host.codec().writeValue(out, argument);
    }
    out.putInt(arguments.named().size());
    arguments
        .named()
        .forEach((name, value) -> {
          out.putText(name);
          host.codec().writeValue(out, value);
        });
  }
}
