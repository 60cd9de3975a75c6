package dev.coachwhip.internal.convert;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Generic Java types with their type variables replaced by what is known of them. */
public final class JavaTypes {

  private JavaTypes() {}

  /** Returns the class of a type without its type arguments; of a variable, its bound's. */
  public static Class<?> raw(Type type) {
    return switch (type) {
      case Class<?> plain -> plain;
      case ParameterizedType generic -> (Class<?>) generic.getRawType();
      case GenericArrayType array ->
          Array.newInstance(raw(array.getGenericComponentType()), 0).getClass();
      case WildcardType wildcard -> raw(wildcard.getUpperBounds()[0]);
      case TypeVariable<?> variable -> raw(variable.getBounds()[0]);
      default -> Object.class;
    };
  }

  /**
   * Returns what the type variables of a class and of the types above it stand for.
   *
   * @param typeArguments of the class itself; empty where they are not known
   */
  public static Map<TypeVariable<?>, Type> variables(Class<?> type, List<Type> typeArguments) {
    Map<TypeVariable<?>, Type> known = new HashMap<>();
    TypeVariable<?>[] own = type.getTypeParameters();
    for (int i = 0; i < own.length && i < typeArguments.size(); i++) {
      known.put(own[i], typeArguments.get(i));
    }
    addInherited(type, known);
    return known;
  }

  private static void addInherited(Class<?> type, Map<TypeVariable<?>, Type> known) {
    for (Type above : type.getGenericInterfaces()) {
      addAbove(above, known);
    }
    if (type.getGenericSuperclass() != null) {
      addAbove(type.getGenericSuperclass(), known);
    }
  }

  private static void addAbove(Type above, Map<TypeVariable<?>, Type> known) {
    Class<?> raw = raw(above);
    if (resolve(above, known) instanceof ParameterizedType generic) {
      TypeVariable<?>[] variables = raw.getTypeParameters();
      for (int i = 0; i < variables.length; i++) {
        known.put(variables[i], generic.getActualTypeArguments()[i]);
      }
    }
    addInherited(raw, known);
  }

  /** Returns a type with the variables in it replaced; unknown ones stay. */
  public static Type resolve(Type type, Map<TypeVariable<?>, Type> known) {
    return switch (type) {
      case TypeVariable<?> variable -> known.getOrDefault(variable, variable);
      case ParameterizedType generic ->
          new Generic(raw(generic), resolveAll(generic.getActualTypeArguments(), known));
      case GenericArrayType array ->
          new GenericArray(resolve(array.getGenericComponentType(), known));
      case WildcardType wildcard -> resolve(wildcard.getUpperBounds()[0], known);
      default -> type;
    };
  }

  private static List<Type> resolveAll(Type[] types, Map<TypeVariable<?>, Type> known) {
    return Arrays.stream(types).map(type -> resolve(type, known)).toList();
  }

  /**
   * Returns a generic type.
   *
   * @param raw the class without type arguments
   */
  public static Type generic(Class<?> raw, Type... typeArguments) {
    return new Generic(raw, List.of(typeArguments));
  }

  private record Generic(Class<?> raw, List<Type> typeArguments) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return typeArguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return raw.getDeclaringClass();
    }
  }

  private record GenericArray(Type component) implements GenericArrayType {
    @Override
    public Type getGenericComponentType() {
      return component;
    }
  }
}
