package dev.coachwhip.arrow;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/** A stream of the one batch that it is given, which it owns. */
final class BatchReader extends ArrowReader {

  // Arrow's own reader makes a root and empty dictionaries from a schema; here they are there
  // before, so what it would make is never made.

  private final ArrowBatch batch;
  private boolean begun;
  private boolean closed;

  BatchReader(ArrowBatch batch, BufferAllocator allocator) {
    super(allocator);
    this.batch = batch;
  }

  @Override
  public boolean loadNextBatch() {
    if (begun) {
      batch.root().clear();
      return false;
    }
    begun = true;
    return true;
  }

  @Override
  public VectorSchemaRoot getVectorSchemaRoot() {
    return batch.root();
  }

  @Override
  public Map<Long, Dictionary> getDictionaryVectors() {
    Map<Long, Dictionary> dictionaries = new HashMap<>();
    getDictionaryIds().forEach(id -> dictionaries.put(id, batch.dictionaries().lookup(id)));
    return dictionaries;
  }

  @Override
  public @Nullable Dictionary lookup(long id) {
    return batch.dictionaries().lookup(id);
  }

  @Override
  public Set<Long> getDictionaryIds() {
    return batch.dictionaries().getDictionaryIds();
  }

  @Override
  public long bytesRead() {
    return 0;
  }

  @Override
  protected Schema readSchema() {
    return batch.root().getSchema();
  }

  @Override
  public void close(boolean closeReadSource) {
    if (!closed) {
      closed = true;
      batch.close();
    }
  }

  @Override
  protected void closeReadSource() {
    close(true);
  }
}
