package dev.coachwhip.python.convert;

import dev.coachwhip.Complex;
import dev.coachwhip.Fraction;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.ScriptObject;
import dev.coachwhip.spi.StridedArray;
import dev.coachwhip.spi.ValuePrinter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Prints values as Python's {@code str} and {@code repr} do, without Python; an instance of a
 * subclass as its base would print it.
 */
public final class PythonPrinter implements ValuePrinter {

  /** The one printer. */
  public static final PythonPrinter INSTANCE = new PythonPrinter();

  private PythonPrinter() {}

  @Override
  public String backendName() {
    return "python";
  }

  @Override
  public String print(ScriptValue value) {
    Object data = value.data();
    return switch (data) {
      case String text -> text;
      case ScriptObject object -> object.print();
      case BigDecimal number -> number.toString();
      case Fraction number -> number.toString();
      case UUID id -> id.toString();
      case Path path -> path.toString();
      case Object time when TimeText.prints(time) -> TimeText.str(time, value.typeName());
      case StridedArray array -> ArrayValues.print(array, false);
      case null, default -> repr(value);
    };
  }

  /** Returns {@code repr(value)}. */
  public String repr(ScriptValue value) {
    String typeName = value.typeName();
    return switch (value.data()) {
      case null -> "None";
      case Boolean b -> b ? "True" : "False";
      case Double d -> FloatText.repr(d);
      case Complex number -> FloatText.repr(number);
      case BigDecimal number -> "Decimal('" + number + "')";
      case Fraction number ->
          "%s(%s, %s)".formatted(typeName, number.numerator(), number.denominator());
      case String s -> StringText.repr(s);
      case byte[] bytes -> BytesText.repr(bytes, typeName);
      case UUID id -> typeName + "('" + id + "')";
      case Path path -> typeName + "(" + StringText.repr(withSlashes(path)) + ")";
      case List<?> list -> ContainerText.ofSequence(value);
      case Set<?> set -> ContainerText.ofSet(value);
      case Map<?, ?> map -> ContainerText.ofDict(value);
      case ScriptObject object -> object.printInContainer();
      case Object time when TimeText.prints(time) -> TimeRepr.of(time, typeName);
      case StridedArray array -> ArrayValues.print(array, true);
      case Object number -> number.toString();
    };
  }

  private static String withSlashes(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
