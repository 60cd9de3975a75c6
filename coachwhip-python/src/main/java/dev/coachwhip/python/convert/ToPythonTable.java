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
import dev.coachwhip.spi.IntegerList;
import dev.coachwhip.spi.StridedArray;
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
import java.util.List;
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

/** Which converter makes Python objects of the objects of a Java class. */
final class ToPythonTable {

  /** One row: the class and how its objects are converted. */
  private record Row<T>(Class<T> javaType, ToPythonConverter<? super T> converter) {}

  /** The first row that fits counts. What {@link ToPython} converts by itself is not here. */
  private static final List<Row<?>> ROWS =
      List.of(
          row(BigInteger.class, Ints::toPython),
          row(PythonCall.class, OwnPython::toPython),
          row(PythonCapsule.class, OwnPython::toPython),
          row(ScriptValue.class, ScriptValues::toPython),
          row(BigDecimal.class, Decimals::toPython),
          row(Complex.class, Complexes::toPython),
          row(Fraction.class, Fractions::toPython),
          row(LocalDateTime.class, DateTimes::naive),
          row(OffsetDateTime.class, DateTimes::withOffset),
          row(ZonedDateTime.class, DateTimes::inZone),
          row(Instant.class, DateTimes::instant),
          row(LocalDate.class, Dates::toPython),
          row(LocalTime.class, TimesOfDay::toPython),
          row(OffsetTime.class, TimesOfDay::withOffset),
          row(Duration.class, Durations::toPython),
          row(ZoneOffset.class, Zones::fixed),
          row(ZoneId.class, Zones::named),
          row(UUID.class, Uuids::toPython),
          row(Path.class, Paths::toPython),
          row(Enum.class, Enums::toPython),
          row(byte[].class, ByteStrings::toPython),
          row(double[].class, ArrayValues::ofDoubles),
          row(float[].class, ArrayValues::ofFloats),
          row(long[].class, ArrayValues::ofLongs),
          row(int[].class, ArrayValues::ofInts),
          row(short[].class, ArrayValues::ofShorts),
          row(boolean[].class, ArrayValues::ofBooleans),
          row(StridedArray.class, ArrayValues::toPython),
          row(MemorySegment.class, ArrayValues::ofSegment),
          row(CharSequence.class, ToPythonTable::text),
          row(Buffer.class, ArrayValues::ofBuffer),
          row(Character.class, ToPythonTable::text),
          row(Optional.class, ToPythonTable::optional),
          row(OptionalInt.class, (o, to) -> to.value(o.isPresent() ? o.getAsInt() : null)),
          row(OptionalLong.class, (o, to) -> to.value(o.isPresent() ? o.getAsLong() : null)),
          row(OptionalDouble.class, (o, to) -> to.value(o.isPresent() ? o.getAsDouble() : null)),
          row(HostFunction.class, Functions::toPython),
          row(CompletionStage.class, Stages::toPython),
          row(Flow.Publisher.class, Publishers::toPython),
          row(FloatList.class, NumberLists::toPython),
          row(IntegerList.class, NumberLists::toPython),
          row(TupleList.class, Tuples::toPython),
          row(RangeList.class, Ranges::toPython),
          row(FrozenSet.class, Sets::frozen),
          row(Map.class, Dicts::toPython),
          row(Set.class, Sets::toPython),
          row(Collection.class, Lists::toPython),
          row(Exposed.class, (exposed, to) -> to.engine().objects().toPython(exposed, to)),
          row(PythonIterator.class, ToPythonTable::iterator),
          row(Iterator.class, (iterator, to) -> to.engine().objects().iterator(iterator, to)),
          row(BaseStream.class, (stream, to) -> to.engine().objects().stream(stream, to)),
          row(Iterable.class, (elements, to) -> to.value(Exposed.live(elements))));

  private static final ClassValue<Optional<ToPythonConverter<Object>>> BY_CLASS =
      new ClassValue<>() {
        @Override
        protected Optional<ToPythonConverter<Object>> computeValue(Class<?> type) {
          return find(type);
        }
      };

  private ToPythonTable() {}

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

  private static <T> Row<T> row(Class<T> type, ToPythonConverter<? super T> converter) {
    return new Row<>(type, converter);
  }

  /** Returns the converter for a class, null if there is none. */
  static @Nullable ToPythonConverter<Object> of(Class<?> type) {
    return BY_CLASS.get(type).orElse(null);
  }

  @SuppressWarnings("unchecked") // a row's converter takes what is an instance of its class
  private static Optional<ToPythonConverter<Object>> find(Class<?> type) {
    if (ExposedApi.declaredBy(type).isPresent()) {
      return Optional.of((object, to) -> to.value(Exposed.of(object)));
    }
    for (Row<?> row : ROWS) {
      if (row.javaType().isAssignableFrom(type)) {
        return Optional.of((ToPythonConverter<Object>) row.converter());
      }
    }
    if (type.isArray()) {
      return Optional.of(ArrayValues::ofArray);
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
}
