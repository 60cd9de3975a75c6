package dev.coachwhip.python.convert;

import dev.coachwhip.Complex;
import dev.coachwhip.Exposed;
import dev.coachwhip.Fraction;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.spi.PythonCall;
import dev.coachwhip.python.spi.PythonCapsule;
import dev.coachwhip.spi.FloatList;
import dev.coachwhip.spi.FrozenSet;
import dev.coachwhip.spi.IntegerList;
import dev.coachwhip.spi.RangeList;
import dev.coachwhip.spi.StridedArray;
import dev.coachwhip.spi.TupleList;
import dev.coachwhip.spi.exposed.ExposedApi;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.Buffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * Which converter makes Python objects of the objects of a Java class. What {@link ToPython}
 * converts by itself is not here.
 */
final class ToPythonTable {

  // Each row is an `if` and not an entry of a map: the JVM makes a class for every method reference
  // that is evaluated, and a program that hands over a list should not pay for fifty.

  private static final ClassValue<Optional<ToPythonConverter<Object>>> BY_CLASS =
      new ClassValue<>() {
        @Override
        protected Optional<ToPythonConverter<Object>> computeValue(Class<?> type) {
          return find(type);
        }
      };

  private ToPythonTable() {}

  /** Returns the converter for a class, null if there is none. */
  static @Nullable ToPythonConverter<Object> of(Class<?> type) {
    return BY_CLASS.get(type).orElse(null);
  }

  private static Optional<ToPythonConverter<Object>> find(Class<?> type) {
    // Nothing of the JDK's own carries our annotations, and reading annotations takes long.
    if (type.getClassLoader() != null && ExposedApi.declaredBy(type).isPresent()) {
      return Optional.of((object, to) -> to.value(Exposed.of(object)));
    }
    ToPythonConverter<Object> known = known(type);
    if (known != null) {
      return Optional.of(known);
    }
    ToPythonConverter<Object> functional = Functions.ofFunctional(type);
    if (functional != null) {
      return Optional.of(functional);
    }
    Optional<ToPythonConverter<Object>> provided = ValueProviders.find(type);
    return provided.isEmpty() && type.isRecord()
        ? Optional.of((object, to) -> Records.toPython((Record) object, to))
        : provided;
  }

  /** The first that fits counts. */
  @SuppressWarnings("unchecked") // a row's converter takes what is an instance of its class
  private static @Nullable ToPythonConverter<Object> known(Class<?> type) {
    ToPythonConverter<?> found = ofScript(type);
    found = found != null ? found : container(type);
    found = found != null ? found : scalar(type);
    found = found != null ? found : time(type);
    found = found != null ? found : memory(type);
    found = found != null ? found : optional(type);
    found = found != null ? found : later(type);
    found = found != null ? found : iteration(type);
    return (ToPythonConverter<Object>) found;
  }

  private static boolean is(Class<?> type, Class<?> row) {
    return row.isAssignableFrom(type);
  }

  /** Says what a method reference is a converter of. */
  private static <T> ToPythonConverter<T> by(ToPythonConverter<T> converter) {
    return converter;
  }

  /** What came from Python, or is meant for it. */
  private static @Nullable ToPythonConverter<?> ofScript(Class<?> type) {
    if (is(type, ScriptValue.class)) {
      return ToPythonTable.<ScriptValue>by(ScriptValues::toPython);
    }
    if (is(type, PythonCall.class)) {
      return ToPythonTable.<PythonCall>by(OwnPython::toPython);
    }
    if (is(type, PythonCapsule.class)) {
      return ToPythonTable.<PythonCapsule>by(OwnPython::toPython);
    }
    if (is(type, PythonIterator.class)) {
      return ToPythonTable.<PythonIterator>by(ToPythonTable::iterator);
    }
    if (is(type, Exposed.class)) {
      return ToPythonTable.<Exposed>by(
          (exposed, to) -> to.engine().objects().toPython(exposed, to));
    }
    return null;
  }

