package dev.coachwhip;

import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.internal.DataIterator;
import dev.coachwhip.internal.convert.Conversions;
import dev.coachwhip.internal.convert.JavaTypes;
import dev.coachwhip.internal.convert.ScriptArrayConverter;
import dev.coachwhip.internal.convert.ScriptIterators;
import dev.coachwhip.spi.NamedList;
import dev.coachwhip.spi.ScriptObject;
import dev.coachwhip.spi.ValuePrinter;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value of a script, as it was when it was read. Immutable, plain Java data that may be kept
 * after its engine is closed; a value that has no Java counterpart (a function, a module, an
 * instance of a script's class) is a reference to the script's object instead, and {@link
 * #isReference()} says so.
 *
 * <p>Conversions are exact: one that would lose or guess anything is a {@link
 * TypeConversionException} that names both types and, inside containers, the place. Threadsafe.
 */
public final class ScriptValue {

  private final @Nullable Object data;
  private final String typeName;
  private final ValuePrinter printer;

  private ScriptValue(@Nullable Object data, String typeName, ValuePrinter printer) {
    this.data = data;
    this.typeName = typeName;
    this.printer = printer;
  }

  /**
   * Makes a value; for backends.
   *
   * @param data null, Boolean, Long, BigInteger (only outside the range of long), Double, String,
   *     {@code byte[]}, {@code List<ScriptValue>} ({@link NamedList} where the elements have
   *     names), {@code Set<ScriptValue>}, {@code Map<ScriptValue, ScriptValue>}, {@link
   *     ScriptObject}, or an immutable object of a class of its own, such as {@link Fraction},
   *     {@link java.time.Duration} or the user's by a {@link TypeMapping}; not copied: the caller
   *     gives it away
   * @param typeName the language's name of the type
   */
  public static ScriptValue of(@Nullable Object data, String typeName, ValuePrinter printer) {
    return new ScriptValue(data, typeName, printer);
  }

  /** Tells whether this is the language's null. */
  public boolean isNull() {
    return data == null;
  }

  /** Tells whether this refers to an object of the script and is no plain data. */
  public boolean isReference() {
    return data instanceof ScriptObject;
  }

  /**
   * Returns the script's object if this {@linkplain #isReference() is a reference}; for backends.
   */
  public Optional<ScriptObject> reference() {
    return data instanceof ScriptObject object ? Optional.of(object) : Optional.empty();
  }

  /** Tells whether {@link #as} would succeed for this type. */
  public boolean is(Class<?> type) {
    return Conversions.fits(this, type);
  }

  /**
   * Returns the script's own name of the type: {@code "int"}, {@code "ndarray"}; Rhai {@code
   * "i64"}, {@code "array"}.
   */
  public String typeName() {
    return typeName;
  }

  /**
   * Converts to a Java type.
   *
   * <ul>
   *   <li>{@link ScriptValue}; {@link Object} (as {@link #toJava()}); {@link Optional} and its
   *       primitive kinds, empty for a null value
   *   <li>boolean, the integer types, {@link BigInteger}, float, double, {@link
   *       java.math.BigDecimal}, {@link Fraction}, {@link Complex}, {@link Number}, and the
   *       wrappers; a number is each of them that holds it exactly, but what is no integer in the
   *       script is none here, even where it is whole
   *   <li>{@link String}, {@link CharSequence}, char; {@code byte[]}; {@link java.util.UUID},
   *       {@link java.nio.file.Path}
   *   <li>the classes of {@link java.time}; {@link java.time.Instant} only of a time with a zone
   *   <li>{@link List}, {@link Set}, {@link Map}, {@link java.util.Collection}, {@link Iterable},
   *       all unmodifiable; arrays
   *   <li>records, of a map, a named list or an object with exactly the components' names; enums,
   *       of a constant or text of exactly that name
   *   <li>{@link ScriptCallable} and every functional interface, whose method then calls the
   *       script's function; its arguments are converted as by {@link ScriptEngine#setGlobal}, the
   *       result to its return type
   *   <li>{@link ScriptArray}; {@link java.util.Iterator}, {@link Stream}; {@link
   *       CompletableFuture}
   *   <li>the Java type of a {@link TypeMapping}
   * </ul>
   *
   * @param type a class, primitive ones included
   * @return the value; null only for a null value and a type that is not primitive
   * @throws TypeConversionException if the value is not exactly of that type; inside containers and
   *     records it names the place, such as {@code ["rows"][3].x}
   */
  @SuppressWarnings({
    "unchecked",
    "NullAway"
  }) // a null value converts to null for every type but the primitive ones
  public <T> T as(Class<T> type) {
    return (T) Conversions.to(this, Objects.requireNonNull(type, "type"));
  }

  /**
   * Converts to a Java type with type arguments, which hold for the elements.
   *
   * @return the value; null only for a null value
   * @throws TypeConversionException as {@link #as(Class)}
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // as above
  public <T> T asType(JavaType<T> type) {
    return (T) Conversions.to(this, type.type());
  }

  /**
   * Converts a list, tuple or array of one dimension and each of its elements.
   *
   * @return unmodifiable
   * @throws TypeConversionException as {@link #as(Class)}; for a null value too
   */
  @SuppressWarnings("unchecked") // the elements' type is the argument
  public <T> List<T> asListOf(Class<T> elements) {
    if (isNull()) {
      throw mismatch("list");
    }
    return (List<T>)
        Objects.requireNonNull(Conversions.to(this, JavaTypes.generic(List.class, elements)));
  }

  /**
   * Converts a map whose keys are text, and each of its values.
   *
   * @return in the script's order; unmodifiable
   * @throws TypeConversionException as {@link #as(Class)}; for a null value too
   */
  @SuppressWarnings("unchecked") // the values' type is the argument
  public <T> Map<String, T> asMapOf(Class<T> values) {
    Map<ScriptValue, ScriptValue> _ = asEntries();
    return (Map<String, T>)
        Objects.requireNonNull(
            Conversions.to(this, JavaTypes.generic(Map.class, String.class, values)));
  }

  /**
   * Returns the boolean.
   *
   * @throws TypeConversionException if it is none
   */
  public boolean asBoolean() {
    return data instanceof Boolean b ? b : as(boolean.class);
  }

  /**
   * Returns the integer.
   *
   * @throws TypeConversionException if it is none or outside the range of long
   */
  public long asLong() {
    return data instanceof Long n ? n : as(long.class);
  }

  /**
   * Returns the float, or an integer that a double holds exactly.
   *
   * @throws TypeConversionException if it is neither
   */
  public double asDouble() {
    return data instanceof Double d ? d : as(double.class);
  }

  /**
   * Returns the text; for the printed form of any value use {@link #toString()}.
   *
   * @throws TypeConversionException if it is none
   */
  public String asString() {
    if (data instanceof String s) {
      return s;
    }
    throw mismatch("String");
  }

  /**
   * Returns the bytes of a byte string, or of an array of 8-bit integers of one dimension; a copy.
   *
   * @throws TypeConversionException if it is neither
   */
  public byte[] asBytes() {
    if (data instanceof byte[] bytes) {
      return bytes.clone();
    }
    if (data instanceof ScriptArray array && ScriptArrayConverter.isOfBytes(array)) {
      return array.toBytes();
    }
    throw mismatch("byte[]");
  }

  /**
   * Returns the elements of a list or tuple, unmodifiable; of an array a copy, where the elements
   * are lists themselves if it has more than one dimension.
   *
   * @throws TypeConversionException if it is none of these, or the array has no dimension or
   *     elements that Java has no type for
   */
  @SuppressWarnings("unchecked") // the factory's contract
  public List<ScriptValue> asList() {
    if (data instanceof List<?> list) {
      return (List<ScriptValue>) list;
    }
    if (data instanceof ScriptArray array) {
      return ScriptArrayConverter.elements(array, this);
    }
    throw mismatch("list");
  }

  /**
   * Returns the elements of a set in the script's order, unmodifiable.
   *
   * @throws TypeConversionException if it is none
   */
  @SuppressWarnings("unchecked") // the factory's contract
  public Set<ScriptValue> asSet() {
    if (data instanceof Set<?> set) {
      return (Set<ScriptValue>) set;
    }
    throw mismatch("set");
  }

  /**
   * Returns the entries of a map whose keys are text, in the script's order, unmodifiable.
   *
   * @throws TypeConversionException if it is no map, or a key is not text
   */
  public Map<String, ScriptValue> asMap() {
    Map<String, ScriptValue> result = new LinkedHashMap<>();
    asEntries()
        .forEach((key, value) -> {
          if (!(key.data instanceof String name)) {
            throw mismatch(
                "map with text keys",
                typeName + " with the key " + key + " of type " + key.typeName);
          }
          result.put(name, value);
        });
    return java.util.Collections.unmodifiableMap(result);
  }

  /**
   * Returns the entries of a map with keys of any type, in the script's order, unmodifiable.
   *
   * @throws TypeConversionException if it is no map
   */
  @SuppressWarnings("unchecked") // the factory's contract
  public Map<ScriptValue, ScriptValue> asEntries() {
    if (data instanceof Map<?, ?> map) {
      return (Map<ScriptValue, ScriptValue>) map;
    }
    throw mismatch("map");
  }

  /**
   * Returns an array without a copy.
   *
   * @throws TypeConversionException if it is none
   */
  public ScriptArray asArray() {
    if (data instanceof ScriptArray array) {
      return array;
    }
    return reference().flatMap(ScriptObject::array).orElseThrow(() -> mismatch("array"));
  }

  /**
   * Goes through the elements of a list, tuple, array or set, or through what the script's iterator
   * or generator makes. The caller closes it where it does not go to the end.
   *
   * @throws TypeConversionException if it is none of these
   */
  public ScriptIterator asIterator() {
    if (data instanceof List<?> || data instanceof ScriptArray) {
      return new DataIterator(asList());
    }
    if (data instanceof Set<?>) {
      return new DataIterator(asSet());
    }
    return reference().flatMap(ScriptObject::iterator).orElseThrow(() -> mismatch("iterator"));
  }

  /**
   * Returns the elements that {@link #asIterator} goes through. Sequential; closing the stream
   * closes the script's iterator.
   *
   * @throws TypeConversionException if it has no elements
   */
  public Stream<ScriptValue> asStream() {
    return ScriptIterators.stream(asIterator());
  }

  /**
   * Returns what completes with the result of the script's coroutine or future; cancelling it
   * cancels the script's side.
   *
   * @throws TypeConversionException if it is neither
   */
  public CompletableFuture<ScriptValue> asFuture() {
    return reference().flatMap(ScriptObject::future).orElseThrow(() -> mismatch("future"));
  }

  /**
   * Returns an attribute of a reference as it is now, or a named element of a list that has names.
   *
   * @return empty if there is none
   * @throws dev.coachwhip.error.ScriptException if the script's own code, which an attribute may
   *     run, fails
   */
  public Optional<ScriptValue> attribute(String name) {
    Objects.requireNonNull(name, "name");
    return data instanceof NamedList list
        ? Optional.ofNullable(list.byName().get(name))
        : reference().flatMap(object -> object.attribute(name));
  }

  /**
   * Returns a way to call the value.
   *
   * @throws TypeConversionException if it cannot be called
   */
  public ScriptCallable asCallable() {
    return reference().flatMap(ScriptObject::callable).orElseThrow(() -> mismatch("callable"));
  }

  /**
   * Returns the nearest Java objects: null, {@link Boolean}, {@link Long}, {@link BigInteger},
   * {@link Double}, {@link String}, {@code byte[]}, {@link List}, {@link Set} and {@link Map} of
   * such, all unmodifiable but the bytes, which are a copy. A reference stays a {@link
   * ScriptValue}.
   */
  public @Nullable Object toJava() {
    return Conversions.toJava(this);
  }

  /**
   * Returns the data as given to the factory; for conversions inside the core and backends. Must
   * not be changed.
   */
  public @Nullable Object data() {
    return data;
  }

  private TypeConversionException mismatch(String expected) {
    return mismatch(expected, describe());
  }

  private TypeConversionException mismatch(String expected, String found) {
    return new TypeConversionException(
        expected,
        found,
        ErrorDetails.of(printer.backendName(), "expected " + expected + ", found " + found));
  }

  /** Returns the type's name and, where it is short, the value: for messages. */
  public String describe() {
    if (data instanceof Boolean || data instanceof Number || data instanceof String) {
      String text = data instanceof String s ? "'" + s + "'" : toString();
      return text.length() <= 40 ? typeName + " " + text : typeName;
    }
    return data == null ? typeName + " (null)" : typeName;
  }

  /** Returns the backend the value came from. */
  public String backendName() {
    return printer.backendName();
  }

  /** Tells whether both hold equal data; the type names do not count. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ScriptValue that)) {
      return false;
    }
    if (data instanceof byte[] mine && that.data instanceof byte[] theirs) {
      return Arrays.equals(mine, theirs);
    }
    return Objects.equals(data, that.data);
  }

  @Override
  public int hashCode() {
    return data instanceof byte[] bytes ? Arrays.hashCode(bytes) : Objects.hashCode(data);
  }

  /** Returns what the script's own language would print for it. */
  @Override
  public String toString() {
    return data instanceof String text ? text : printer.print(this);
  }
}
