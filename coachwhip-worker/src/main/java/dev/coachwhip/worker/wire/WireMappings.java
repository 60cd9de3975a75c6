package dev.coachwhip.worker.wire;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.TypeMapping;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.spi.ScriptObject;
import dev.coachwhip.spi.ValuePrinter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@link TypeMapping}s of an engine in a worker: their functions run in the host, and the
 * worker's engine has mappings to stand-ins. Any thread.
 */
public final class WireMappings {

  private static final WireMappings NONE = new WireMappings(List.of(), List.of());

  private static final Set<Class<?>> NOT_MAPPED =
      Set.of(
          Object.class,
          Boolean.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          String.class);

  /** Of the host; empty in a worker. */
  private final List<TypeMapping<?>> ofHost;

  /** Of the worker; empty in the host. */
  private final List<MappedStandIn.Maker> standIns;

  private final ConcurrentHashMap<Class<?>, Optional<Integer>> byClass = new ConcurrentHashMap<>();

  private WireMappings(List<TypeMapping<?>> ofHost, List<MappedStandIn.Maker> standIns) {
    this.ofHost = ofHost;
    this.standIns = standIns;
  }

  /** Returns those of an engine without any. */
  public static WireMappings none() {
    return NONE;
  }

  /**
   * Returns the host's side.
   *
   * @throws IllegalArgumentException if two have the same Java type, or it cannot be mapped: what
   *     an engine in the host's process would say, and that in the worker cannot
   */
  public static WireMappings ofHost(List<TypeMapping<?>> mappings) {
    mappings.forEach(mapping -> check(mapping.javaType()));
    if (mappings.stream().map(TypeMapping::javaType).distinct().count() < mappings.size()) {
      throw new IllegalArgumentException("two type mappings have the same Java type");
    }
    return new WireMappings(List.copyOf(mappings), List.of());
  }

  private static void check(Class<?> javaType) {
    boolean container =
        Collection.class.isAssignableFrom(javaType)
            || Map.class.isAssignableFrom(javaType)
            || javaType.isArray();
    if (container || javaType.isPrimitive() || NOT_MAPPED.contains(javaType)) {
      throw new IllegalArgumentException(
          javaType.getName() + " always is what it is in scripts, and cannot be mapped");
    }
  }

  /**
   * Returns the worker's side.
   *
   * @param scriptTypes what the host's {@link #scriptTypes} returned
   */
  public static WireMappings ofWorker(List<String> scriptTypes) {
    List<MappedStandIn.Maker> standIns = new ArrayList<>();
    for (int i = 0; i < scriptTypes.size(); i++) {
      standIns.add(MappedStandIn.Maker.of(i, scriptTypes.get(i)));
    }
    return new WireMappings(List.of(), List.copyOf(standIns));
  }

  /** Returns the scripts' types, in order; in the host. */
  public List<String> scriptTypes() {
    return ofHost.stream().map(TypeMapping::scriptType).toList();
  }

  /** Returns the mappings that the worker's engine is built with; in the worker. */
  public List<TypeMapping<?>> standIns() {
    return standIns.stream().<TypeMapping<?>>map(MappedStandIn.Maker::mapping).toList();
  }

  /** Writes an object if its class is mapped. */
  boolean write(Object object, ValueWriter writer) {
    if (object instanceof MappedStandIn standIn) {
      writer.out().putByte(Tag.MAPPED);
      writer.out().putCount(standIn.index());
      writer.value(standIn.value());
      writer.out().putOptionalText(text(standIn.value()));
      return true;
    }
    if (ofHost.isEmpty()) {
      return false;
    }
    Optional<Integer> index = byClass.computeIfAbsent(object.getClass(), this::find);
    index.ifPresent(found -> given(found, object, writer));
    return index.isPresent();
  }

  /** A reference can still be asked how it prints; what was copied cannot. */
  private static @Nullable String text(ScriptValue value) {
    return value.isReference() ? null : value.toString();
  }

  /** Of the exact class, or the first of one that it extends. */
  private Optional<Integer> find(Class<?> type) {
    int found = -1;
    for (int i = ofHost.size() - 1; i >= 0; i--) {
      found = ofHost.get(i).javaType().isAssignableFrom(type) ? i : found;
    }
    for (int i = 0; i < ofHost.size(); i++) {
      found = ofHost.get(i).javaType() == type ? i : found;
    }
    return found < 0 ? Optional.empty() : Optional.of(found);
  }

  private void given(int index, Object object, ValueWriter writer) {
    TypeMapping<?> mapping = ofHost.get(index);
    Object given = toScript(mapping, object, writer.context().backendName());
    writer.out().putByte(Tag.MAPPED);
    writer.out().putCount(index);
    writer.within(object, () -> writer.java(given));
  }

  private static <T> Object toScript(TypeMapping<T> mapping, Object object, String backendName) {
    try {
      T value = mapping.javaType().cast(object);
      return Objects.requireNonNull(mapping.toScript().apply(value), "the mapping's result");
    } catch (ScriptException e) {
      throw e;
    } catch (RuntimeException e) {
      throw failed(mapping, backendName, e);
    }
  }

  private static TypeConversionException failed(
      TypeMapping<?> mapping, String backendName, RuntimeException cause) {
    String types = mapping.javaType().getName() + " and " + mapping.scriptType();
    return new TypeConversionException(
        "a value that the mapping takes",
        types,
        ErrorDetails.of(backendName, "the mapping between " + types + " failed: " + cause)
            .causedBy(cause));
  }

  /** In the worker, after the tag: reads what is to become an object of the script's class. */
  Object read(ValueReader reader) {
    int index = reader.in().getCount(0);
    if (index >= standIns.size()) {
      throw new WireFormatException("no mapping: " + index);
    }
    return standIns.get(index).make(reader.java());
  }

  /** In the host, after the tag: makes the host's object of a script's value. */
  ScriptValue readValue(String typeName, ValueReader reader) {
    int index = reader.in().getCount(0);
    if (index >= ofHost.size()) {
      throw new WireFormatException("no mapping: " + index);
    }
    ScriptValue value = reader.value();
    String text = reader.in().getOptionalText();
    String backendName = reader.context().backendName();
    Object made = toJava(ofHost.get(index), value, backendName);
    return ScriptValue.of(made, typeName, new Printer(backendName, value, text));
  }

  private static Object toJava(TypeMapping<?> mapping, ScriptValue value, String backendName) {
    try {
      return Objects.requireNonNull(mapping.toJava().apply(value), "the mapping's result");
    } catch (ScriptException e) {
      throw e;
    } catch (RuntimeException e) {
      throw failed(mapping, backendName, e);
    }
  }

  /** Prints the host's object as the script's prints itself. */
  private record Printer(String backendName, ScriptValue value, @Nullable String text)
      implements ValuePrinter {
    @Override
    public String print(ScriptValue mapped) {
      return text != null
          ? text
          : value.reference().map(ScriptObject::print).orElseGet(value::toString);
    }
  }
}
