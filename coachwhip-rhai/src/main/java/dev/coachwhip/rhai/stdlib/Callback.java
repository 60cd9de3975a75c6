package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.Cell;
import dev.coachwhip.rhai.runtime.ErrorKind;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.Tagged;
import dev.coachwhip.rhai.runtime.Values;
import org.jspecify.annotations.Nullable;

/**
 * A function of the script that one call of a native function calls for each item. Closures, whose
 * number of parameters says what they want, are looked up once; a name each time anew, as it may
 * mean another function for another type.
 *
 * <p>An item comes bound to {@code this} if the function takes no argument more than what all get,
 * else as an argument.
 */
final class Callback {

  private static final Object[] NOTHING = {};

  private final Run run;
  private final String caller;
  private final FunctionPointer pointer;
  private final @Nullable ScriptFunction function;
  private final Object[] curried;
  private final int level;

  /** Parameters of the linked function that nothing is curried for; -1 without such a function. */
  private final int parameters;

  // What took an item of this class by name the last time.
  private @Nullable Class<?> knownType;
  private Form knownForm = Form.THIS;

  private enum Form {
    THIS,
    ITEM,
    ITEM_AND_EXTRAS
  }

  private Callback(Run run, String caller, FunctionPointer pointer) {
    this.run = run;
    this.caller = caller;
    this.pointer = pointer;
    this.function = pointer.program() == null ? pointer.function() : null;
    this.level = run.callLevel();
    this.curried = pointer.curried().toArray();
    this.parameters = function == null ? -1 : function.parameters().size() - curried.length;
  }

  /**
   * Returns one.
   *
   * @param caller the native function's name, as errors show it
   */
  static Callback of(Run run, String caller, FunctionPointer pointer) {
    return new Callback(run, caller, pointer);
  }

  /** Calls with an item, and its index if it takes that, too. */
  Object call(Place place, int index) {
    return switch (parameters) {
      case 0 -> onItem(place, NOTHING);
      case 1 -> invoke(null, Values.copy(place.get()));
      case 2 -> invoke(null, Values.copy(place.get()), (long) index);
      default -> byName(place, NOTHING, (long) index);
    };
  }

  /** Tells whether {@link #call} gives true; what is no bool is false. */
  boolean test(Place place, int index) {
    return isTrue(call(place, index));
  }

  static boolean isTrue(Object answer) {
    return Tagged.strip(answer) instanceof Boolean yes && yes;
  }

  /** Calls with an argument, then an item, and its index if it takes that, too. */
  Object callAfter(Object first, Place place, int index) {
    return switch (parameters) {
      case 1 -> onItem(place, first);
      case 2 -> invoke(null, first, Values.copy(place.get()));
      case 3 -> invoke(null, first, Values.copy(place.get()), (long) index);
      default -> byName(place, new Object[] {first}, (long) index);
    };
  }

  /** Calls with an argument, then an item. */
  Object callAfter(Object first, Place place) {
    return switch (parameters) {
      case 1 -> onItem(place, first);
      case 2 -> invoke(null, first, Values.copy(place.get()));
      default -> byName(place, new Object[] {first});
    };
  }

  /** Calls with the item bound to {@code this}, and its index if it takes an argument. */
  Object callOnly(Place place, int index) {
    return switch (parameters) {
      case 0 -> onItem(place, NOTHING);
      case 1 -> onItem(place, (long) index);
      default -> onItemByName(place, index);
    };
  }

  private Object onItemByName(Place place, int index) {
    try {
      return onItemByName(place, NOTHING);
    } catch (RhaiError error) {
      if (!isMissing(error)) {
        throw error.inNative(caller);
      }
    }
    try {
      return onItemByName(place, new Object[] {(long) index});
    } catch (RhaiError error) {
      throw error.inNative(caller);
    }
  }

  /** Calls with two arguments, and an index if it takes that, too. */
  Object callWithPair(Object first, Object second, int index) {
    return switch (parameters) {
      case 2 -> invoke(null, first, second);
      case 3 -> invoke(null, first, second, (long) index);
      default -> pairByName(first, second, index);
    };
  }

  private Object pairByName(Object first, Object second, int index) {
    try {
      return run.call(pointer, null, first, second);
    } catch (RhaiError error) {
      if (!isMissing(error)) {
        throw error.inNative(caller);
      }
    }
    try {
      return run.call(pointer, null, first, second, (long) index);
    } catch (RhaiError error) {
      throw error.inNative(caller);
    }
  }

  /** Calls with just these arguments; errors do not tell of the native function. */
  Object callPlain(Object... arguments) {
    return parameters == arguments.length
        ? invoke(null, arguments)
        : run.call(pointer, null, arguments);
  }

  private Object invoke(@Nullable Ref<Object> self, Object... arguments) {
    ScriptFunction linked = function;
    if (linked == null) {
      throw new IllegalStateException("not linked");
    }
    run.resetCallLevel(level + 1); // the native function's own
    try {
      return linked.call(run, self, curried.length == 0 ? arguments : withCurried(arguments));
    } catch (RhaiError error) {
      throw error.inCall(linked.name(), 0, 0).from(linked.source());
    } catch (StackOverflowError error) {
      throw RhaiError.stackOverflow();
    } finally {
      run.resetCallLevel(level);
    }
  }

  private Object[] withCurried(Object[] arguments) {
    Object[] all = joined(curried, arguments);
    for (int i = 0; i < curried.length; i++) {
      if (!(all[i] instanceof Cell)) {
        all[i] = Values.copy(all[i]);
      }
    }
    return all;
  }

  @SuppressWarnings("ReferenceEquality") // whether it is another object
  private Object onItem(Place place, Object... arguments) {
    Object item = place.forWrite();
    Ref<Object> self = new Ref<>(item);
    try {
      return invoke(self, arguments);
    } finally {
      if (self.get() != item) {
        place.set(self.get());
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // whether it is another object
  private Object onItemByName(Place place, Object[] arguments) {
    Object item = place.forWrite();
    Ref<Object> self = new Ref<>(item);
    try {
      return run.call(pointer, self, arguments);
    } finally {
      if (self.get() != item) {
        place.set(self.get());
      }
    }
  }

  // Rhai tries one way after the other, for each item, until there is such a function.
  private Object byName(Place place, Object[] own, Object... extras) {
    Class<?> type = Values.typeOf(place.get());
    Form form = own.length == 0 && type == knownType ? knownForm : Form.THIS;
    while (true) {
      try {
        Object result = byName(form, place, own, extras);
        knownType = type;
        knownForm = form;
        return result;
      } catch (RhaiError error) {
        if (form == Form.ITEM_AND_EXTRAS || !isMissing(error)) {
          throw error.inNative(caller);
        }
        form = form == Form.THIS ? Form.ITEM : Form.ITEM_AND_EXTRAS;
      }
    }
  }

  private Object byName(Form form, Place place, Object[] own, Object[] extras) {
    return switch (form) {
      case THIS -> onItemByName(place, own.clone());
      case ITEM -> run.call(pointer, null, joined(own, Values.copy(place.get())));
      case ITEM_AND_EXTRAS ->
          run.call(pointer, null, joined(joined(own, Values.copy(place.get())), extras));
    };
  }

  private boolean isMissing(RhaiError error) {
    return error.kind() == ErrorKind.FUNCTION_NOT_FOUND
        && error.subject().startsWith(pointer.name());
  }

  private static Object[] joined(Object[] first, Object... second) {
    Object[] all = new Object[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
