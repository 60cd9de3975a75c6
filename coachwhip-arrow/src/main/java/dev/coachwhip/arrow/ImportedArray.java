package dev.coachwhip.arrow;

import org.apache.arrow.c.ArrowArray;
import org.apache.arrow.c.CDataDictionaryProvider;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;

/** A record batch of C on its way into a root. */
final class ImportedArray {

  private ImportedArray() {}

  /**
   * Moves an array into a root, whose vectors then share its memory; the array is released when
   * none does any more.
   *
   * @throws RuntimeException if Arrow refuses it; the array is released and the root closed then
   */
  static void load(
      ArrowArray array,
      VectorSchemaRoot root,
      CDataDictionaryProvider dictionaries,
      BufferAllocator allocator) {
    try (ArrowArray plain =
        SlicedArray.withoutOffsets(array, root.getSchema().getFields(), dictionaries)) {
      Data.importIntoVectorSchemaRoot(allocator, plain, root, dictionaries);
    } catch (RuntimeException e) {
      root.close();
      throw e;
    }
  }
}
