package dev.coachwhip.arrow;

import dev.coachwhip.python.PythonThreads;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A reader of the user's that C code reads: what may block, or call an engine, runs detached from
 * Python whether or not the C code has let Python go.
 */
final class DetachedReader extends ArrowReader {

  private final ArrowReader reader;

  DetachedReader(ArrowReader reader, BufferAllocator allocator) {
    super(allocator);
    this.reader = reader;
  }

  @Override
  public boolean loadNextBatch() throws IOException {
    return detached(reader::loadNextBatch);
  }

  @Override
  public VectorSchemaRoot getVectorSchemaRoot() throws IOException {
    return detached(reader::getVectorSchemaRoot);
  }

  @Override
  public Map<Long, Dictionary> getDictionaryVectors() throws IOException {
    return detached(reader::getDictionaryVectors);
  }

  @Override
  public @Nullable Dictionary lookup(long id) {
    return reader.lookup(id);
  }

  @Override
  public Set<Long> getDictionaryIds() {
    return reader.getDictionaryIds();
  }

  @Override
  public long bytesRead() {
    return reader.bytesRead();
  }

  @Override
  protected Schema readSchema() throws IOException {
    return getVectorSchemaRoot().getSchema();
  }

  @Override
  public void close(boolean closeReadSource) throws IOException {
    detached(() -> {
      reader.close(closeReadSource);
      return true;
    });
  }

  @Override
  protected void closeReadSource() throws IOException {
    close(true);
  }

  private static <T> T detached(Callable<T> code) throws IOException {
    try {
      return PythonThreads.detached(code);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
