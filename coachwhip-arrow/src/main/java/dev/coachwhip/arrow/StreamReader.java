package dev.coachwhip.arrow;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.arrow.c.ArrowArray;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.ArrowSchema;
import org.apache.arrow.c.CDataDictionaryProvider;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/** Reads a C stream, which it moves into itself. Not threadsafe, as no reader is. */
final class StreamReader extends ArrowReader {

  // As Arrow's own, which is wrong about slices (see SlicedArray) and cannot be closed twice.

  private final ArrowArrayStream stream = ArrowArrayStream.allocateNew(Allocators.STRUCTURES);
  private final CDataDictionaryProvider known = new CDataDictionaryProvider();
  private @Nullable VectorSchemaRoot root;
  private boolean closed;

  StreamReader(ArrowArrayStream from, BufferAllocator allocator) {
    super(allocator);
    stream.save(from.snapshot());
    from.markReleased();
  }

  @Override
  public VectorSchemaRoot getVectorSchemaRoot() throws IOException {
    if (root == null) {
      root = VectorSchemaRoot.create(readSchema(), allocator);
    }
    return root;
  }

  @Override
  protected Schema readSchema() throws IOException {
    requireOpen();
    try (ArrowSchema schema = ArrowSchema.allocateNew(Allocators.STRUCTURES)) {
      stream.getSchema(schema);
      return Data.importSchema(allocator, schema, known);
    }
  }

  @Override
  public boolean loadNextBatch() throws IOException {
    requireOpen();
    VectorSchemaRoot into = getVectorSchemaRoot();
    try (ArrowArray array = ArrowArray.allocateNew(Allocators.STRUCTURES)) {
      stream.getNext(array);
      if (array.snapshot().release == 0) {
        into.clear();
        return false;
      }
      ImportedArray.load(array, into, known, allocator);
      return true;
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the reader is closed");
    }
  }

  @Override
  public Map<Long, Dictionary> getDictionaryVectors() {
    Map<Long, Dictionary> found = new HashMap<>();
    getDictionaryIds().forEach(id -> found.put(id, known.lookup(id)));
    return found;
  }

  @Override
  public @Nullable Dictionary lookup(long id) {
    return known.lookup(id);
  }

  @Override
  public Set<Long> getDictionaryIds() {
    return known.getDictionaryIds();
  }

  @Override
  public long bytesRead() {
    return 0;
  }

  @Override
  public void close(boolean closeReadSource) {
    if (closed) {
      return;
    }
    closed = true;
    if (root != null) {
      root.close();
    }
    known.close();
    closeReadSource();
  }

  @Override
  protected void closeReadSource() {
    stream.release();
    stream.close();
  }
}
