package dev.coachwhip.rhai.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A Java function that scripts may call, for arguments of certain types. Any thread.
 *
 * <p>Its handle takes a {@link Run}, then the arguments, of the declared types; the first may be a
 * {@link Ref} of what the function replaces.
 */
public final class Overload {

  private final String name;
  private final List<Class<?>> parameterTypes;
  private final boolean pure;
  private final boolean byReference;
  private final Supplier<MethodHandle> source;
  private volatile @Nullable MethodHandle handle;
  private volatile @Nullable MethodHandle spread;

  private Overload(
      String name,
      List<Class<?>> parameterTypes,
      boolean pure,
      boolean byReference,
      Supplier<MethodHandle> source) {
    this.name = name;
    this.parameterTypes = List.copyOf(parameterTypes);
    this.pure = pure;
    this.byReference = byReference;
    this.source = source;
  }

  /**
   * Returns one of a method handle.
   *
   * @param parameterTypes of the values that scripts pass, boxed; {@code Object} for any
   * @param pure whether it may be called on constants
   * @param byReference whether it takes a {@link Ref} as its first argument
   * @param handle (Run, declared types) -> declared result; {@code void} gives unit
   */
  public static Overload of(
      String name,
      List<Class<?>> parameterTypes,
      boolean pure,
      boolean byReference,
      MethodHandle handle) {
    return new Overload(name, parameterTypes, pure, byReference, () -> handle);
  }

  /** Returns one of a static method, whose handle is made when it is first needed. */
  static Overload late(
      String name,
      List<Class<?>> parameterTypes,
      boolean pure,
      boolean byReference,
      Supplier<MethodHandle> method) {
    return new Overload(name, parameterTypes, pure, byReference, () -> withRun(method.get()));
  }

  private static MethodHandle withRun(MethodHandle method) {
    MethodType type = method.type();
    boolean takesRun = type.parameterCount() > 0 && type.parameterType(0) == Run.class;
    return takesRun ? method : MethodHandles.dropArguments(method, 0, Run.class);
  }

  /** Returns its name in scripts; {@code get$x} and the like for properties. */
  public String name() {
    return name;
  }

  /** Returns the types of the values that scripts pass, boxed; {@code Object} for any. */
  public List<Class<?>> parameterTypes() {
    return parameterTypes;
  }

  /** Tells whether it may be called on constants. */
  public boolean isPure() {
    return pure;
  }

  /** Tells whether its first parameter is a {@link Ref}. */
  public boolean isByReference() {
    return byReference;
  }

  /** Returns (Run, declared types) -> declared result. */
  public MethodHandle handle() {
    MethodHandle known = handle;
    if (known == null) {
      known = source.get();
      handle = known;
    }
    return known;
  }

  /**
   * Calls it. Arguments are copies already, but the first of one that changes it in place. By
   * reference, the first is a {@link Ref}, or a value of which the change is lost.
   *
   * @throws RhaiError as the function throws it, without position
   */
  public Object invoke(Run run, Object[] arguments) {
    Object[] plain = arguments.clone();
    for (int i = 0; i < plain.length; i++) {
      if (i > 0 || !byReference) {
        plain[i] = argument(i, plain[i]);
      }
    }
    if (!byReference) {
      return invokeWith(run, plain);
    }
    Object receiver = arguments[0];
    return invokeOn(receiver instanceof Ref<?> ref ? ref : new Ref<>(receiver), run, plain);
  }

  private Object argument(int index, Object value) {
    Object given = Values.get(value instanceof Ref<?> ref ? ref.get() : value);
    return parameterTypes.get(index) == Object.class ? given : Tagged.strip(given);
  }

  // A function for one type sees the receiver without its tag, which the receiver keeps.
  @SuppressWarnings("unchecked") // a receiver takes any value
  private Object invokeOn(Ref<?> receiver, Run run, Object[] arguments) {
    int tag = Tagged.tagOf(receiver.get());
    if (tag == 0 || parameterTypes.getFirst() == Object.class) {
      arguments[0] = receiver;
      return invokeWith(run, arguments);
    }
    Ref<Object> plain = new Ref<>(Tagged.strip(receiver.get()));
    arguments[0] = plain;
    Object result = invokeWith(run, arguments);
    ((Ref<Object>) receiver).set(Tagged.of(plain.get(), tag));
    return result;
  }

  private Object invokeWith(Run run, Object[] arguments) {
    MethodHandle known = spread;
    if (known == null) {
      known = makeSpread();
      spread = known;
    }
    try {
      Object result = known.invokeExact(run, arguments);
      return result == null ? Unit.UNIT : result;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw RhaiError.host(String.valueOf(e.getMessage()), e);
    }
  }

  private MethodHandle makeSpread() {
    MethodHandle generic =
        handle().asType(handle().type().generic().changeParameterType(0, Run.class));
    return generic.asSpreader(Object[].class, parameterTypes.size());
  }

  @Override
  public String toString() {
    return name + parameterTypes;
  }
}
