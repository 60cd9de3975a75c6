package dev.coachwhip.rhai;

import dev.coachwhip.rhai.runtime.FunctionTable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What scripts may do with objects of a Java class: begun by {@link RhaiExtensions.Builder#type}.
 *
 * <p>Objects are not copied: two variables may hold the same one, as in Java. Parameters are told
 * apart by their Java types, as {@link RhaiExtensions} says. Not threadsafe.
 *
 * @param <T> the Java class
 */
public final class RhaiType<T> {

  private final Class<T> type;
  private final String name;
  private final List<JavaFunction> functions = new ArrayList<>();
  private @Nullable Function<Object, Iterator<?>> iterator;

  RhaiType(Class<T> type, String name) {
    this.type = type;
    this.name = name;
  }

  /** Writes an element. */
  @FunctionalInterface
  public interface IndexWriter<T, I, V> {

    /** Puts a value at an index. */
    void set(T object, I index, V value) throws Exception;
  }

  /** Lets scripts read {@code object.name}. */
  public RhaiType<T> getter(String property, Function<? super T, ?> getter) {
    return add(FunctionTable.GETTER + property, true, List.of(type), a -> getter.apply(self(a)));
  }

  /** Lets scripts write {@code object.name = value}. */
  public <V> RhaiType<T> setter(
      String property, Class<V> valueType, BiConsumer<? super T, ? super V> setter) {
    return add(
        FunctionTable.SETTER + property,
        false,
        List.of(type, valueType),
        a -> {
          setter.accept(self(a), argument(a, 1, valueType));
          return null;
        });
  }

  /** Lets scripts read and write a property. */
  public <V> RhaiType<T> property(
      String property,
      Class<V> valueType,
      Function<? super T, ? extends V> getter,
      BiConsumer<? super T, ? super V> setter) {
    return getter(property, getter).setter(property, valueType, setter);
  }

  /** Lets scripts call {@code object.method()}. */
  public RhaiType<T> method(String method, Function<? super T, ?> body) {
    return add(method, true, List.of(type), a -> body.apply(self(a)));
  }

  /** Lets scripts call {@code object.method(argument)}. */
  public <A> RhaiType<T> method(
      String method, Class<A> argumentType, BiFunction<? super T, ? super A, ?> body) {
    return add(
        method,
        true,
        List.of(type, argumentType),
        a -> body.apply(self(a), argument(a, 1, argumentType)));
  }

  /** Lets scripts call {@code object.method(first, second)}. */
  public <A, B> RhaiType<T> method(
      String method,
      Class<A> firstType,
      Class<B> secondType,
      RhaiExtensions.Function3<? super T, ? super A, ? super B> body) {
    return add(
        method,
        true,
        List.of(type, firstType, secondType),
        a -> body.call(self(a), argument(a, 1, firstType), argument(a, 2, secondType)));
  }

  /** Lets scripts read {@code object[index]}. */
  public <I> RhaiType<T> indexGetter(
      Class<I> indexType, BiFunction<? super T, ? super I, ?> getter) {
    return add(
        FunctionTable.INDEX_GETTER,
        true,
        List.of(type, indexType),
        a -> getter.apply(self(a), argument(a, 1, indexType)));
  }

  /** Lets scripts write {@code object[index] = value}. */
  public <I, V> RhaiType<T> indexSetter(
      Class<I> indexType, Class<V> valueType, IndexWriter<? super T, ? super I, ? super V> setter) {
    return add(
        FunctionTable.INDEX_SETTER,
        false,
        List.of(type, indexType, valueType),
        a -> {
          setter.set(self(a), argument(a, 1, indexType), argument(a, 2, valueType));
          return null;
        });
  }

  /** Lets scripts write {@code object operator right}, as in {@code a + b}. */
  public <R> RhaiType<T> operator(
      String operator, Class<R> rightType, BiFunction<? super T, ? super R, ?> body) {
    return method(operator, rightType, body);
  }

  /** Lets scripts go through what an object holds with {@code for}. */
  @SuppressWarnings("unchecked") // asked of objects of the class only
  public RhaiType<T> iterator(Function<? super T, ? extends Iterator<?>> elements) {
    iterator = object -> elements.apply((T) object);
    return this;
  }

  /** Says how an object prints. */
  public RhaiType<T> text(Function<? super T, String> text) {
    return method("to_string", text).method("to_debug", text);
  }

  private RhaiType<T> add(
      String functionName, boolean pure, List<Class<?>> types, JavaFunction.Body body) {
    Objects.requireNonNull(functionName, "name");
    functions.add(new JavaFunction(functionName, types, pure, body));
    return this;
  }

  @SuppressWarnings("unchecked") // found by its class
  private T self(@Nullable Object[] arguments) {
    return (T) Objects.requireNonNull(arguments[0]);
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // converted to this type; unit is null
  static <A> A argument(@Nullable Object[] arguments, int index, Class<A> type) {
    return (A) arguments[index];
  }

  Class<T> type() {
    return type;
  }

  String name() {
    return name;
  }

  List<JavaFunction> functions() {
    return functions;
  }

  @Nullable Function<Object, Iterator<?>> iterator() {
    return iterator;
  }
}
