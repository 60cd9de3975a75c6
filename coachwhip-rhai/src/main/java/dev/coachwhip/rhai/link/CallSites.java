package dev.coachwhip.rhai.link;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * Bootstrap methods of compiled scripts, for what the compiler cannot decide.
 *
 * <p>All sites take the {@code Run} first. Operands are {@code Object} (a script value, never a
 * {@code Cell}) or {@code long}, {@code double}, {@code boolean}; results are {@code Object}, or
 * another type that the compiler knows to be the right one, or {@code void}. Names stand in static
 * arguments, since operators are no JVM names; the site's own name means nothing. Positions are
 * {@link Position}s.
 *
 * <p>Errors leave the sites with their position, and wrapped where a script function was called.
 *
 * <p>A receiver that can be written back (a variable, {@code this}, a step of a chain that begins
 * with one) is passed as a {@code Ref}, others as they are. After the call, also when it threw,
 * whoever made the {@code Ref} stores what it holds, if that is another object than before: in the
 * variable, or with {@link Items#writeBack} and {@link Items#writeBackProperty} in the step before,
 * and if those return another container than they got, that one in the step before, and so on:
 *
 * <pre>{@code
 * a.b[i].m(x):
 *   v1 = getPropertyForMethod "b" "m" 1 (run, a)
 *   v2 = getIndexForMethod "m" 1 (run, v1, i)
 *   ref = new Ref(v2)
 *   r = method "m" (run, ref, x)
 *   if (ref.get() != v2) {
 *     n1 = Items.writeBack(run, v1, i, ref)
 *     if (n1 != v1) { n0 = Items.writeBackProperty(run, a, "b", n1); if (n0 != a) a = n0 }
 *   }
 * a.b[i] += x:
 *   v1 = getPropertyForWrite "b" (run, a)
 *   v2 = Items.getForWrite(run, v1, i, ...)
 *   n1 = Items.set(run, v1, i, assign "+" (run, v2, x), ...)
 *   and as above
 * }</pre>
 */
public final class CallSites {

  /**
   * A flag of methods: the receiver is part of a constant, so only pure functions may be called.
   */
  public static final int CONSTANT = 1;

  /**
   * A flag of {@code call}: it stands as {@code call(f, x)}, so the receiver must be a function
   * pointer.
   */
  public static final int FUNCTION_STYLE = 2;

  private CallSites() {}

  /**
   * A call by name of a function of Java: {@code (Run, arguments...)result}. If the first argument
   * is a {@code Ref}, it is a variable, which the function may change.
   */
  public static CallSite function(
      Lookup lookup, String site, MethodType type, String function, long position) {
    return new FunctionSite(type, function, position);
  }

  /**
   * A call by name of a function that the script does not define: {@code (Run,
   * arguments...)result}. It may be another script's; else it is as {@link #function}.
   */
  public static CallSite named(
      Lookup lookup, String site, MethodType type, String function, long position) {
    return new NamedSite(type, function, position);
  }

  /**
   * {@code receiver.method(arguments)}: {@code (Run, receiver, arguments...)result}. Knows {@code
   * call}, {@code curry} and {@code type_of}, but not {@code is_shared}.
   *
   * @param flags {@link #CONSTANT} or 0
   * @param position of the name
   * @param argumentPosition of the first argument, for {@code call}
   */
  public static CallSite method(
      Lookup lookup,
      String site,
      MethodType type,
      String method,
      int flags,
      long position,
      long argumentPosition) {
    return new MethodSite(type, method, flags, position, argumentPosition);
  }

  /** {@code x.name}, not copied: {@code (Run, Object)Object}. */
  public static CallSite getProperty(
      Lookup lookup, String site, MethodType type, String property, long position) {
    return new PropertySite(type, property, position, PropertySite.Use.READ, null);
  }

  /** {@code x.name}, to be changed in place: {@code (Run, Object)Object}. */
  public static CallSite getPropertyForWrite(
      Lookup lookup, String site, MethodType type, String property, long position) {
    return new PropertySite(type, property, position, PropertySite.Use.WRITE, null);
  }

  /** {@code x.name}, about to get another value: {@code (Run, Object)Object}. */
  public static CallSite getPropertyForUpdate(
      Lookup lookup, String site, MethodType type, String property, long position) {
    return new PropertySite(type, property, position, PropertySite.Use.UPDATE, null);
  }

  /**
   * {@code x.name} as the receiver of a method, also of one after more steps: {@code (Run,
   * Object)Object}.
   */
  public static CallSite getPropertyForMethod(
      Lookup lookup,
      String site,
      MethodType type,
      String property,
      long position,
      String method,
      int arguments) {
    return new PropertySite(
        type, property, position, PropertySite.Use.METHOD, new MethodName(method, arguments));
  }

  /**
   * {@code x[i]}, not copied: {@code (Run, Object, index)Object}. {@link Items#get} does the same
   * without a site; a site is better where numbers come out.
   *
   * @param position of the index expression
   * @param bracket of the bracket
   */
  public static CallSite getIndex(
      Lookup lookup, String site, MethodType type, long position, long bracket) {
    return new IndexSite(type, position, bracket);
  }

  /**
   * {@code x[i]} as the receiver of a method, also of one after more steps: {@code (Run, Object,
   * index)Object}.
   *
   * @param position of the index expression
   * @param bracket of the bracket
   */
  public static CallSite getIndexForMethod(
      Lookup lookup,
      String site,
      MethodType type,
      long position,
      long bracket,
      String method,
      int arguments) {
    return new ConstantCallSite(
        ItemReceivers.get(type, new MethodName(method, arguments), position, bracket));
  }

  /**
   * {@code x.name = value}: {@code (Run, Object, value)Object}, which returns {@code x} or, in the
   * far case that it is immutable, what takes its place.
   */
  public static CallSite setProperty(
      Lookup lookup, String site, MethodType type, String property, long position) {
    return new PropertySetSite(type, property, position);
  }

  /**
   * {@code left operator right}: {@code (Run, left, right)result}. Errors of built-in operators
   * have no position; functions get the operator's.
   */
  public static CallSite binary(
      Lookup lookup, String site, MethodType type, String operator, long position) {
    return new BinarySite(type, BinaryOperators.of(operator), position);
  }

  /**
   * {@code left operator= right}: {@code (Run, left, right)result}, the new value, which may be the
   * left one, changed in place. All errors get the operator's position.
   *
   * @param operator without the {@code =}
   */
  public static CallSite assign(
      Lookup lookup, String site, MethodType type, String operator, long position) {
    return new AssignSite(type, BinaryOperators.of(operator), position);
  }
}
