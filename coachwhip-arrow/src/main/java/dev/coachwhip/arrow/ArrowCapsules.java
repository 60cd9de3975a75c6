package dev.coachwhip.arrow;

import dev.coachwhip.python.spi.PythonCapsule;
import org.apache.arrow.c.ArrowArray;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.ArrowSchema;

/**
 * C structures in the capsules of Arrow's PyCapsule interface. Who takes a structure moves its
 * content and marks it released; what nobody took is released when Python drops the capsule.
 */
final class ArrowCapsules {

  static final String SCHEMA = "arrow_schema";
  static final String ARRAY = "arrow_array";
  static final String STREAM = "arrow_array_stream";

  private ArrowCapsules() {}

  static PythonCapsule of(ArrowSchema schema) {
    return new PythonCapsule(
        SCHEMA,
        schema.memoryAddress(),
        () -> {
          try (schema) {
            if (schema.snapshot().release != 0) {
              schema.release();
            }
          }
        });
  }

  static PythonCapsule of(ArrowArray array) {
    return new PythonCapsule(
        ARRAY,
        array.memoryAddress(),
        () -> {
          try (array) {
            if (array.snapshot().release != 0) {
              array.release();
            }
          }
        });
  }

  static PythonCapsule of(ArrowArrayStream stream) {
    return new PythonCapsule(
        STREAM,
        stream.memoryAddress(),
        () -> {
          try (stream) {
            if (stream.snapshot().release != 0) {
              stream.release();
            }
          }
        });
  }
}