  private static @Nullable ToPythonConverter<?> container(Class<?> type) {
    if (is(type, FloatList.class)) {
      return ToPythonTable.<FloatList>by(NumberLists::toPython);
    }
    if (is(type, IntegerList.class)) {
      return ToPythonTable.<IntegerList>by(NumberLists::toPython);
    }
    if (is(type, TupleList.class)) {
      return ToPythonTable.<TupleList>by(Tuples::toPython);
    }
    if (is(type, RangeList.class)) {
      return ToPythonTable.<RangeList>by(Ranges::toPython);
    }
    if (is(type, FrozenSet.class)) {
      return ToPythonTable.<FrozenSet>by(Sets::frozen);
    }
    if (is(type, Map.class)) {
      return ToPythonTable.<Map<?, ?>>by(Dicts::toPython);
    }
    if (is(type, Set.class)) {
      return ToPythonTable.<Set<?>>by(Sets::toPython);
    }
    if (is(type, Collection.class)) {
      return ToPythonTable.<Collection<?>>by(Lists::toPython);
    }
    return null;
  }

  private static @Nullable ToPythonConverter<?> scalar(Class<?> type) {
    if (is(type, BigInteger.class)) {
      return ToPythonTable.<BigInteger>by(Ints::toPython);
    }
    if (is(type, BigDecimal.class)) {
      return ToPythonTable.<BigDecimal>by(Decimals::toPython);
    }
    if (is(type, Complex.class)) {
      return ToPythonTable.<Complex>by(Complexes::toPython);
    }
    if (is(type, Fraction.class)) {
      return ToPythonTable.<Fraction>by(Fractions::toPython);
    }
    if (is(type, CharSequence.class)) {
      return ToPythonTable.<Object>by(ToPythonTable::text);
    }
    if (is(type, Character.class)) {
      return ToPythonTable.<Object>by(ToPythonTable::text);
    }
    if (is(type, UUID.class)) {
      return ToPythonTable.<UUID>by(Uuids::toPython);
    }
    if (is(type, Path.class)) {
      return ToPythonTable.<Path>by(Paths::toPython);
    }
    if (is(type, Enum.class)) {
      return ToPythonTable.<Enum<?>>by(Enums::toPython);
    }
    return null;
  }

  private static @Nullable ToPythonConverter<?> time(Class<?> type) {
    if (is(type, LocalDateTime.class)) {
      return ToPythonTable.<LocalDateTime>by(DateTimes::naive);
    }
    if (is(type, OffsetDateTime.class)) {
      return ToPythonTable.<OffsetDateTime>by(DateTimes::withOffset);
    }
    if (is(type, ZonedDateTime.class)) {
      return ToPythonTable.<ZonedDateTime>by(DateTimes::inZone);
    }
    if (is(type, Instant.class)) {
      return ToPythonTable.<Instant>by(DateTimes::instant);
    }
    if (is(type, LocalDate.class)) {
      return ToPythonTable.<LocalDate>by(Dates::toPython);
    }
    if (is(type, LocalTime.class)) {
      return ToPythonTable.<LocalTime>by(TimesOfDay::toPython);
    }
    if (is(type, OffsetTime.class)) {
      return ToPythonTable.<OffsetTime>by(TimesOfDay::withOffset);
    }
    if (is(type, Duration.class)) {
      return ToPythonTable.<Duration>by(Durations::toPython);
    }
    if (is(type, ZoneOffset.class)) {
      return ToPythonTable.<ZoneOffset>by(Zones::fixed);
    }
    if (is(type, ZoneId.class)) {
      return ToPythonTable.<ZoneId>by(Zones::named);
    }
    return null;
  }

