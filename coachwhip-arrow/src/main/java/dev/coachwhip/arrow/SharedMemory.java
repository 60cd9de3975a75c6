package dev.coachwhip.arrow;

import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.types.pojo.Field;

/**
 * Vectors that share the memory of others and keep it until they are closed. Buffers are shared by
 * counted references; only where a column has no nulls, or nothing else, its validity bits are made
 * anew, as Arrow's loader does.
 */
final class SharedMemory {

  // Not VectorSchemaRoot.slice: it copies the offsets of lists.

  private SharedMemory() {}

  /** Returns a batch of its own with the same memory, closed apart from the other. */
  static ArrowBatch of(ArrowBatch batch, BufferAllocator allocator) {
    MapDictionaryProvider dictionaries = new MapDictionaryProvider();
    try {
      share(batch.root().getSchema().getFields(), batch.dictionaries(), dictionaries, allocator);
      return ArrowBatch.owning(root(batch.root(), allocator), dictionaries, dictionaries::close);
    } catch (RuntimeException e) {
      dictionaries.close();
      throw e;
    }
  }

  private static VectorSchemaRoot root(VectorSchemaRoot root, BufferAllocator allocator) {
    VectorSchemaRoot shared = VectorSchemaRoot.create(root.getSchema(), allocator);
    load(root, shared);
    return shared;
  }

  private static void load(VectorSchemaRoot from, VectorSchemaRoot to) {
    try (ArrowRecordBatch buffers = new VectorUnloader(from).getRecordBatch()) {
      new VectorLoader(to).load(buffers);
    } catch (RuntimeException e) {
      to.close();
      throw e;
    }
  }

  /** Shares the dictionaries that fields name, and those that these name in turn. */
  private static void share(
      List<Field> fields,
      DictionaryProvider from,
      MapDictionaryProvider to,
      BufferAllocator allocator) {
    for (Field field : fields) {
      if (field.getDictionary() != null && !to.getDictionaryIds().contains(id(field))) {
        Dictionary dictionary = from.lookup(id(field));
        if (dictionary == null) {
          throw new IllegalArgumentException(
              "the column '%s' is encoded by dictionary %d, which is missing: hand over ArrowBatch.of(root, dictionaries)"
                  .formatted(field.getName(), id(field)));
        }
        to.put(new Dictionary(vector(dictionary.getVector(), allocator), dictionary.getEncoding()));
        share(List.of(dictionary.getVector().getField()), from, to, allocator);
      }
      share(field.getChildren(), from, to, allocator);
    }
  }

  private static long id(Field field) {
    return field.getDictionary().getId();
  }

  private static FieldVector vector(FieldVector vector, BufferAllocator allocator) {
    FieldVector shared = vector.getField().createVector(allocator);
    // Roots of one column each, only to unload and load; the vectors are closed by their owners.
    load(VectorSchemaRoot.of(vector), VectorSchemaRoot.of(shared));
    return shared;
  }
}
