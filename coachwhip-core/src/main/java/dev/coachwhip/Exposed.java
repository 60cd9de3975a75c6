package dev.coachwhip;

import dev.coachwhip.spi.exposed.ExposedApi;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Java object that scripts may use as an object of their own: a value for {@link
 * ScriptEngine#setGlobal}, arguments and results of functions.
 *
 * <p>A script reaches the members of the chosen API and nothing else: no other methods, no fields,
 * no classes, no reflection. Its members are:
 *
 * <ul>
 *   <li>methods, under their Java name and in snake case ({@code moveAbs}, {@code move_abs}); among
 *       overloads the arguments decide, the closest types first. Arguments are converted as by
 *       {@link ScriptValue#as}, by name too where the API was compiled with {@code -parameters};
 *       results as by {@code setGlobal}
 *   <li>attributes: {@code getX()} or a boolean {@code isX()} is the attribute {@code x}, which can
 *       be set where there is a {@code setX}; the components of a record are attributes. Where a
 *       method has that name, the name means the method
 *   <li>what the language does with objects, as far as the API has the methods: length, {@code in},
 *       indexing and iteration of collections and maps, order of a {@link Comparable}, closing an
 *       {@link AutoCloseable}, calling a {@link FunctionalInterface}; always {@code equals}, {@code
 *       hashCode} and {@code toString}
 * </ul>
 *
 * <p>Methods run on the script's thread, as {@link HostFunction}s do, and what they throw arrives
 * as it does from those. Back in Java, {@link ScriptValue#as} and {@link ScriptValue#toJava} give
 * the same object again. Immutable; any thread, and any number of engines.
 */
public final class Exposed {

  private final Object object;
  private final ExposedApi api;
  private final boolean live;
  private final Class<?> keyType;
  private final Class<?> valueType;

  private Exposed(
      Object object, ExposedApi api, boolean live, Class<?> keyType, Class<?> valueType) {
    this.object = object;
    this.api = api;
    this.live = live;
    this.keyType = keyType;
    this.valueType = valueType;
  }

  private static Exposed of(Object object, ExposedApi api) {
    return new Exposed(object, api, false, Object.class, Object.class);
  }

  private static Exposed live(Object object, Class<?> api, Class<?> keyType, Class<?> valueType) {
    Objects.requireNonNull(object, "object");
    return new Exposed(object, ExposedApi.of(api), true, keyType, valueType);
  }

  /**
   * Exposes the public methods of an interface or class, with those that it inherits, but for
   * {@link Object}'s.
   *
   * @throws IllegalArgumentException if the API's methods cannot be called from here, or two of
   *     them have the same name in scripts; lists all such
   */
  public static <T> Exposed of(T object, Class<? super T> api) {
    Objects.requireNonNull(object, "object");
    return of(object, ExposedApi.of(Objects.requireNonNull(api, "api")));
  }

  /**
   * Exposes the methods that carry {@link Method}, or, where its class or an interface of it
   * carries {@link Api}, all public methods of that.
   *
   * @throws IllegalArgumentException if there are none, or as {@link #of(Object, Class)}
   */
  public static Exposed of(Object object) {
    Class<?> type = Objects.requireNonNull(object, "object").getClass();
    ExposedApi api =
        ExposedApi.declaredBy(type)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "%s has no method with @Exposed.Method and no interface with @Exposed.Api; name the API: Exposed.of(object, Api.class)"
                        .formatted(type.getName())));
    return of(object, api);
  }

  /**
   * Exposes a list as a sequence of the script's language, without a copy: each sees the other's
   * changes.
   *
   * <p>What a script writes is stored as {@link ScriptValue#toJava} gives it, whatever the list's
   * type arguments say: an int as a Long. {@link #live(List, Class)} keeps to a class.
   */
  public static Exposed live(List<?> list) {
    return live(list, List.class, Object.class, Object.class);
  }

  /**
   * Exposes a list of which scripts may write elements of one class only, converted as by {@link
   * ScriptValue#as}.
   */
  public static <T> Exposed live(List<T> list, Class<T> type) {
    return live(list, List.class, Object.class, Objects.requireNonNull(type, "type"));
  }

  /**
   * Exposes a map as a mapping of the script's language, without a copy; as {@link #live(List)}.
   */
  public static Exposed live(Map<?, ?> map) {
    return live(map, Map.class, Object.class, Object.class);
  }

  /**
   * Exposes a map whose new keys and values are of one class each; as {@link #live(List, Class)}.
   */
  public static <K, V> Exposed live(Map<K, V> map, Class<K> keyType, Class<V> valueType) {
    return live(
        map,
        Map.class,
        Objects.requireNonNull(keyType, "keyType"),
        Objects.requireNonNull(valueType, "valueType"));
  }

  /**
   * Exposes a set, another collection or what else can be gone through, without a copy, to be read;
   * a list as {@link #live(List)}.
   */
  public static Exposed live(Iterable<?> elements) {
    return switch (elements) {
      case List<?> list -> live(list);
      case Collection<?> _ -> live(elements, Collection.class, Object.class, Object.class);
      case null, default -> live(elements, Iterable.class, Object.class, Object.class);
    };
  }

  /** Returns the object itself. */
  public Object object() {
    return object;
  }

  /** Returns what scripts may use of it. */
  public ExposedApi api() {
    return api;
  }

  /** Tells whether it is shown as the language's own kind of container. */
  public boolean isLive() {
    return live;
  }

  /** Returns the class of new keys of a live map. */
  public Class<?> keyType() {
    return keyType;
  }

  /** Returns the class of new elements of a live list, or of new values of a live map. */
  public Class<?> valueType() {
    return valueType;
  }

  /** Tells whether both expose the same object in the same way. */
  @Override
  @SuppressWarnings("ReferenceEquality") // one that is only equal is another object
  public boolean equals(@Nullable Object other) {
    return other instanceof Exposed that
        && object == that.object
        && api == that.api
        && live == that.live
        && keyType == that.keyType
        && valueType == that.valueType;
  }

  @Override
  public int hashCode() {
    return 31 * System.identityHashCode(object) + api.hashCode();
  }

  @Override
  public String toString() {
    return "Exposed[" + object.getClass().getName() + " as " + api.name() + "]";
  }

  /** Marks an interface or class whose objects may be used by scripts wherever they come to one. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  public @interface Api {

    /** Returns what help says of it. */
    String doc() default "";
  }

  /** Marks a public method that scripts may call; those of the class without it they cannot. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  public @interface Method {

    /** Returns its one name in scripts; empty for the Java name and that in snake case. */
    String name() default "";

    /** Returns what help says of it. */
    String doc() default "";
  }
}
