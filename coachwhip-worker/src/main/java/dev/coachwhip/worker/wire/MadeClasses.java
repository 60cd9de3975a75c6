package dev.coachwhip.worker.wire;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Classes made in a worker for those that only the host has. Each is in a loader of its own, since
 * two of the host's may have the same name, and stays.
 */
final class MadeClasses {

  private static final Map<Key, RecordMaker> RECORDS = new ConcurrentHashMap<>();
  private static final Map<Key, List<Object>> ENUMS = new ConcurrentHashMap<>();

  private MadeClasses() {}

  /** The host's class, as far as scripts see it. */
  private record Key(String type, String simpleName, List<String> names) {}

  /**
   * Makes records of one class.
   *
   * @param constructor takes an array of the components
   */
  record RecordMaker(MethodHandle constructor) {

    Object make(@Nullable Object[] components) {
      try {
        return constructor.invoke(components);
      } catch (Throwable e) {
        throw new IllegalStateException("a made record's constructor only stores", e);
      }
    }
  }

  private static final class Loader extends ClassLoader {
    Loader() {
      super(MadeClasses.class.getClassLoader());
    }

    Class<?> define(byte[] classFile) {
      return defineClass(null, classFile, 0, classFile.length);
    }
  }

  /** Makes a class in a loader of its own. */
  static Class<?> define(byte[] classFile) {
    return new Loader().define(classFile);
  }

  /**
   * Returns what makes records with these components.
   *
   * @param type the full name of the host's class
   */
  static RecordMaker record(String type, String simpleName, List<String> names) {
    return RECORDS.computeIfAbsent(new Key(type, simpleName, names), MadeClasses::recordMaker);
  }

  private static RecordMaker recordMaker(Key key) {
    try {
      Class<?> made = define(RecordClassFile.of(key.simpleName(), key.names()));
      MethodType takesAll =
          MethodType.methodType(void.class, Collections.nCopies(key.names().size(), Object.class));
      MethodHandle constructor =
          MethodHandles.publicLookup()
              .findConstructor(made, takesAll)
              .asSpreader(Object[].class, key.names().size())
              .asType(MethodType.methodType(Object.class, Object[].class));
      return new RecordMaker(constructor);
    } catch (ReflectiveOperationException | IllegalArgumentException | LinkageError e) {
      throw new WireFormatException("no record: " + key, e);
    }
  }

  /** Returns the constants of an enum with these names. */
  static List<Object> constants(String type, String simpleName, List<String> names) {
    return ENUMS.computeIfAbsent(new Key(type, simpleName, names), MadeClasses::madeConstants);
  }

  private static List<Object> madeConstants(Key key) {
    try {
      Class<?> made = define(EnumClassFile.of(key.simpleName(), key.names()));
      return List.of(made.getEnumConstants());
    } catch (IllegalArgumentException | LinkageError e) {
      throw new WireFormatException("no enum: " + key, e);
    }
  }
}
