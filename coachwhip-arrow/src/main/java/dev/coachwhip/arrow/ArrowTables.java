package dev.coachwhip.arrow;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.TypeConversionException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;

/**
 * Tables of Python as Arrow's Java objects, and the other way round, sharing memory. Any thread.
 *
 * <p>Java to Python: a {@code VectorSchemaRoot} or {@link ArrowBatch} that is set as a global,
 * passed to a function or returned by one becomes an object with {@code __arrow_c_array__}, {@code
 * __arrow_c_stream__} and {@code __arrow_c_schema__}, which pyarrow, polars and pandas take. It
 * shares the memory as it was then: the root may be closed or loaded anew at once, but writes to
 * its buffers show. An {@link ArrowReader} becomes an object with {@code __arrow_c_stream__} that
 * can be read once, and belongs to Python from then on, which closes it. The allocator they came
 * from counts the memory as used until Python has dropped it.
 *
 * <p>Python to Java: {@link #read} and {@link #readBatch}.
 *
 * <pre>{@code
 * engine.setGlobal("batch", root);
 * try (ArrowReader rows = ArrowTables.read(engine.executeScript("pyarrow.table(batch)"), allocator)) {
 *   while (rows.loadNextBatch()) { ... }
 * }
 * }</pre>
 */
public final class ArrowTables {

  private ArrowTables() {}

  /**
   * Reads a table batch by batch: of a value with {@code __arrow_c_stream__} or {@code
   * __arrow_c_array__}, such as pyarrow's {@code Table}, {@code RecordBatch} and {@code
   * RecordBatchReader}, a data frame of polars, or one of pandas where pyarrow is installed.
   *
   * <p>Batches are the producer's memory. It is released, which may run Python code, on the thread
   * that closes the last vector that uses it. A producer written in Python runs on the thread that
   * reads. Neither is a call to the engine: they go on after its close, and no stop reaches them.
   *
   * @return what the caller closes
   * @throws TypeConversionException if the value is no table, was read before and can be read only
   *     once, or has a column that Arrow's Java library does not know
   * @throws dev.coachwhip.error.ScriptRuntimeException if the value's own code raises; an {@code
   *     ImportError} if it is pandas' and pyarrow is missing
   */
  public static ArrowReader read(ScriptValue table, BufferAllocator allocator) {
    TableCapsules capsules = TableCapsules.of(table, "table");
    return capsules.isStream()
        ? capsules.importStream(allocator)
        : new BatchReader(capsules.importBatch(allocator), allocator);
  }

  /**
   * Reads one record batch: of a value with {@code __arrow_c_array__}, such as pyarrow's {@code
   * RecordBatch}. Its memory is as {@link #read} says.
   *
   * @return what the caller closes
   * @throws TypeConversionException as for {@link #read}; also if the array is no record batch
   * @throws dev.coachwhip.error.ScriptRuntimeException if the value's own code raises; a {@code
   *     TypeError} if it is a stream of batches
   */
  public static ArrowBatch readBatch(ScriptValue batch, BufferAllocator allocator) {
    return TableCapsules.of(batch, "batch").importBatch(allocator);
  }
}