  private static @Nullable ToPythonConverter<?> memory(Class<?> type) {
    if (is(type, byte[].class)) {
      return ToPythonTable.<byte[]>by(ByteStrings::toPython);
    }
    if (is(type, double[].class)) {
      return ToPythonTable.<double[]>by(ArrayValues::ofDoubles);
    }
    if (is(type, float[].class)) {
      return ToPythonTable.<float[]>by(ArrayValues::ofFloats);
    }
    if (is(type, long[].class)) {
      return ToPythonTable.<long[]>by(ArrayValues::ofLongs);
    }
    if (is(type, int[].class)) {
      return ToPythonTable.<int[]>by(ArrayValues::ofInts);
    }
    if (is(type, short[].class)) {
      return ToPythonTable.<short[]>by(ArrayValues::ofShorts);
    }
    if (is(type, boolean[].class)) {
      return ToPythonTable.<boolean[]>by(ArrayValues::ofBooleans);
    }
    if (is(type, StridedArray.class)) {
      return ToPythonTable.<StridedArray>by(ArrayValues::toPython);
    }
    if (is(type, MemorySegment.class)) {
      return ToPythonTable.<MemorySegment>by(ArrayValues::ofSegment);
    }
    if (is(type, Buffer.class)) {
      return ToPythonTable.<Buffer>by(ArrayValues::ofBuffer);
    }
    return type.isArray() ? ToPythonTable.<Object>by(ArrayValues::ofArray) : null;
  }

  private static @Nullable ToPythonConverter<?> optional(Class<?> type) {
    if (is(type, Optional.class)) {
      return ToPythonTable.<Optional<?>>by(ToPythonTable::optional);
    }
    if (is(type, OptionalInt.class)) {
      return ToPythonTable.<OptionalInt>by(
          (o, to) -> to.value(o.isPresent() ? o.getAsInt() : null));
    }
    if (is(type, OptionalLong.class)) {
      return ToPythonTable.<OptionalLong>by(
          (o, to) -> to.value(o.isPresent() ? o.getAsLong() : null));
    }
    if (is(type, OptionalDouble.class)) {
      return ToPythonTable.<OptionalDouble>by(
          (o, to) -> to.value(o.isPresent() ? o.getAsDouble() : null));
    }
    return null;
  }

  /** What Java does when it is asked, or when it is ready. */
  private static @Nullable ToPythonConverter<?> later(Class<?> type) {
    if (is(type, HostFunction.class)) {
      return ToPythonTable.<HostFunction>by(Functions::toPython);
    }
    if (is(type, CompletionStage.class)) {
      return ToPythonTable.<CompletionStage<?>>by(Stages::toPython);
    }
    if (is(type, Flow.Publisher.class)) {
      return ToPythonTable.<Flow.Publisher<?>>by(Publishers::toPython);
    }
    return null;
  }

  private static @Nullable ToPythonConverter<?> iteration(Class<?> type) {
    if (is(type, Iterator.class)) {
      return ToPythonTable.<Iterator<?>>by(
          (iterator, to) -> to.engine().objects().iterator(iterator, to));
    }
    if (is(type, BaseStream.class)) {
      return ToPythonTable.<BaseStream<?, ?>>by(
          (stream, to) -> to.engine().objects().stream(stream, to));
    }
    if (is(type, Iterable.class)) {
      return ToPythonTable.<Iterable<?>>by((elements, to) -> to.value(Exposed.live(elements)));
    }
    return null;
  }

  private static long optional(Optional<?> value, ToPython conversion) {
    return conversion.value(value.orElse(null));
  }

  private static long text(Object text, ToPython conversion) {
    return Strings.toPython(text.toString(), conversion.attachment());
  }

  /** An iterator of Python's is itself again, unless Java has taken an element ahead. */
  private static long iterator(PythonIterator iterator, ToPython conversion) {
    PyRef untouched = iterator.untouched();
    return untouched != null
        ? ToPython.borrowed(untouched.borrow())
        : conversion.engine().objects().iterator(iterator, conversion);
  }
}
