package dev.coachwhip.internal.convert;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptIterator;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.internal.DataIterator;
import dev.coachwhip.spi.ScriptObject;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What gives its values later: iterators, streams, futures. Each value is converted as it comes.
 */
final class Streams {

  private static final List<Class<?>> FUTURES =
      List.of(CompletableFuture.class, CompletionStage.class, Future.class);

  private Streams() {}

  static @Nullable Converter of(Class<?> type, List<Type> typeArguments) {
    if (type == ScriptIterator.class) {
      return (value, _) -> iterator(value, type);
    }
    Converter elements = Converters.argument(typeArguments, 0);
    if (type == Iterator.class) {
      return (value, _) -> new ConvertedIterator(iterator(value, type), elements);
    }
    if (type == Stream.class) {
      return (value, _) -> stream(value, type, elements);
    }
    return FUTURES.contains(type) ? (value, _) -> future(value, type, elements) : null;
  }

  /** A script's iterator as an Iterable gives the same iterator again, and so its elements once. */
  static Iterable<@Nullable Object> iterable(ScriptValue value, Class<?> type, Converter elements) {
    if (type != Iterable.class) {
      throw Misfit.of(type, value);
    }
    Iterator<@Nullable Object> once = new ConvertedIterator(iterator(value, type), elements);
    return () -> once;
  }

  private static ScriptIterator iterator(ScriptValue value, Class<?> type) {
    if (value.data() instanceof ScriptArray array) {
      return new DataIterator(ScriptArrayConverter.list(array, value).asList());
    }
    if (value.data() instanceof Collection) {
      return value.asIterator();
    }
    return value
        .reference()
        .flatMap(ScriptObject::iterator)
        .orElseThrow(() -> Misfit.of(type, value));
  }

  private static Stream<@Nullable Object> stream(
      ScriptValue value, Class<?> type, Converter elements) {
    return ScriptIterators.stream(iterator(value, type))
        .map(element -> Conversions.to(element, elements));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // it is the user's then
  private static Object future(ScriptValue value, Class<?> type, Converter result) {
    CompletableFuture<ScriptValue> future =
        value.reference().flatMap(ScriptObject::future).orElseThrow(() -> Misfit.of(type, value));
    return new ConvertedFuture(future, result);
  }
}
