package dev.coachwhip.worker.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Throwables by the names of their classes: of the class itself where it is the JDK's or ours; in a
 * worker, of one of the same name that extends the same classes, where only the host has it.
 */
final class ThrowableClasses {

  private static final String OURS = "dev.coachwhip.";

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private static final Map<List<String>, Maker> MAKERS = new ConcurrentHashMap<>();

  private ThrowableClasses() {}

  /**
   * Makes throwables of one class.
   *
   * @param constructor takes nothing, or a message, or a message and a cause
   * @param isExact whether the class has the name that was asked for
   */
  record Maker(Constructor<? extends Throwable> constructor, boolean isExact) {

    Throwable make(@Nullable String message, @Nullable Throwable cause)
        throws ReflectiveOperationException {
      return switch (constructor.getParameterCount()) {
        case 0 -> constructor.newInstance();
        case 1 -> constructor.newInstance(message);
        default -> constructor.newInstance(message, cause);
      };
    }
  }

  /**
   * Makes a throwable.
   *
   * @param classes names of the class and of those it extends, the class first
   * @param message what {@code getMessage} returns
   * @param text what {@code toString} returned: the message of one whose class cannot be had
   * @param cause given to constructors that take one
   * @param mayMake whether classes may be made
   */
  static Throwable make(
      List<String> classes,
      @Nullable String message,
      String text,
      @Nullable Throwable cause,
      boolean mayMake) {
    Maker maker =
        mayMake
            ? MAKERS.computeIfAbsent(classes, names -> maker(names, true))
            : maker(classes, false);
    try {
      return maker.make(maker.isExact() ? message : text, cause);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return new RuntimeException(text); // the class wants what we do not have
    }
  }

  private static Maker maker(List<String> classes, boolean mayMake) {
    for (int i = 0; i < classes.size(); i++) {
      Maker known = known(classes.get(i), i == 0);
      if (known != null) {
        return i == 0 || !mayMake ? known : made(classes.subList(0, i), known);
      }
    }
    Maker plain = known(RuntimeException.class.getName(), false);
    if (plain == null) {
      throw new IllegalStateException("every JDK has RuntimeException");
    }
    return plain;
  }

  private static @Nullable Maker known(String name, boolean isExact) {
    try {
      Class<?> type =
          name.startsWith(OURS)
              ? Class.forName(name, false, ThrowableClasses.class.getClassLoader())
              : Class.forName(name, false, PLATFORM);
      return Throwable.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())
          ? known(type.asSubclass(Throwable.class), isExact)
          : null;
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  private static @Nullable Maker known(Class<? extends Throwable> type, boolean isExact) {
    boolean isOpen =
        Modifier.isPublic(type.getModifiers())
            && type.getModule().isExported(type.getPackageName());
    if (!isOpen) {
      return null;
    }
    return Arrays.stream(type.getConstructors())
        .map(ThrowableClasses::throwing)
        .filter(ThrowableClasses::isSimple)
        .max(Comparator.comparingInt(ThrowableClasses::rank))
        .map(constructor -> new Maker(constructor, isExact))
        .orElse(null);
  }

  @SuppressWarnings("unchecked") // a constructor of such a class
  private static Constructor<? extends Throwable> throwing(Constructor<?> constructor) {
    return (Constructor<? extends Throwable>) constructor;
  }

  private static boolean isSimple(Constructor<?> constructor) {
    Class<?>[] types = constructor.getParameterTypes();
    return types.length == 0
        || (types.length <= 2
            && types[0].isAssignableFrom(String.class)
            && (types.length == 1 || Throwable.class.isAssignableFrom(types[1])));
  }

  /** With a message alone is best, with nothing at all is worst. */
  private static int rank(Constructor<?> constructor) {
    int count = constructor.getParameterCount();
    if (count == 0) {
      return 0;
    }
    return constructor.getParameterTypes()[0] == String.class ? 4 - count : 3 - count;
  }

  /** Makes a class for each name, the innermost last. */
  private static Maker made(List<String> names, Maker base) {
    Maker maker = base;
    for (String name : names.reversed()) {
      Class<? extends Throwable> superclass = maker.constructor().getDeclaringClass();
      boolean takesMessage =
          Arrays.equals(maker.constructor().getParameterTypes(), new Class<?>[] {String.class});
      if (Modifier.isFinal(superclass.getModifiers()) || !takesMessage) {
        return base;
      }
      try {
        Class<?> type = ThrowableClassFile.define(name, superclass);
        maker = new Maker(type.asSubclass(Throwable.class).getConstructor(String.class), true);
      } catch (NoSuchMethodException
          | IllegalArgumentException
          | LinkageError
          | SecurityException e) {
        return base; // a name that no class file can have, or only the JDK's
      }
    }
    return maker;
  }
}
