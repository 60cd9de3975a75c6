package dev.coachwhip;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A Java type with its type arguments, for {@link ScriptValue#asType}: an anonymous subclass keeps
 * them, as {@code new JavaType<Map<String, List<Point>>>() {}}.
 *
 * @param <T> the type
 */
public abstract class JavaType<T> {

  private final Type type;

  /**
   * Takes the type from the subclass.
   *
   * @throws IllegalStateException if the subclass names no type
   */
  protected JavaType() {
    if (!(getClass().getGenericSuperclass() instanceof ParameterizedType generic)) {
      throw new IllegalStateException("a JavaType needs its type: new JavaType<List<String>>() {}");
    }
    type = generic.getActualTypeArguments()[0];
  }

  /** Returns the type. */
  public final Type type() {
    return type;
  }

  @Override
  public final String toString() {
    return type.getTypeName();
  }
}
