package dev.coachwhip.worker.wire;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.FloatList;
import dev.coachwhip.spi.FrozenSet;
import dev.coachwhip.spi.IntegerList;
import dev.coachwhip.spi.NamedList;
import dev.coachwhip.spi.NestedArrays;
import dev.coachwhip.spi.RangeList;
import dev.coachwhip.spi.TupleList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes lists, sets and maps, of scripts and of hosts. */
final class ContainerWriter {

  private ContainerWriter() {}

  /** Writes an object if it is one. */
  static boolean write(Object object, ValueWriter writer) {
    switch (object) {
      case FloatList floats -> floats(floats, writer.out());
      case IntegerList integers -> integers(integers, writer.out());
      case RangeList range -> range(range, writer.out());
      case NamedList named -> named(named, writer);
      case TupleList tuple -> elements(Tag.TUPLE, tuple, writer);
      case FrozenSet set -> elements(Tag.FROZEN_SET, set, writer);
      case Map<?, ?> map -> map(map, writer);
      case Set<?> set -> elements(Tag.SET, set, writer);
      case Collection<?> list -> elements(Tag.LIST, list, writer);
      case Object[] array when !NestedArrays.isRectangular(array) ->
          elements(Tag.OBJECT_ARRAY, array, writer);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void elements(int tag, Collection<?> values, ValueWriter writer) {
    elements(tag, values.toArray(), writer); // of one moment, whatever other threads do
  }

  private static void elements(int tag, @Nullable Object[] values, ValueWriter writer) {
    WireWriter out = writer.out();
    out.putByte(tag);
    out.putCount(values.length);
    boolean areNumbered = tag != Tag.SET && tag != Tag.FROZEN_SET;
    for (int i = 0; i < values.length; i++) {
      if (areNumbered) {
        writer.element(values[i], i);
      } else {
        writer.java(values[i]);
      }
    }
  }

  private static void map(Map<?, ?> map, ValueWriter writer) {
    List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
    writer.out().putByte(Tag.MAP);
    writer.out().putCount(entries.size());
    for (Map.Entry<?, ?> entry : entries) {
      writer.java(entry.getKey());
      writer.inside(entry.getValue(), Places.ofKey(entry.getKey()));
    }
  }

  private static void named(NamedList list, ValueWriter writer) {
    WireWriter out = writer.out();
    out.putByte(Tag.NAMED_LIST);
    out.putCount(list.size());
    for (int i = 0; i < list.size(); i++) {
      ScriptValue value = list.get(i);
      out.putText(list.names().get(i));
      writer.element(value, i);
    }
  }

  private static void range(RangeList range, WireWriter out) {
    out.putByte(Tag.RANGE);
    TypeNames.write(range.elementType(), out);
    out.putNumber(range.start());
    out.putNumber(range.stop());
    out.putNumber(range.step());
  }

  private static void floats(FloatList list, WireWriter out) {
    out.putByte(Tag.FLOATS);
    TypeNames.write(list.elementType(), out);
    out.putCount(list.size());
    out.part((long) list.size() * Double.BYTES).asDoubleBuffer().put(list.asBuffer());
  }

  private static void integers(IntegerList list, WireWriter out) {
    out.putByte(Tag.INTEGERS);
    TypeNames.write(list.elementType(), out);
    out.putCount(list.size());
    out.part((long) list.size() * Long.BYTES).asLongBuffer().put(list.asBuffer());
  }
}
