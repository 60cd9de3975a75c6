package dev.coachwhip.worker.wire;

import static dev.coachwhip.worker.wire.Loopback.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.DType;
import dev.coachwhip.spi.Extent;
import dev.coachwhip.spi.MemoryOwner;
import dev.coachwhip.spi.StridedArray;
import dev.coachwhip.worker.SharedArrays;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayRoundTripTest {

  private static final int LONG = 100_000;

  private final Loopback loopback = new Loopback();

  @AfterEach
  void close() {
    loopback.close();
  }

  private static ScriptValue ndarray(ScriptArray array) {
    return value(array, "ndarray");
  }

  private StridedArray toWorker(Object array) {
    return (StridedArray) Objects.requireNonNull(loopback.javaToWorker(array));
  }

  private static StridedArray doubles(int count) {
    MemorySegment memory = Arena.ofAuto().allocate(ValueLayout.JAVA_DOUBLE, count);
    for (int i = 0; i < count; i++) {
      memory.setAtIndex(ValueLayout.JAVA_DOUBLE, i, i);
    }
    return (StridedArray) ScriptArray.of(memory, "float64", count);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000, LONG})
  void array_ofAnyLength_isEqualOnTheOtherSide(int count) {
    ScriptArray read = loopback.toHost(ndarray(doubles(count))).asArray();

    assertThat(read.toDoubleArray()).isEqualTo(doubles(count).toDoubleArray());
    assertThat(read.shape()).containsExactly(count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"|b1", "|i1", "<u2", ">u2", ">i4", "<f2", ">f8", "<c16", "<M8[25s]", "<U3", "|S5"})
  void array_ofAnyType_keepsTypeOrderAndBytes(String type) {
    DType dtype = DType.of(type);
    MemorySegment memory = Arena.ofAuto().allocate(LONG * (long) dtype.itemBytes(), 8);
    memory.fill((byte) 1);
    ScriptArray array = ScriptArray.of(memory, type, LONG / 4, 4);

    StridedArray read = (StridedArray) loopback.toHost(ndarray(array)).asArray();

    assertThat(read.type()).isEqualTo(dtype);
    assertThat(read.toBytes()).isEqualTo(memory.toArray(ValueLayout.JAVA_BYTE));
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 60_000})
  void array_inFortransOrder_keepsIt(int columns) {
    MemorySegment memory = Arena.ofAuto().allocate(ValueLayout.JAVA_INT, 2L * columns);
    for (int i = 0; i < 2 * columns; i++) {
      memory.setAtIndex(ValueLayout.JAVA_INT, i, i);
    }
    Extent fortran = Extent.of(new long[] {2, columns}, new long[] {4, 8}, 4);
    StridedArray array = array(memory, "int32", fortran, true);

    ScriptArray read = loopback.toHost(ndarray(array)).asArray();

    assertThat(read.strideBytes()).containsExactly(4, 8);
    assertThat(read.isReadOnly()).isTrue();
    assertThat(read.getLong(1, 2)).isEqualTo(5);
  }

  private static StridedArray array(
      MemorySegment memory, String dtype, Extent extent, boolean isReadOnly) {
    return new StridedArray(memory, DType.of(dtype), extent, isReadOnly, new NoOwner());
  }

  private static final class NoOwner implements MemoryOwner {
    @Override
    public void release() {}

    @Override
    public MemorySegment bind(MemorySegment memory, Arena arena, Runnable atClose) {
      atClose.run();
      return memory;
    }
  }

  @Test
  void array_withGapsOrBackwards_isEqual() {
    StridedArray source = doubles(9);
    MemorySegment memory = source.segment();
    StridedArray gaps =
        array(memory, "float64", Extent.of(new long[] {3}, new long[] {32}, 8), false);
    StridedArray backwards =
        array(memory, "float64", Extent.of(new long[] {9}, new long[] {-8}, 8), false);
    StridedArray repeated =
        array(
            memory.asSlice(0, 8),
            "float64",
            Extent.of(new long[] {4, 5}, new long[] {0, 0}, 8),
            true);

    assertThat(loopback.toHost(ndarray(gaps)).asArray().toDoubleArray()).containsExactly(0, 4, 8);
    assertThat(loopback.toHost(ndarray(backwards)).asArray().getDouble(0)).isEqualTo(8);
    assertThat(loopback.toHost(ndarray(repeated)).asArray().toDoubleArray()).hasSize(20);
  }

  @Test
  void array_withoutDimensions_isASingleElement() {
    ScriptArray single = ScriptArray.of(MemorySegment.ofArray(new double[] {4.5}), "float64");

    ScriptArray read = loopback.toHost(ndarray(single)).asArray();

    assertThat(read.rank()).isZero();
    assertThat(read.getDouble()).isEqualTo(4.5);
  }

  @Test
  void sharedArray_isTheSameMemoryOnBothSides() {
    try (ScriptArray frame = SharedArrays.allocate("uint16", 480, 640)) {
      frame.setLong(20_000, 3, 4);

      StridedArray there = toWorker(frame);

      assertThat(there.getLong(3, 4)).isEqualTo(20_000);
      there.setLong(7, 0, 1);
      assertThat(frame.getLong(0, 1)).isEqualTo(7);
      there.close();
    }
  }

  @Test
  void sharedArray_thatIsSentBack_isStillTheSameMemory() {
    try (ScriptArray frame = SharedArrays.allocate("float64", LONG)) {
      StridedArray there = toWorker(frame);
      ScriptArray part = there.at(2);

      ScriptArray whole =
          loopback
              .toHost(ndarray(array(there.segment(), "float64", there.extent(), false)))
              .asArray();
      ScriptArray single = loopback.toHost(ndarray(part)).asArray();
      whole.setDouble(1.25, 2);

      assertThat(frame.getDouble(2)).isEqualTo(1.25);
      assertThat(single.getDouble()).isEqualTo(1.25);
      there.close();
      whole.close();
      single.close();
    }
  }

  @Test
  void sharedArray_closedInTheHost_staysWhileTheWorkerHasIt() {
    ScriptArray frame = SharedArrays.allocate("float64", LONG);
    frame.setDouble(3, 5);
    StridedArray there = toWorker(frame);

    frame.close();

    assertThat(there.getDouble(5)).isEqualTo(3);
    there.close();
  }

  @Test
  void sharedArray_goesToTwoWorkers() {
    try (Loopback second = new Loopback();
        ScriptArray frame = SharedArrays.allocate("int64", LONG)) {
      StridedArray first = toWorker(frame);
      StridedArray other = (StridedArray) Objects.requireNonNull(second.javaToWorker(frame));

      first.setLong(11, 1);

      assertThat(other.getLong(1)).isEqualTo(11);
      first.close();
      other.close();
    }
  }

  @Test
  void result_ofTheWorker_usesMemoryThatWasClosedAgain() {
    MemorySegment firstMemory;
    try (ScriptArray first = loopback.toHost(ndarray(doubles(LONG))).asArray()) {
      firstMemory = pinned(first);
    }

    ScriptArray second = loopback.toHost(ndarray(doubles(LONG))).asArray();

    assertThat(pinned(second).address()).isEqualTo(firstMemory.address());
    ScriptArray third = loopback.toHost(ndarray(doubles(LONG))).asArray();
    assertThat(pinned(third).address()).isNotEqualTo(firstMemory.address());
  }

  private static MemorySegment pinned(ScriptArray array) {
    StridedArray strided = (StridedArray) array;
    MemorySegment memory = strided.pin();
    strided.unpin();
    return memory;
  }

  @Test
  void result_sentHomeToItsWorker_isThatMemory() {
    ScriptArray inHost = loopback.toHost(ndarray(doubles(LONG))).asArray();
    inHost.setDouble(-1, 0);

    StridedArray home =
        (StridedArray) Objects.requireNonNull(loopback.toWorker(ndarray(inHost)).data());
    inHost.setDouble(-2, 1);

    assertThat(home.getDouble(0)).isEqualTo(-1);
    assertThat(home.getDouble(1)).isEqualTo(-2);
    inHost.close();
    assertThat(home.getDouble(1)).isEqualTo(-2);
    home.close();
  }

  @Test
  void array_closedWhileASegmentOfItIsUsed_keepsItsMemoryUntilTheArenaCloses() {
    ScriptArray first = loopback.toHost(ndarray(doubles(LONG))).asArray();
    MemorySegment before = pinned(first);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment kept = first.segment(arena);
      first.close();
      ScriptArray second = loopback.toHost(ndarray(doubles(LONG))).asArray();
      assertThat(pinned(second).address()).isNotEqualTo(before.address());
      assertThat(kept.getAtIndex(ValueLayout.JAVA_DOUBLE, 5)).isEqualTo(5);
    }
    ScriptArray third = loopback.toHost(ndarray(doubles(LONG))).asArray();
    assertThat(pinned(third).address()).isEqualTo(before.address());
  }

  @Test
  void array_ofTheHost_isReadableAfterTheWorkersEnd() {
    ScriptArray inHost = loopback.toHost(ndarray(doubles(LONG))).asArray();

    loopback.close();

    assertThat(inHost.getDouble(9)).isEqualTo(9);
    inHost.close();
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> inHost.getDouble(9));
  }

  @Test
  void message_thatIsAbandoned_givesItsMemoryBack() {
    WireWriter out = new WireWriter();
    loopback.worker.writeValue(out, ndarray(doubles(LONG)));
    out.abandon();
    out.abandon();

    ScriptArray first = loopback.toHost(ndarray(doubles(LONG))).asArray();

    assertThat(Objects.requireNonNull(loopback.hostMemory.folder()).orElseThrow().toFile().list())
        .isEmpty();
    assertThat(first.getDouble(1)).isEqualTo(1);
  }

  @Test
  void javaArray_thatIsLong_isCopiedOnce_andIsTheWorkersOwn() {
    double[] readings = new double[LONG];
    readings[3] = 4;

    StridedArray there = toWorker(readings);
    there.setDouble(5, 3);

    assertThat(there.dtype()).isEqualTo("float64");
    assertThat(there.order()).isEqualTo(ByteOrder.nativeOrder());
    assertThat(readings[3]).isEqualTo(4);
    there.close();
  }

  @Test
  void arrays_withoutSharedMemory_travelInMessages() {
    try (Loopback plain = Loopback.withoutSharedMemory()) {
      ScriptArray read = plain.toHost(ndarray(doubles(LONG))).asArray();

      assertThat(read.toDoubleArray()).isEqualTo(doubles(LONG).toDoubleArray());
    }
  }

  /** Messages are read late and by other threads than notes; nothing that is in use is reused. */
  @Test
  @Timeout(30)
  void arrays_ofManyThreads_keepTheirElements() throws Exception {
    Queue<Future<?>> reads = new ConcurrentLinkedQueue<>();
    try (ExecutorService senders = Executors.newFixedThreadPool(3);
        ExecutorService readers = Executors.newFixedThreadPool(3)) {
      List<Future<?>> sent = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        int mark = i;
        sent.add(
            senders.submit(() -> {
              WireReader message = marked(mark);
              return reads.add(readers.submit(() -> checkThereAndBack(message, mark)));
            }));
      }
      for (Future<?> each : sent) {
        var _ = each.get();
      }
      for (Future<?> each : reads) {
        var _ = each.get();
      }
    }
  }

  private WireReader marked(double mark) {
    StridedArray array = doubles(5000);
    array.setDouble(mark, 4999);
    return Loopback.written(out -> loopback.worker.writeValue(out, ndarray(array)));
  }

  private void checkThereAndBack(WireReader sent, double mark) {
    ScriptArray inHost = loopback.host.readValue(sent).asArray();
    assertThat(inHost.getDouble(4999)).isEqualTo(mark);
    WireReader back = Loopback.written(out -> loopback.host.writeValue(out, ndarray(inHost)));
    inHost.close();
    ScriptArray home = loopback.worker.readValue(back).asArray();
    assertThat(home.getDouble(4999)).isEqualTo(mark);
    home.close();
  }
}
