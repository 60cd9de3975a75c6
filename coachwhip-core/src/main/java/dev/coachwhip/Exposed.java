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

  private Exposed(Object object, ExposedApi api, boolean live) {
    this.object = Objects.requireNonNull(object, "object");
    this.api = api;
    this.live = live;
  }

  /**
   * Exposes the public methods of an interface or class, with those that it inherits, but for
   * {@link Object}'s.
   *
   * @throws IllegalArgumentException if the API's methods cannot be called from here, or two of them
   *     have the same name in scripts; lists all such
   */
  public static <T> Exposed of(T object, Class<? super T> api) {
    return new Exposed(object, ExposedApi.of(Objects.requireNonNull(api, "api")), false);
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
    return new Exposed(object, api, false);
  }

  /**
   * Exposes a list as a sequence of the script's language, without a copy: each sees the other's
   * changes.
   *
   * <p>What a script writes is stored as {@link ScriptValue#toJava} gives it, whatever the list's
   * type arguments say.
   */
  public static Exposed live(List<?> list) {
    return new Exposed(list, ExposedApi.of(List.class), true);
  }

  /** Exposes a map as a mapping of the script's language, without a copy; as {@link #live(List)}. */
  public static Exposed live(Map<?, ?> map) {
    return new Exposed(map, ExposedApi.of(Map.class), true);
  }

  /**
   * Exposes a collection, without a copy, to be read: its size, its elements, whether it contains
   * something.
   */
  public static Exposed live(Collection<?> collection) {
    return collection instanceof List<?> list
        ? live(list)
        : new Exposed(collection, ExposedApi.of(Collection.class), true);
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

  /** Tells whether both expose the same object in the same way. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Exposed that
        && object == that.object
        && api == that.api
        && live == that.live;
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
