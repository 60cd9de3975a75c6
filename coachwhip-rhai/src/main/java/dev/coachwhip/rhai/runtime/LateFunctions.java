package dev.coachwhip.rhai.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Functions of the host that come and go while its engine lives: such that take any arguments,
 * members of objects that only the object knows, functions of earlier scripts.
 */
public interface LateFunctions {

  /** No functions. */
  LateFunctions NONE =
      new LateFunctions() {
        @Override
        public @Nullable Overload find(String name, List<Class<?>> types) {
          return null;
        }

        @Override
        public List<Overload> overloads(String name, int arguments) {
          return List.of();
        }

        @Override
        public boolean contains(String name) {
          return false;
        }
      };

  /** Returns the overload for arguments of these types; null if there is none. */
  @Nullable Overload find(String name, List<Class<?>> types);

  /** Returns what {@link #find} may return for a name and this number of arguments. */
  List<Overload> overloads(String name, int arguments);

  /** Tells whether there is a function of the name, for any arguments. */
  boolean contains(String name);
}
