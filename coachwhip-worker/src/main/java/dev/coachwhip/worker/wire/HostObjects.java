package dev.coachwhip.worker.wire;

import dev.coachwhip.DescribedFunction;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptSignature;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.FunctionalObjects;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Objects that do something when they are asked: they stay with the host. */
@SuppressWarnings("EnumOrdinal") // both sides are of the same build
final class HostObjects {

  private static final ScriptSignature.Kind[] KINDS = ScriptSignature.Kind.values();

  private HostObjects() {}

  /** Writes an object if it is one of these. */
  static boolean write(Object object, ValueWriter writer) {
    if (object instanceof HostFunction function) {
      function(function, writer);
      return true;
    }
    HostObjectKind kind = kind(object);
    if (kind != null) {
      write(kind, object, writer);
      return true;
    }
    if (FunctionalObjects.isFunctional(object.getClass())) {
      function(functional(object, writer), writer);
      return true;
    }
    return false;
  }

  private static @Nullable HostObjectKind kind(Object object) {
    return switch (object) {
      case CompletionStage<?> _ -> HostObjectKind.STAGE;
      case Flow.Publisher<?> _ -> HostObjectKind.PUBLISHER;
      case Iterator<?> _ -> HostObjectKind.ITERATOR;
      case BaseStream<?, ?> _ -> HostObjectKind.STREAM;
      case Iterable<?> _ -> HostObjectKind.ITERABLE;
      default -> null;
    };
  }

  private static DescribedFunction functional(Object object, ValueWriter writer) {
    try {
      return FunctionalObjects.function(object);
    } catch (IllegalArgumentException e) {
      throw writer.unconvertible(String.valueOf(e.getMessage()), "");
    }
  }

  private static void write(HostObjectKind kind, Object object, ValueWriter writer) {
    writer.out().putByte(Tag.HOST_OBJECT);
    writer.out().putByte(kind.ordinal());
    writer.context().objects().writeHostObject(writer.out(), kind, object);
  }

  private static void function(HostFunction function, ValueWriter writer) {
    write(HostObjectKind.FUNCTION, function, writer);
    writer.out().putBoolean(function instanceof DescribedFunction);
    if (function instanceof DescribedFunction described) {
      description(described, writer);
    }
  }

  private static void description(DescribedFunction function, ValueWriter writer) {
    WireWriter out = writer.out();
    out.putText(function.documentation());
    out.putCount(function.parameters().size());
    for (DescribedFunction.Parameter parameter : function.parameters()) {
      out.putText(parameter.name());
      out.putByte(parameter.kind().ordinal());
      out.putBoolean(parameter.defaultValue().isPresent());
      parameter.defaultValue().ifPresent(writer::value);
    }
  }

  /** Reads what {@link #write} wrote, after the tag. */
  static Object read(ValueReader reader) {
    HostObjectKind kind = HostObjectKind.read(reader.in());
    Object object = reader.context().objects().readHostObject(reader.in(), kind);
    return switch (kind) {
      case FUNCTION -> function((HostFunction) object, reader);
      case STREAM -> stream((Iterator<?>) object);
      default -> object;
    };
  }

  private static HostFunction function(HostFunction function, ValueReader reader) {
    return reader.in().getBoolean() ? described(function, reader) : function;
  }

  /** Scripts see the parameters; it is the host that puts arguments in their order. */
  private static DescribedFunction described(HostFunction target, ValueReader reader) {
    WireReader in = reader.in();
    DescribedFunction.Builder builder = HostFunction.described(in.getText());
    int count = in.getCount(3);
    try {
      for (int i = 0; i < count; i++) {
        parameter(builder, reader);
      }
    } catch (IllegalArgumentException e) {
      throw new WireFormatException("no parameters", e);
    }
    return builder.forwardingTo(target);
  }

  private static void parameter(DescribedFunction.Builder builder, ValueReader reader) {
    String name = reader.in().getText();
    int kind = reader.in().getByte();
    if (kind >= KINDS.length) {
      throw new WireFormatException("no kind of parameter: " + kind);
    }
    Optional<ScriptValue> defaultValue =
        reader.in().getBoolean() ? Optional.of(reader.value()) : Optional.empty();
    DescribedFunction.Builder _ =
        builder.parameter(new DescribedFunction.Parameter(name, KINDS[kind], defaultValue));
  }

  private static Stream<?> stream(Iterator<?> elements) {
    Stream<?> stream =
        StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(elements, Spliterator.ORDERED), false);
    return elements instanceof AutoCloseable closeable
        ? stream.onClose(() -> close(closeable))
        : stream;
  }

  private static void close(AutoCloseable elements) {
    try {
      elements.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the host's stream cannot be closed", e);
    }
  }
}
