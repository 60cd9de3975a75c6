package dev.coachwhip.arrow;

import dev.coachwhip.python.spi.PythonCapsule;
import java.util.List;
import org.apache.arrow.c.ArrowSchema;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** A schema on its way to Python. */
final class ExportedSchema {

  private ExportedSchema() {}

  /** Makes a capsule of a schema. */
  static PythonCapsule capsule(
      Schema schema, DictionaryProvider dictionaries, BufferAllocator allocator) {
    ArrowSchema structure = ArrowSchema.allocateNew(Allocators.STRUCTURES);
    try {
      Data.exportSchema(allocator, schema, dictionaries, structure);
      return ArrowCapsules.of(structure);
    } catch (RuntimeException e) {
      structure.close();
      throw e;
    }
  }

  /** Returns the columns for people: name and type of each. */
  static List<List<String>> columns(Schema schema, DictionaryProvider dictionaries) {
    return schema.getFields().stream()
        .map(field -> List.of(field.getName(), type(field, dictionaries)))
        .toList();
  }

  private static String type(Field field, DictionaryProvider dictionaries) {
    if (field.getDictionary() == null) {
      return field.getType().toString();
    }
    Field values = dictionaries.lookup(field.getDictionary().getId()).getVector().getField();
    return "Dictionary(" + values.getType() + ")";
  }
}
