package dev.coachwhip.internal.bind;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The implementation of a Java interface by functions of a script. Default methods run as they are
 * written; two such objects are equal only if they are the same.
 *
 * @param functions for the abstract methods; one that is missing does nothing
 * @param description what {@code toString} returns
 */
record ScriptProxy(Map<Method, MethodCall> functions, String description)
    implements InvocationHandler {

  /** Makes the object. */
  Object implement(Class<?> type) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    MethodCall call = functions.get(method);
    if (call != null) {
      return call.call(arguments);
    }
    if (method.getDeclaringClass() == Object.class) {
      return ofEveryObject(proxy, method, arguments);
    }
    return method.isDefault() ? callDefault(proxy, method, arguments) : null;
  }

  private static @Nullable Object callDefault(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    Class<?> declaring = method.getDeclaringClass();
    if (Modifier.isPublic(declaring.getModifiers())) {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    return MethodHandles.privateLookupIn(declaring, MethodHandles.lookup())
        .unreflectSpecial(method, declaring)
        .bindTo(proxy)
        .invokeWithArguments(arguments);
  }

  @SuppressWarnings("ReferenceEquality") // as Object's own equals
  private Object ofEveryObject(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> description;
    };
  }
}
