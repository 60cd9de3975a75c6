package dev.coachwhip.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.error.ScriptRuntimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Record batches of Java in Python (V): what a consumer reads, and whose the memory is. */
@Tag("python")
class BatchToPythonTest {

  private final ArrowPythonEngine python = new ArrowPythonEngine();
  private final BufferAllocator allocator = new RootAllocator();
  private final Columns columns = new Columns(allocator);

  /** Fails if any memory of the test's is still in use: nothing in Java refers to the batches. */
  @AfterEach
  void close() {
    python.engine().clearGlobals();
    python.close();
    allocator.close();
  }

  private void set(String name, FieldVector... vectors) {
    try (VectorSchemaRoot root = Columns.root(vectors)) {
      python.set(name, root);
    }
  }

  private @Nullable Object column(String name) {
    return python.run("[row['" + name + "'] for row in rows(batch)]").toJava();
  }

  @Test
  void rows_ofEachType_areTheSame() {
    set(
        "batch",
        columns.longs("n", 1L, null, Long.MIN_VALUE),
        columns.doubles("x", 0.5, -0.0, 1e300),
        columns.booleans("ok", true, false, true),
        columns.strings("s", "a", null, "\u00e9\ud83d\ude00"),
        columns.instants("t", 0, -1, 1_700_000_000_000_000L),
        columns.lists("l", List.of(List.of(1, 2), List.of(), List.of(3))),
        columns.structs("o", 7, 8, 9));
    assertThat(column("n")).isEqualTo(Arrays.asList(1L, null, Long.MIN_VALUE));
    assertThat(column("x")).isEqualTo(List.of(0.5, -0.0, 1e300));
    assertThat(column("ok")).isEqualTo(List.of(true, false, true));
    assertThat(column("s")).isEqualTo(Arrays.asList("a", null, "\u00e9\ud83d\ude00"));
    assertThat(column("t")).isEqualTo(List.of(0L, -1L, 1_700_000_000_000_000L));
    assertThat(column("l")).isEqualTo(List.of(List.of(1L, 2L), List.of(), List.of(3L)));
    assertThat(column("o"))
        .isEqualTo(List.of(Map.of("inner", 7L), Map.of("inner", 8L), Map.of("inner", 9L)));
  }

  @Test
  void rows_ofADictionaryEncodedColumn_areItsWords() {
    DictionaryEncoding encoding = new DictionaryEncoding(3, false, null);
    try (FieldVector words = columns.strings("words", "low", "high");
        VarCharVector plain = (VarCharVector) columns.strings("level", "high", "low", "high")) {
      Dictionary dictionary = new Dictionary(words, encoding);
      FieldVector encoded = (FieldVector) DictionaryEncoder.encode(plain, dictionary);
      try (ArrowBatch batch =
          ArrowBatch.of(Columns.root(encoded), new MapDictionaryProvider(dictionary))) {
        python.set("batch", batch);
      }
    }
    assertThat(column("level")).isEqualTo(List.of("high", "low", "high"));
    assertThat(python.run("stream_rows(batch)[0][2]['level']").asString()).isEqualTo("high");
    assertThat(python.run("repr(batch)").asString()).contains("level: Dictionary(Utf8)");
  }

  @Test
  void setGlobal_ofARootWhoseDictionaryIsMissing_saysHowToGiveIt() {
    DictionaryEncoding encoding = new DictionaryEncoding(3, false, null);
    try (FieldVector words = columns.strings("words", "low", "high");
        FieldVector plain = columns.strings("level", "high", "low");
        VectorSchemaRoot root =
            Columns.root(
                (FieldVector) DictionaryEncoder.encode(plain, new Dictionary(words, encoding)))) {
      assertThatThrownBy(() -> python.set("batch", root))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'level'")
          .hasMessageContaining("ArrowBatch.of(root, dictionaries)");
    }
  }

  @Test
  void rows_ofNone_areNone() {
    set("batch", columns.longs("n"), columns.strings("s"), columns.lists("l", List.of()));
    assertThat(python.run("rows(batch)").toJava()).isEqualTo(List.of());
    assertThat(python.run("len(batch), batch.num_rows, batch.column_names").toJava())
        .isEqualTo(List.of(0L, 0L, List.of("n", "s", "l")));
  }

  @Test
  void rows_ofNoColumns_areCounted() {
    try (VectorSchemaRoot root = Columns.root()) {
      root.setRowCount(2);
      python.set("batch", root);
    }
    assertThat(python.run("len(rows(batch)), batch.num_columns").toJava())
        .isEqualTo(List.of(2L, 0L));
  }

