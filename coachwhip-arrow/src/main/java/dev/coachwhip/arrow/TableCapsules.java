package dev.coachwhip.arrow;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.spi.PythonReference;
import java.io.IOException;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.c.ArrowArray;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.ArrowSchema;
import org.apache.arrow.c.CDataDictionaryProvider;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.jspecify.annotations.Nullable;

/**
 * What a table of Python gave: the capsule of a stream, or those of a schema and an array. They
 * stay alive with this; importing moves their content.
 */
final class TableCapsules {

  private final ScriptValue table;
  private final List<ScriptValue> capsules;

  private TableCapsules(ScriptValue table, List<ScriptValue> capsules) {
    this.table = table;
    this.capsules = capsules;
  }

  /**
   * Asks a table for its capsules.
   *
   * @param wanted {@code "table"} or {@code "batch"}
   */
  static TableCapsules of(ScriptValue table, String wanted) {
    ScriptValue capsules =
        reference(table)
            .map(object -> object.call(ArrowPython.FILE.function(wanted), table))
            .filter(answer -> !answer.isNull())
            .orElseThrow(() ->
                mismatch(
                    table,
                    "expected an object with __arrow_c_stream__ or __arrow_c_array__, found "
                        + table.describe()));
    return new TableCapsules(table, capsules.asList());
  }

  boolean isStream() {
    return capsules.size() == 1;
  }

  /** Imports the stream, and reads its schema. */
  ArrowReader importStream(BufferAllocator allocator) {
    try (ArrowArrayStream stream = ArrowArrayStream.wrap(pointer(0, ArrowCapsules.STREAM))) {
      requireContent(stream.snapshot().release);
      return withSchema(new StreamReader(stream, allocator));
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  private ArrowReader withSchema(ArrowReader reader) {
    try {
      reader.getVectorSchemaRoot();
      return reader;
    } catch (IOException | RuntimeException e) {
      close(reader, e);
      throw unreadable(e);
    }
  }

  private static void close(ArrowReader reader, Exception failure) {
    try {
      reader.close();
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /** Imports the array, which is a record batch. */
  ArrowBatch importBatch(BufferAllocator allocator) {
    CDataDictionaryProvider dictionaries = new CDataDictionaryProvider();
    try (ArrowSchema schema = ArrowSchema.wrap(pointer(0, ArrowCapsules.SCHEMA));
        ArrowArray array = ArrowArray.wrap(pointer(1, ArrowCapsules.ARRAY))) {
      requireContent(schema.snapshot().release);
      requireContent(array.snapshot().release);
      VectorSchemaRoot root = Data.importVectorSchemaRoot(allocator, schema, dictionaries);
      ImportedArray.load(array, root, dictionaries, allocator);
      return ArrowBatch.owning(root, dictionaries, dictionaries::close);
    } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
      dictionaries.close();
      throw unreadable(e);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  private long pointer(int index, String name) {
    long pointer =
        capsules.size() > index
            ? reference(capsules.get(index)).map(c -> c.capsulePointer(name)).orElse(0L)
            : 0;
    if (pointer == 0) {
      throw mismatch(table, table.typeName() + " gave no capsule named '" + name + "'");
    }
    return pointer;
  }

  private void requireContent(long release) {
    if (release == 0) {
      throw mismatch(table, table.typeName() + " gave a capsule whose content was taken before");
    }
  }

  private TypeConversionException unreadable(Exception cause) {
    return mismatch(
        table, table.typeName() + " cannot be read as a table: " + cause.getMessage(), cause);
  }

  private static Optional<PythonReference> reference(ScriptValue value) {
    return value
        .reference()
        .filter(PythonReference.class::isInstance)
        .map(PythonReference.class::cast);
  }

  private static TypeConversionException mismatch(ScriptValue table, String message) {
    return mismatch(table, message, null);
  }

  private static TypeConversionException mismatch(
      ScriptValue table, String message, @Nullable Exception cause) {
    return new TypeConversionException(
        "Arrow table",
        table.describe(),
        ErrorDetails.of(table.backendName(), message).causedBy(cause));
  }
}
