package dev.coachwhip.rhai;

import dev.coachwhip.rhai.runtime.FunctionTable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the functions that a Java class has for scripts. */
final class ExportedMethods {

  private static final MethodType SPREAD = MethodType.methodType(Object.class, Object[].class);

  private ExportedMethods() {}

  static List<JavaFunction> of(Class<?> holder) {
    List<JavaFunction> functions = new ArrayList<>();
    for (Method method : holder.getMethods()) {
      RhaiExport export = method.getAnnotation(RhaiExport.class);
      if (export != null) {
        functions.add(function(method, export));
      }
    }
    if (functions.isEmpty()) {
      throw new IllegalArgumentException(
          holder.getName() + " has no public static method with @RhaiExport");
    }
    return functions;
  }

  private static JavaFunction function(Method method, RhaiExport export) {
    if (!Modifier.isStatic(method.getModifiers())) {
      throw new IllegalArgumentException(method + " has @RhaiExport and is not static");
    }
    List<Class<?>> types = List.of(method.getParameterTypes());
    MethodHandle handle = handle(method);
    return new JavaFunction(
        name(method, export), types, export.pure() && !writes(export), spread(handle));
  }

  private static boolean writes(RhaiExport export) {
    return export.kind() == RhaiExport.Kind.SETTER || export.kind() == RhaiExport.Kind.INDEX_SETTER;
  }

  private static MethodHandle handle(Method method) {
    try {
      boolean _ = method.trySetAccessible();
      return MethodHandles.lookup().unreflect(method).asFixedArity();
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException("cannot call " + method + " from here", e);
    }
  }

  private static JavaFunction.Body spread(MethodHandle handle) {
    MethodHandle generic =
        handle.asSpreader(Object[].class, handle.type().parameterCount()).asType(SPREAD);
    return new JavaFunction.Body() {
      @Override
      public @Nullable Object call(@Nullable Object[] arguments) throws Throwable {
        return (Object) generic.invokeExact(arguments);
      }
    };
  }

  private static String name(Method method, RhaiExport export) {
    String name = export.name().isEmpty() ? snakeCase(method.getName()) : export.name();
    return switch (export.kind()) {
      case FUNCTION -> name;
      case GETTER -> FunctionTable.GETTER + name;
      case SETTER -> FunctionTable.SETTER + name;
      case INDEX_GETTER -> FunctionTable.INDEX_GETTER;
      case INDEX_SETTER -> FunctionTable.INDEX_SETTER;
    };
  }

  private static String snakeCase(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
