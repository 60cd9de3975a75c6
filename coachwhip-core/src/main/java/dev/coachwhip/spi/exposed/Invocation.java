package dev.coachwhip.spi.exposed;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** A call of one overload with its arguments converted, ready to run. */
public final class Invocation {

  private final MethodHandle handle;
  private final @Nullable Object[] arguments;

  /**
   * Makes it.
   *
   * @param handle {@code (Object target, Object[] arguments) -> Object}
   */
  Invocation(MethodHandle handle, @Nullable Object[] arguments) {
    this.handle = handle;
    this.arguments = arguments;
  }

  /**
   * Runs the method; this is the user's code.
   *
   * @param target of the API's class
   * @return what it returns, null for a void method
   * @throws Exception what it throws, the same object
   */
  public @Nullable Object on(Object target) throws Exception {
    try {
      return (Object) handle.invokeExact(target, arguments);
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
  }
}