  @Test
  void rows_ofASlice_areThoseOfTheSlice() {
    try (VectorSchemaRoot root =
            Columns.root(
                columns.longs("n", 1L, 2L, null, 4L),
                columns.strings("s", "a", "b", "c", "d"),
                columns.lists("l", List.of(List.of(1), List.of(2, 3), List.of(), List.of(4))));
        VectorSchemaRoot slice = root.slice(1, 3)) {
      python.set("batch", slice);
    }
    assertThat(column("n")).isEqualTo(Arrays.asList(2L, null, 4L));
    assertThat(column("s")).isEqualTo(List.of("b", "c", "d"));
    assertThat(column("l")).isEqualTo(List.of(List.of(2L, 3L), List.of(), List.of(4L)));
  }

  @Test
  void stream_ofABatch_hasThatBatchOnly() {
    set("batch", columns.longs("n", 1L, 2L));
    assertThat(python.run("stream_rows(batch), stream_rows(batch)").toJava())
        .isEqualTo(
            List.of(
                List.of(List.of(Map.of("n", 1L), Map.of("n", 2L))),
                List.of(List.of(Map.of("n", 1L), Map.of("n", 2L)))));
  }

  @Test
  void memory_isShared() {
    try (VectorSchemaRoot root = Columns.root(columns.longs("n", 1L, 2L))) {
      python.set("batch", root);
      long address = root.getVector("n").getDataBufferAddress();
      assertThat(
              python
                  .run(
                      """
                      schema, array = consume_array(batch)
                      found = array.children[0].contents.buffers[1]
                      release(array), release(schema)
                      found
                      """)
                  .asLong())
          .isEqualTo(address);
    }
  }

  @Test
  void batch_afterTheRootWasLoadedAnew_isAsItWas() {
    try (VectorSchemaRoot root = Columns.root(columns.longs("n", 1L, 2L))) {
      python.set("batch", root);
      root.clear();
    }
    assertThat(column("n")).isEqualTo(List.of(1L, 2L));
  }

  @Test
  void capsules_thatNobodyTakes_releaseWhatTheyHold() {
    set("batch", columns.longs("n", 1L, 2L));
    long before = allocator.getAllocatedMemory();
    python.run(
        "batch.__arrow_c_schema__(), batch.__arrow_c_array__(), batch.__arrow_c_stream__(); None");
    assertThat(allocator.getAllocatedMemory()).isEqualTo(before);
  }

  @Test
  void memory_isReleasedWhenTheLastUserDropsIt() {
    set("batch", columns.longs("n", 1L, 2L));
    python.run("schema, array = consume_array(batch)\ndel batch");
    assertThat(allocator.getAllocatedMemory()).isPositive();
    assertThat(python.run("values(schema, array)").toJava())
        .isEqualTo(List.of(Map.of("n", 1L), Map.of("n", 2L)));
    python.run("release(array), release(schema); None");
    assertThat(allocator.getAllocatedMemory()).isZero();
  }

  @Test
  void capsule_takenTwice_isRefusedByTheConsumer() {
    set("batch", columns.longs("n", 1L));
    assertThatThrownBy(() ->
            python.run(
                """
                capsule_of_array = batch.__arrow_c_array__()[1]
                release(moved(capsule_of_array, b"arrow_array", ArrowArray))
                moved(capsule_of_array, b"arrow_array", ArrowArray)
                """))
        .isInstanceOf(ScriptRuntimeException.class)
        .hasMessageContaining("consumed before");
  }

  @Test
  void consumer_thatOutlivesTheEngine_stillReads() {
    try (ArrowPythonEngine first = new ArrowPythonEngine()) {
      try (VectorSchemaRoot root = Columns.root(columns.longs("n", 1L, 2L))) {
        first.set("batch", root);
      }
      python.set("taken", first.run("consume_array(batch)"));
      first.run("del batch");
    }
    assertThat(python.run("values(*taken)[1]['n']").asLong()).isEqualTo(2);
    python.run("release(taken[1]), release(taken[0]); None");
    assertThat(allocator.getAllocatedMemory()).isZero();
  }

  @Test
  void methods_ofADroppedBatch_failAndDoNotCrash() {
    set("batch", columns.longs("n", 1L));
    assertThatThrownBy(() -> python.run("array_of = batch._array\ndel batch\narray_of()"))
        .hasMessageContaining("the record batch was dropped");
  }

  @Test
  void repr_saysWhatItHolds() {
    set("batch", columns.longs("n", 1L, 2L), columns.strings("s", "a", "b"));
    assertThat(python.run("repr(batch)").asString())
        .isEqualTo("<coachwhip.RecordBatch of 2 rows: n: Int(64, true), s: Utf8>");
  }
}
