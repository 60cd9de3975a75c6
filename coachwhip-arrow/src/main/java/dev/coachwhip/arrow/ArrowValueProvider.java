package dev.coachwhip.arrow;

import dev.coachwhip.python.spi.PythonCall;
import dev.coachwhip.python.spi.PythonValueProvider;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowReader;

/**
 * Hands Arrow's Java objects to Python; found through {@link java.util.ServiceLoader}. {@link
 * ArrowTables} says what becomes what.
 */
public final class ArrowValueProvider implements PythonValueProvider {

  /** Made by {@link java.util.ServiceLoader}; does no work. */
  public ArrowValueProvider() {}

  @Override
  public boolean converts(Class<?> type) {
    return VectorSchemaRoot.class.isAssignableFrom(type)
        || ArrowReader.class.isAssignableFrom(type)
        || type == ArrowBatch.class;
  }

  @Override
  public PythonCall inPlaceOf(Object value) {
    return switch (value) {
      case ArrowReader reader -> ExportedReader.of(reader);
      case ArrowBatch batch -> ExportedBatch.of(batch);
      case VectorSchemaRoot root ->
          ExportedBatch.of(ArrowBatch.of(root, new MapDictionaryProvider()));
      default -> throw new IllegalArgumentException(value.getClass().getName());
    };
  }
}
