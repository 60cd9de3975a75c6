package dev.coachwhip.internal.bind;

import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptValue;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Passes arguments by position as long as none before is left out, and by name from there on.
 *
 * @param slots in the order of the script's parameters, those taken by name last
 */
record MatchedPlan(List<Slot> slots) implements ArgumentPlan {

  @Override
  public ScriptValue call(ScriptCallable function, @Nullable Object[] arguments) {
    Passing passing = new Passing();
    for (Slot slot : slots) {
      passing.pass(slot, arguments);
    }
    return function.call(passing.named, passing.positional.toArray());
  }

  /** The arguments of one call. */
  private static final class Passing {
    private final List<@Nullable Object> positional = new ArrayList<>();
    private final Map<String, @Nullable Object> named = new LinkedHashMap<>();
    private boolean leftOut;

    void pass(Slot slot, @Nullable Object[] arguments) {
      Optional<JavaParameter> from = slot.from();
      if (from.isEmpty()) {
        leftOut |= slot.isByPosition();
        return;
      }
      Object argument = arguments[from.get().index()];
      if (from.get().isRest()) {
        passAll(slot, argument);
      } else if (JavaParameter.isEmpty(argument) && slot.parameter().hasDefault()) {
        leftOut |= slot.isByPosition();
      } else {
        passOne(slot, argument);
      }
    }

    private void passAll(Slot slot, @Nullable Object array) {
      int count = array == null ? 0 : Array.getLength(array);
      for (int i = 0; i < count; i++) {
        passOne(slot, Array.get(array, i));
      }
    }

    private void passOne(Slot slot, @Nullable Object argument) {
      if (slot.isByPosition() && !leftOut) {
        positional.add(argument);
      } else if (slot.isByName()) {
        named.put(slot.parameter().name(), argument);
      } else {
        throw new IllegalArgumentException(
            "the argument for '%s' is passed by position, so none before it can be left out"
                .formatted(slot.parameter().name()));
      }
    }
  }
}
