package dev.coachwhip.internal.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.coachwhip.spi.Extent;
import dev.coachwhip.spi.StridedArray;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F1: when the memory of an array goes. */
@DisplayName("F1: the life of an array's memory")
class ArrayMemoryTest {

  @Test
  void close_releasesOnceAndEndsTheSegment() {
    StridedArray array = TestMemory.array("int32", 4);
    MemorySegment segment = array.segment();
    assertThat(segment.byteSize()).isEqualTo(16);
    array.close();
    array.close();
    assertThat(TestMemory.releases(array)).isEqualTo(1);
    assertThatIllegalStateException().isThrownBy(() -> segment.get(ValueLayout.JAVA_INT, 0));
  }

  @Test
  void close_withASegmentInAnArena_waitsForTheArena() {
    StridedArray array = TestMemory.array("int32", 4);
    MemorySegment segment;
    try (Arena arena = Arena.ofConfined()) {
      segment = array.segment(arena);
      array.close();
      assertThat(TestMemory.releases(array)).isZero();
      assertThat(segment.get(ValueLayout.JAVA_INT, 0)).isZero();
    }
    assertThat(TestMemory.releases(array)).isEqualTo(1);
  }

  @Test
  void segment_inAClosedArena_leavesNoUseBehind() {
    StridedArray array = TestMemory.array("int32", 4);
    Arena arena = Arena.ofConfined();
    arena.close();
    assertThatIllegalStateException().isThrownBy(() -> array.segment(arena));
    array.close();
    assertThat(TestMemory.releases(array)).isEqualTo(1);
  }

  @Test
  void close_whilePinned_waitsForTheLastUse() {
    StridedArray array = TestMemory.array("int32", 4);
    array.pin();
    array.close();
    assertThat(TestMemory.releases(array)).isZero();
    assertThatIllegalStateException().isThrownBy(array::pin);
    array.unpin();
    assertThat(TestMemory.releases(array)).isEqualTo(1);
  }

  /** Memory released under a reader would be an error of the arena's or end the JVM. */
  @Test
  void close_whileOthersRead_endsTheirReadingCleanly() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      for (int round = 0; round < 200; round++) {
        StridedArray array = TestMemory.array("uint16", 64, 64);
        CountDownLatch reading = new CountDownLatch(3);
        List<Future<String>> ends = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
          ends.add(threads.submit(() -> readUntilClosed(array, reading)));
        }
        reading.await();
        array.close();
        for (Future<String> end : ends) {
          assertThat(end.get()).isEqualTo("the array is closed");
        }
        assertThat(TestMemory.releases(array)).isEqualTo(1);
      }
    }
  }

  private static String readUntilClosed(StridedArray array, CountDownLatch reading) {
    reading.countDown();
    try {
      while (true) {
        array.toIntArray();
        array.getLong(1, 1);
      }
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void readOnlyArray_givesReadOnlySegments() {
    try (StridedArray array = TestMemory.readOnly("int32", 4)) {
      assertThat(array.segment().isReadOnly()).isTrue();
    }
  }

  @Test
  void emptySubArray_behindTheEnd_hasAnEmptySegment() {
    try (StridedArray array = TestMemory.array("int32", 3, 0)) {
      assertThat(array.at(2).segment().byteSize()).isZero();
      assertThat(array.to(int[][].class)).isDeepEqualTo(new int[3][0]);
    }
  }

  @Test
  void extent_beyondLong_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Extent.of(new long[] {1L << 32, 1L << 32}, new long[2], 8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Extent.of(new long[] {3}, new long[] {Long.MAX_VALUE / 2 + 1}, 8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Extent.of(new long[] {2}, new long[] {Long.MIN_VALUE}, 8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Extent.of(new long[] {-1}, new long[] {8}, 8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Extent.of(new long[] {1}, new long[0], 8));
  }
}
