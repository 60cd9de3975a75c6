package dev.coachwhip.arrow;

import dev.coachwhip.python.spi.PythonCall;
import dev.coachwhip.python.spi.PythonCapsule;
import java.io.IOException;
import java.util.List;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;

/** A stream of batches that Python has, and closes. */
final class ExportedReader {

  private final ArrowReader reader;
  private boolean taken;

  private ExportedReader(ArrowReader reader) {
    this.reader = reader;
  }

  /** Returns what becomes the object that Python has; nothing is read yet. */
  static PythonCall of(ArrowReader reader) {
    ExportedReader exported = new ExportedReader(reader);
    return ArrowPython.FILE
        .function("RecordBatchReader")
        .with(
            ArrowPython.owner(exported::dropped),
            ArrowPython.function(exported::schema),
            ArrowPython.function(exported::stream),
            ArrowPython.function(exported::columns));
  }

  private synchronized List<List<String>> columns() throws IOException {
    return ExportedSchema.columns(reader.getVectorSchemaRoot().getSchema(), reader);
  }

  private synchronized PythonCapsule schema() throws IOException {
    var root = reader.getVectorSchemaRoot();
    return ExportedSchema.capsule(root.getSchema(), reader, Allocators.of(root));
  }

  private synchronized PythonCapsule stream() throws IOException {
    BufferAllocator allocator = Allocators.of(reader.getVectorSchemaRoot());
    ArrowArrayStream structure = ArrowArrayStream.allocateNew(Allocators.STRUCTURES);
    try {
      Data.exportArrayStream(allocator, new DetachedReader(reader, allocator), structure);
      taken = true; // from here on the stream's release closes the reader
      return ArrowCapsules.of(structure);
    } catch (RuntimeException e) {
      structure.close();
      throw e;
    }
  }

  private synchronized void dropped() throws IOException {
    if (!taken) {
      reader.close();
    }
  }
}
