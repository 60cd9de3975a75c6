package dev.coachwhip.arrow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.complex.impl.UnionListWriter;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.util.Text;
import org.jspecify.annotations.Nullable;

/** Makes vectors for tests; the root closes them. */
record Columns(BufferAllocator allocator) {

  static VectorSchemaRoot root(FieldVector... columns) {
    return new VectorSchemaRoot(List.of(columns));
  }

  FieldVector longs(String name, @Nullable Long... values) {
    BigIntVector vector = new BigIntVector(name, allocator);
    vector.allocateNew(values.length);
    for (int i = 0; i < values.length; i++) {
      Long value = values[i];
      if (value == null) {
        vector.setNull(i);
      } else {
        vector.set(i, value);
      }
    }
    vector.setValueCount(values.length);
    return vector;
  }

  FieldVector ints(String name, int... values) {
    IntVector vector = new IntVector(name, allocator);
    vector.allocateNew(values.length);
    for (int i = 0; i < values.length; i++) {
      vector.set(i, values[i]);
    }
    vector.setValueCount(values.length);
    return vector;
  }

  FieldVector doubles(String name, double... values) {
    Float8Vector vector = new Float8Vector(name, allocator);
    vector.allocateNew(values.length);
    for (int i = 0; i < values.length; i++) {
      vector.set(i, values[i]);
    }
    vector.setValueCount(values.length);
    return vector;
  }

  FieldVector booleans(String name, boolean... values) {
    BitVector vector = new BitVector(name, allocator);
    vector.allocateNew(values.length);
    for (int i = 0; i < values.length; i++) {
      vector.set(i, values[i] ? 1 : 0);
    }
    vector.setValueCount(values.length);
    return vector;
  }

  FieldVector strings(String name, @Nullable String... values) {
    VarCharVector vector = new VarCharVector(name, allocator);
    vector.allocateNew();
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      if (value != null) {
        vector.setSafe(i, value.getBytes(StandardCharsets.UTF_8));
      }
    }
    vector.setValueCount(values.length);
    return vector;
  }

  FieldVector instants(String name, long... microseconds) {
    TimeStampMicroTZVector vector = new TimeStampMicroTZVector(name, allocator, "UTC");
    vector.allocateNew(microseconds.length);
    for (int i = 0; i < microseconds.length; i++) {
      vector.set(i, microseconds[i]);
    }
    vector.setValueCount(microseconds.length);
    return vector;
  }

  FieldVector lists(String name, List<List<Integer>> values) {
    ListVector vector = ListVector.empty(name, allocator);
    UnionListWriter writer = vector.getWriter();
    writer.allocate();
    for (int i = 0; i < values.size(); i++) {
      writer.setPosition(i);
      writer.startList();
      values.get(i).forEach(writer::writeInt);
      writer.endList();
    }
    writer.setValueCount(values.size());
    return vector;
  }

  FieldVector structs(String name, int... values) {
    StructVector vector = StructVector.empty(name, allocator);
    IntVector child =
        vector.addOrGet("inner", FieldType.nullable(new ArrowType.Int(32, true)), IntVector.class);
    vector.allocateNew();
    for (int i = 0; i < values.length; i++) {
      child.setSafe(i, values[i]);
      vector.setIndexDefined(i);
    }
    vector.setValueCount(values.length);
    return vector;
  }

  /** Returns a column's values as plain objects, texts as String. */
  static List<@Nullable Object> values(VectorSchemaRoot root, String name) {
    FieldVector vector = root.getVector(name);
    List<@Nullable Object> values = new java.util.ArrayList<>();
    for (int i = 0; i < vector.getValueCount(); i++) {
      Object value = vector.getObject(i);
      values.add(value instanceof Text text ? text.toString() : value);
    }
    return values;
  }
}
