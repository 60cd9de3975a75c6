package dev.coachwhip.internal.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.NamedList;
import dev.coachwhip.spi.ScriptObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records, from values that have exactly the components' names: maps with text keys, lists with
 * names, objects with fields.
 */
final class RecordConverter implements Converter {

  /** A chain of more objects than this is taken for a circle. */
  private static final int DEEPEST = 200;

  private final Class<?> type;
  private final List<String> names;
  private final Set<String> nameSet;
  private final List<Type> types;

  /** Made at first use: a record may have itself as a component. */
  private volatile @Nullable List<Converter> converters;

  /** Found at first use, so that a record that cannot be made is told of when it is asked for. */
  private volatile @Nullable Constructor<?> constructor;

  private RecordConverter(Class<?> type, List<Type> typeArguments) {
    Map<TypeVariable<?>, Type> variables = JavaTypes.variables(type, typeArguments);
    RecordComponent[] components = type.getRecordComponents();
    this.type = type;
    this.names = Arrays.stream(components).map(RecordComponent::getName).toList();
    this.nameSet = Set.copyOf(names);
    this.types =
        Arrays.stream(components)
            .map(component -> JavaTypes.resolve(component.getGenericType(), variables))
            .toList();
  }

  static @Nullable Converter of(Class<?> type, List<Type> typeArguments) {
    return type.isRecord() ? new RecordConverter(type, typeArguments) : null;
  }

  @Override
  public @Nullable Object convert(ScriptValue value, int depth) {
    if (Scalars.isInstance(type, value)) {
      return value.data();
    }
    if (depth > DEEPEST) {
      throw Misfit.of(type, value, "nested deeper than " + DEEPEST + " levels, or in itself");
    }
    return construct(value, components(value, depth + 1));
  }

  private @Nullable Object[] components(ScriptValue value, int depth) {
    Map<String, ScriptValue> fields = fields(value);
    if (!fields.keySet().equals(nameSet)) {
      throw Misfit.of(type, value, difference(fields));
    }
    List<Converter> known = converters();
    @Nullable Object[] components = new Object[names.size()];
    for (int i = 0; i < components.length; i++) {
      String name = names.get(i);
      components[i] =
          component(Objects.requireNonNull(fields.get(name)), known.get(i), name, depth);
    }
    return components;
  }

  private static @Nullable Object component(
      ScriptValue value, Converter converter, String name, int depth) {
    try {
      return converter.convert(value, depth);
    } catch (Misfit e) {
      throw e.within("." + name);
    }
  }

  private Map<String, ScriptValue> fields(ScriptValue value) {
    return switch (value.data()) {
      case NamedList list -> list.byName();
      case Map<?, ?> _ -> entries(value);
      case ScriptObject object -> object.fields().orElseThrow(() -> Misfit.of(type, value));
      case null, default -> throw Misfit.of(type, value);
    };
  }

  private Map<String, ScriptValue> entries(ScriptValue value) {
    for (ScriptValue key : value.asEntries().keySet()) {
      if (!(key.data() instanceof String)) {
        throw Misfit.of(type, value, "the key " + key + " is no text");
      }
    }
    return value.asMap();
  }

  private String difference(Map<String, ScriptValue> fields) {
    List<String> missing = new ArrayList<>(names);
    missing.removeAll(fields.keySet());
    List<String> extra = new ArrayList<>(fields.keySet());
    extra.removeAll(names);
    return listed("without ", missing)
        + (missing.isEmpty() || extra.isEmpty() ? "" : ", ")
        + listed("with ", extra)
        + "; the record has "
        + String.join(", ", names);
  }

  private static String listed(String before, List<String> names) {
    return names.stream()
        .map(name -> "'" + name + "'")
        .collect(Collectors.joining(", ", names.isEmpty() ? "" : before, ""));
  }

  private List<Converter> converters() {
    List<Converter> known = converters;
    if (known == null) {
      known = types.stream().map(Converters::of).toList();
      converters = known;
    }
    return known;
  }

  private Object construct(ScriptValue value, @Nullable Object[] components) {
    try {
      return constructor().newInstance(components);
    } catch (InvocationTargetException e) {
      throw Misfit.refused(type, value, Objects.requireNonNullElse(e.getCause(), e));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "cannot make a %s: its package must be exported or opened to dev.coachwhip.core"
              .formatted(type.getName()),
          e);
    }
  }

  private Constructor<?> constructor() throws NoSuchMethodException {
    Constructor<?> known = constructor;
    if (known == null) {
      Class<?>[] raw =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      known = type.getDeclaredConstructor(raw);
      known.trySetAccessible(); // where it fails, a public one of a public record still works
      constructor = known;
    }
    return known;
  }
}
