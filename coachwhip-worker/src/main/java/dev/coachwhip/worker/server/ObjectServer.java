package dev.coachwhip.worker.server;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptIterator;
import dev.coachwhip.ScriptSignature;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.ScriptObject;
import dev.coachwhip.worker.protocol.ToWorker;
import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Does with the script's objects what the host asks for. */
record ObjectServer(HostSide host, Runs runs) {

  /** Serves a request: run, object or iterator, and what {@link ToWorker} says. */
  void serve(ToWorker operation, WireReader in, WireWriter out) {
    boolean _ =
        runs.run(
            in.getLong(),
            () -> {
              serveInRun(operation, in, out);
              return true;
            });
  }

  private void serveInRun(ToWorker operation, WireReader in, WireWriter out) {
    switch (operation) {
      case CALL_OBJECT -> value(out, call(in));
      case FIELDS -> optional(out, object(in).fields(), this::fields);
      case SIGNATURE -> optional(out, object(in).signature(), ObjectServer::signature);
      case ITERATE -> optional(out, object(in).iterator(), this::number);
      case NEXT -> optional(out, next(in), this::value);
      case CLOSE_ITERATOR -> iterator(in).close();
      case ATTRIBUTE -> optional(out, object(in).attribute(in.getText()), this::value);
      case CONSTANT_NAME -> optional(out, object(in).constantName(), WireWriter::putText);
      case AWAIT -> optional(out, object(in).future(), this::number);
      case ARRAY -> optional(out, object(in).array(), this::array);
      case PRINT -> out.putText(print(in));
      default -> throw new IllegalArgumentException("no request: " + operation);
    }
  }

  private ScriptObject object(WireReader in) {
    return host.objects().get(in.getLong(), ScriptObject.class);
  }

  private static <T> void optional(
      WireWriter out, Optional<T> found, BiConsumer<WireWriter, T> write) {
    out.putBoolean(found.isPresent());
    found.ifPresent(value -> write.accept(out, value));
  }

  private ScriptValue call(WireReader in) {
    ScriptObject object = object(in);
    Map<String, @Nullable Object> named = host.readNamed(in);
    @Nullable Object[] arguments = host.readArray(in);
    return object
        .callable()
        .orElseThrow(() -> new IllegalStateException("the object cannot be called any more"))
        .call(named, arguments);
  }

  private void fields(WireWriter out, Map<String, ScriptValue> fields) {
    out.putInt(fields.size());
    fields.forEach((name, value) -> {
      out.putText(name);
      host.codec().writeValue(out, value);
    });
  }

  private static void signature(WireWriter out, ScriptSignature signature) {
    out.putText(signature.name());
    out.putInt(signature.parameters().size());
    for (ScriptSignature.Parameter parameter : signature.parameters()) {
      out.putText(parameter.name());
      out.putText(parameter.kind().name());
      out.putBoolean(parameter.hasDefault());
    }
    optional(out, signature.documentation(), WireWriter::putText);
  }

  private void number(WireWriter out, Object object) {
    out.putLong(host.objects().add(object));
  }

  private void value(WireWriter out, ScriptValue value) {
    host.codec().writeValue(out, value);
  }

  private void array(WireWriter out, ScriptArray array) {
    host.codec().writeValue(out, ScriptValue.of(array, "array", host.printer()));
  }

  private String print(WireReader in) {
    ScriptObject object = object(in);
    return in.getBoolean() ? object.printInContainer() : object.print();
  }

  private ScriptIterator iterator(WireReader in) {
    return host.objects().get(in.getLong(), ScriptIterator.class);
  }

  private Optional<ScriptValue> next(WireReader in) {
    ScriptIterator iterator = iterator(in);
    return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
  }
}
