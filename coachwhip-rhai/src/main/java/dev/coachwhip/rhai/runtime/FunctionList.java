package dev.coachwhip.rhai.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Functions as their annotations declare them, and as lines of text: reading those takes a fraction
 * of the time that reading annotations takes, which is most of what a cold start would spend here.
 */
public final class FunctionList {

  static final char SEPARATOR = '\t';

  private FunctionList() {}

  /**
   * A method that is a function.
   *
   * @param name in scripts
   * @param type the name of its class
   * @param method its name in Java
   * @param descriptor its types, as in class files
   * @param pure whether it may be called on constants
   * @param receiver the class that its {@link Ref} is of, empty without one
   */
  record Function(
      String name, String type, String method, String descriptor, boolean pure, String receiver) {

    Overload overload(MethodHandles.Lookup lookup) {
      MethodType types =
          MethodType.fromMethodDescriptorString(descriptor, lookup.lookupClass().getClassLoader());
      boolean byReference = !receiver.isEmpty();
      return Overload.late(
          name, parameters(types, lookup), pure, byReference, () -> find(types, lookup));
    }

    private List<Class<?>> parameters(MethodType types, MethodHandles.Lookup lookup) {
      List<Class<?>> boxed = new ArrayList<>(types.wrap().parameterList());
      if (!boxed.isEmpty() && boxed.getFirst() == Run.class) {
        boxed.removeFirst();
      }
      if (!receiver.isEmpty()) {
        boxed.set(0, load(receiver, lookup));
      }
      return boxed;
    }

    private MethodHandle find(MethodType types, MethodHandles.Lookup lookup) {
      try {
        return lookup.findStatic(load(type, lookup), method, types);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot reach " + this, e);
      }
    }

    private static Class<?> load(String name, MethodHandles.Lookup lookup) {
      try {
        return Class.forName(name, false, lookup.lookupClass().getClassLoader());
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }

    private String line() {
      String separator = String.valueOf(SEPARATOR);
      return String.join(
          separator, name, type, method, descriptor, pure ? "pure" : "changes", receiver);
    }
  }

  /** Returns a line for each function of some classes, in a fixed order. */
  public static List<String> write(List<Class<?>> classes) {
    return functions(classes).stream().map(Function::line).sorted().toList();
  }

  static List<Function> parse(List<String> lines) {
    List<Function> functions = new ArrayList<>(lines.size());
    for (String line : lines) {
      String[] parts = line.split(String.valueOf(SEPARATOR), -1);
      boolean pure = parts[4].equals("pure");
      functions.add(new Function(parts[0], parts[1], parts[2], parts[3], pure, parts[5]));
    }
    return functions;
  }

  static List<Function> functions(List<Class<?>> classes) {
    List<Function> functions = new ArrayList<>();
    for (Class<?> type : classes) {
      for (Method method : type.getDeclaredMethods()) {
        for (RhaiFunction annotation : method.getAnnotationsByType(RhaiFunction.class)) {
          functions.add(function(method, annotation));
        }
      }
    }
    return functions;
  }

  private static Function function(Method method, RhaiFunction annotation) {
    MethodType type = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
    return new Function(
        name(method, annotation),
        method.getDeclaringClass().getName(),
        method.getName(),
        type.descriptorString(),
        annotation.pure(),
        receiver(method));
  }

  private static String receiver(Method method) {
    Class<?>[] types = method.getParameterTypes();
    int first = types.length > 0 && types[0] == Run.class ? 1 : 0;
    if (types.length == first || types[first] != Ref.class) {
      return "";
    }
    return method.getGenericParameterTypes()[first] instanceof ParameterizedType type
            && type.getActualTypeArguments()[0] instanceof Class<?> argument
        ? argument.getName()
        : Object.class.getName();
  }

  private static String name(Method method, RhaiFunction function) {
    String name = function.name().isEmpty() ? snakeCase(method.getName()) : function.name();
    return switch (function.kind()) {
      case FUNCTION -> name;
      case GETTER -> FunctionTable.GETTER + name;
      case SETTER -> FunctionTable.SETTER + name;
      case INDEX_GETTER -> FunctionTable.INDEX_GETTER;
      case INDEX_SETTER -> FunctionTable.INDEX_SETTER;
    };
  }

  private static String snakeCase(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      if (Character.isUpperCase(letter)) {
        text.append('_');
      }
      text.append(letter);
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
