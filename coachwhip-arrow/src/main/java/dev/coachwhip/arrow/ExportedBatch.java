package dev.coachwhip.arrow;

import dev.coachwhip.python.spi.PythonCall;
import dev.coachwhip.python.spi.PythonCapsule;
import org.apache.arrow.c.ArrowArray;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;

/**
 * A record batch that Python has: the memory as it was when it was handed over, kept until Python
 * drops the batch and all that was made of it.
 */
final class ExportedBatch {

  // Methods that Python calls come from any thread, several at a time where a script has threads;
  // reading a vector's buffers moves its internal positions, hence the locks.

  private final ArrowBatch batch;
  private final BufferAllocator allocator;
  private boolean closed;

  private ExportedBatch(ArrowBatch batch, BufferAllocator allocator) {
    this.batch = batch;
    this.allocator = allocator;
  }

  /** Returns what becomes the object that Python has. */
  static PythonCall of(ArrowBatch batch) {
    BufferAllocator allocator = Allocators.of(batch.root());
    ExportedBatch exported = new ExportedBatch(SharedMemory.of(batch, allocator), allocator);
    return ArrowPython.FILE
        .function("RecordBatch")
        .with(
            ArrowPython.owner(exported::close),
            ArrowPython.function(exported::schema),
            ArrowPython.function(exported::array),
            ArrowPython.function(exported::stream),
            batch.root().getRowCount(),
            ExportedSchema.columns(batch.root().getSchema(), batch.dictionaries()));
  }

  private synchronized PythonCapsule schema() {
    requireOpen();
    return ExportedSchema.capsule(batch.root().getSchema(), batch.dictionaries(), allocator);
  }

  private synchronized PythonCapsule array() {
    requireOpen();
    ArrowArray structure = ArrowArray.allocateNew(Allocators.STRUCTURES);
    try {
      VectorSchemaRoot root = batch.root();
      Data.exportVectorSchemaRoot(allocator, root, batch.dictionaries(), structure);
      return ArrowCapsules.of(structure);
    } catch (RuntimeException e) {
      structure.close();
      throw e;
    }
  }

  private synchronized PythonCapsule stream() {
    requireOpen();
    ArrowArrayStream structure = ArrowArrayStream.allocateNew(Allocators.STRUCTURES);
    try {
      ArrowBatch own = SharedMemory.of(batch, allocator); // closed by the stream's release
      Data.exportArrayStream(allocator, new BatchReader(own, allocator), structure);
      return ArrowCapsules.of(structure);
    } catch (RuntimeException e) {
      structure.close();
      throw e;
    }
  }

  /** A script that takes the object apart may ask after its end; the vectors would be empty. */
  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the record batch was dropped");
    }
  }

  private synchronized void close() {
    closed = true;
    batch.close();
  }
}
