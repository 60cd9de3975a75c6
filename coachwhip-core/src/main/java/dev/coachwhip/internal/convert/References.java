package dev.coachwhip.internal.convert;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.ScriptObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a script's object is beside being itself: the views of it that the interface offers. */
final class References {

  private static final Map<Class<?>, Function<ScriptObject, Optional<?>>> VIEWS =
      Map.of(ScriptCallable.class, ScriptObject::callable, ScriptArray.class, ScriptObject::array);

  private References() {}

  static @Nullable Converter of(Class<?> type) {
    Function<ScriptObject, Optional<?>> view = VIEWS.get(type);
    return view == null ? null : (value, _) -> view(value, type, view);
  }

  private static Object view(
      ScriptValue value, Class<?> type, Function<ScriptObject, Optional<?>> view) {
    if (type.isInstance(value.data())) {
      return value.data(); // an array is data where its backend sees its memory
    }
    Optional<?> found = value.reference().flatMap(view::apply);
    if (found.isPresent()) {
      return found.get();
    }
    throw Misfit.of(type, value);
  }
}
