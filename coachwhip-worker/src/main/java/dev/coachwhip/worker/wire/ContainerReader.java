package dev.coachwhip.worker.wire;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.FloatList;
import dev.coachwhip.spi.FrozenSet;
import dev.coachwhip.spi.IntegerList;
import dev.coachwhip.spi.NamedList;
import dev.coachwhip.spi.RangeList;
import dev.coachwhip.spi.TupleList;
import dev.coachwhip.spi.ValuePrinter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link ContainerWriter} wrote.
 *
 * @param reader reads the elements
 * @param ofScript whether each of them must be a value of a script
 */
record ContainerReader(ValueReader reader, boolean ofScript) {

  /**
   * Room that is made before elements are there: lists in lists that all claim to be as long as the
   * message would take more memory than there is.
   */
  private static final int FIRST_ROOM = 64;

  Object read(int tag) {
    return switch (tag) {
      case Tag.LIST -> Collections.unmodifiableList(elements(new ArrayList<>(room())));
      case Tag.TUPLE -> new TupleList(values().toArray(ScriptValue[]::new));
      case Tag.NAMED_LIST -> named();
      case Tag.RANGE -> range();
      case Tag.FLOATS -> floats();
      case Tag.INTEGERS -> integers();
      case Tag.SET -> Collections.unmodifiableSet(elements(new LinkedHashSet<>()));
      case Tag.FROZEN_SET -> new FrozenSet(new LinkedHashSet<>(values()));
      case Tag.MAP -> map();
      case Tag.OBJECT_ARRAY -> elements(new ArrayList<>()).toArray();
      default -> throw new WireFormatException("no value begins with " + tag);
    };
  }

  private WireReader in() {
    return reader.in();
  }

  private ValuePrinter printer() {
    return reader.context().printer();
  }

  private int room() {
    return Math.min(in().remaining(), FIRST_ROOM);
  }

  private @Nullable Object element() {
    return ofScript ? reader.elementValue() : reader.java();
  }

  private <C extends Collection<@Nullable Object>> C elements(C into) {
    int count = in().getCount(1);
    for (int i = 0; i < count; i++) {
      boolean _ = into.add(element());
    }
    return into;
  }

  private List<ScriptValue> values() {
    int count = in().getCount(1);
    List<ScriptValue> values = new ArrayList<>(Math.min(count, FIRST_ROOM));
    for (int i = 0; i < count; i++) {
      values.add(reader.elementValue());
    }
    return values;
  }

  private NamedList named() {
    int count = in().getCount(2);
    List<String> names = new ArrayList<>(Math.min(count, FIRST_ROOM));
    List<ScriptValue> values = new ArrayList<>(Math.min(count, FIRST_ROOM));
    for (int i = 0; i < count; i++) {
      names.add(in().getText());
      values.add(reader.elementValue());
    }
    return new NamedList(names, values);
  }

  private Map<@Nullable Object, @Nullable Object> map() {
    int count = in().getCount(2);
    Map<@Nullable Object, @Nullable Object> map =
        LinkedHashMap.newLinkedHashMap(Math.min(count, FIRST_ROOM));
    for (int i = 0; i < count; i++) {
      Object key = element();
      map.put(key, element());
    }
    return Collections.unmodifiableMap(map);
  }

  private RangeList range() {
    String type = TypeNames.read(in());
    long start = in().getNumber();
    long stop = in().getNumber();
    long step = in().getNumber();
    if (!RangeList.fits(start, stop, step)) {
      throw new WireFormatException("no range: " + start + ", " + stop + ", " + step);
    }
    return new RangeList(start, stop, step, type, printer());
  }

  private FloatList floats() {
    String type = TypeNames.read(in());
    double[] values = new double[in().getCount(Double.BYTES)];
    in().part(values.length * Double.BYTES).asDoubleBuffer().get(values);
    return new FloatList(values, type, printer());
  }

  private IntegerList integers() {
    String type = TypeNames.read(in());
    long[] values = new long[in().getCount(Long.BYTES)];
    in().part(values.length * Long.BYTES).asLongBuffer().get(values);
    return new IntegerList(values, type, printer());
  }
}
