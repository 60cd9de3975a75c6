package dev.coachwhip.worker.server;

import dev.coachwhip.Arguments;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.ScriptObject;
import dev.coachwhip.worker.call.Connection;
import dev.coachwhip.worker.protocol.ImportedThrowables;
import dev.coachwhip.worker.protocol.NumberedObjects;
import dev.coachwhip.worker.protocol.Releases;
import dev.coachwhip.worker.protocol.ToHost;
import dev.coachwhip.worker.wire.HostObjectKind;
import dev.coachwhip.worker.wire.RemoteObjects;
import dev.coachwhip.worker.wire.ValueCodec;
import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The host as its worker sees it: its functions and other objects, and where output goes. */
final class HostSide implements RemoteObjects {

  private final Connection connection;
  private final NumberedObjects objects = new NumberedObjects();
  private final Releases releases;
  private final ImportedThrowables throwables = new ImportedThrowables();
  private final ValueCodec codec = new ValueCodec(this);

  HostSide(Connection connection) {
    this.connection = connection;
    releases = new Releases(connection, ToHost.RELEASE.ordinal());
  }

  ValueCodec codec() {
    return codec;
  }

  /** Returns objects that the host knows by number. */
  NumberedObjects objects() {
    return objects;
  }

  Connection connection() {
    return connection;
  }

  OutputStream output(int stream) {
    return new HostOutput(connection, stream);
  }

  HostFunction readFunction(WireReader in) {
    return (HostFunction) codec.readJava(in);
  }

  Map<String, @Nullable Object> readNamed(WireReader in) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      named.put(in.getText(), codec.readJava(in));
    }
    return named;
  }

  @Nullable Object[] readArray(WireReader in) {
    @Nullable Object[] values = new Object[in.getInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = codec.readJava(in);
    }
    return values;
  }

  /** Calls a function of the host; the result is a Java value as for {@code setGlobal}. */
  @Nullable Object call(long function, Arguments arguments) {
    WireReader answer =
        connection.call(
            ToHost.CALL_FUNCTION.ordinal(), out -> writeCall(out, function, arguments), () -> {});
    return codec.readJava(answer);
  }

  private void writeCall(WireWriter out, long function, Arguments arguments) {
    out.putLong(function);
    out.putText(arguments.function());
    out.putInt(arguments.size());
    for (ScriptValue argument : arguments.positional()) {
      codec.writeValue(out, argument);
    }
    out.putInt(arguments.named().size());
    arguments
        .named()
        .forEach((name, value) -> {
          out.putText(name);
          codec.writeValue(out, value);
        });
  }

  void cancelFuture(long number) {}

  void released(WireReader numbers) {
    objects.release(numbers);
  }

  @Override
  public void writeObject(WireWriter out, ScriptObject object) {
    out.putLong(objects.add(object));
    out.putByte(object.callable().isPresent() ? 1 : 0);
    out.putByte(object.isCode() ? 1 : 0);
    out.putLong(
        object
            .hostFunction()
            .map(f -> f instanceof RemoteFunction remote ? remote.number() : 0L)
            .orElse(0L));
  }

  @Override
  public ScriptObject readObject(WireReader in) {
    return objects.get(in.getLong(), ScriptObject.class);
  }

  @Override
  public void writeHostObject(WireWriter out, HostObjectKind kind, Object object) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object readHostObject(WireReader in, HostObjectKind kind) {
    RemoteFunction function = new RemoteFunction(this, in.getLong());
    releases.whenForgotten(function, function.number());
    return function;
  }

  @Override
  public long exportThrowable(Throwable thrown) {
    return objects.add(thrown);
  }

  @Override
  public Throwable exportedThrowable(long number) {
    return objects.get(number, Throwable.class);
  }

  @Override
  public Throwable importThrowable(long number, Throwable standIn) {
    return throwables.add(number, standIn);
  }

  @Override
  public OptionalLong importedThrowable(Throwable thrown) {
    return throwables.number(thrown);
  }
}
