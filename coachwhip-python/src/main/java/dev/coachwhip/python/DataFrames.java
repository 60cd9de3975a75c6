package dev.coachwhip.python;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.spi.PythonCall;
import dev.coachwhip.python.spi.PythonFile;
import dev.coachwhip.python.spi.PythonReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Data frames of pandas and polars as named columns, without Arrow. Any thread.
 *
 * <pre>{@code
 * engine.setGlobal("frame", DataFrames.pandas(Map.of("t", times, "volts", volts)));
 * Map<String, ScriptValue> columns = DataFrames.columns(engine.executeScript("frame.describe()"));
 * double[] means = columns.get("volts").as(double[].class);
 * }</pre>
 */
public final class DataFrames {

  /** The Python side; read when it is first needed. */
  private static final class Python {
    static final PythonFile FILE =
        PythonFile.read("_frames", DataFrames.class.getResourceAsStream("_frames.py"));
  }

  private DataFrames() {}

  /**
   * Returns the columns of a data frame, in its order: those of numbers and booleans without
   * missing values as NumPy arrays, which may share the frame's memory, all others as lists with
   * null for missing values. NaN of a NumPy dtype is a number. The index of a pandas frame is not
   * among them ({@code frame.reset_index()} makes it a column).
   *
   * @param frame a {@code DataFrame} of pandas or polars
   * @throws TypeConversionException if it is none
   * @throws dev.coachwhip.error.ScriptRuntimeException if two columns have one name, or a name is
   *     no str
   */
  public static Map<String, ScriptValue> columns(ScriptValue frame) {
    PythonReference reference =
        frame
            .reference()
            .filter(PythonReference.class::isInstance)
            .map(PythonReference.class::cast)
            .orElseThrow(() -> noFrame(frame));
    ScriptValue columns = reference.call(Python.FILE.function("columns"), frame);
    if (columns.isNull()) {
      throw noFrame(frame);
    }
    return columns.asMap();
  }

  private static TypeConversionException noFrame(ScriptValue found) {
    return new TypeConversionException(
        "DataFrame",
        found.describe(),
        ErrorDetails.of(
            found.backendName(),
            "expected a DataFrame of pandas or polars, found " + found.describe()));
  }

  /**
   * Returns a value that becomes a pandas frame wherever it is handed to Python; that fails with an
   * {@code ImportError} that says what to install where pandas is missing.
   *
   * @param columns what has a counterpart in Python, all of one length; in the map's order
   */
  public static PythonCall pandas(Map<String, ? extends @Nullable Object> columns) {
    return Python.FILE.function("pandas_frame").with(new LinkedHashMap<>(columns));
  }

  /** Returns a value that becomes a polars frame, as {@link #pandas} does for pandas. */
  public static PythonCall polars(Map<String, ? extends @Nullable Object> columns) {
    return Python.FILE.function("polars_frame").with(new LinkedHashMap<>(columns));
  }
}
