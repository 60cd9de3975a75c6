package dev.coachwhip.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of Python in Java (V): what is read, and when it is released. */
@Tag("python")
class ReadTest {

  private final ArrowPythonEngine python = new ArrowPythonEngine();
  private final BufferAllocator allocator = new RootAllocator();

  /** Fails if Java still uses memory. */
  @AfterEach
  void close() {
    python.close();
    allocator.close();
  }

  private List<@Nullable Object> released() {
    return new ArrayList<>(
        python.run("list(released)").asList().stream().map(v -> v.toJava()).toList());
  }

  private static final String NUMBERS =
      """
      def numbers(*values):
          def make():
              valid = bits(*[v is not None for v in values]) or b"\\0"
              column = array(len(values), [valid, packed("q", *[v or 0 for v in values])])
              return array(len(values), [None], [column], counted="array")
          return make

      def numbers_schema():
          return schema("+s", children=[schema("l", "n")], counted="schema")

      """;

  private ArrowReader read(String script) {
    return ArrowTables.read(python.run(NUMBERS + script), allocator);
  }

  private static List<Object> numbers(ArrowReader reader) throws IOException {
    List<Object> batches = new ArrayList<>();
    while (reader.loadNextBatch()) {
      batches.add(Columns.values(reader.getVectorSchemaRoot(), "n"));
    }
    return batches;
  }

  @Test
  void read_ofAStream_givesEachBatch() throws IOException {
    try (ArrowReader reader =
        read("Stream(numbers_schema, numbers(1, None, 3), numbers(), numbers(4))")) {
      assertThat(numbers(reader))
          .containsExactly(Arrays.asList(1L, null, 3L), List.of(), List.of(4L));
      assertThat(reader.loadNextBatch()).isFalse();
    }
    assertThat(released()).containsExactlyInAnyOrder("schema", "array", "array", "array", "stream");
  }

  @Test
  void read_closedTwiceAndEarly_releasesOnce() throws IOException {
    ArrowReader reader = read("Stream(numbers_schema, numbers(1), numbers(2))");
    reader.loadNextBatch();
    assertThat(released()).containsExactly("schema");
    reader.close();
    reader.close();
    assertThat(released()).containsExactlyInAnyOrder("schema", "array", "stream");
    assertThatThrownBy(reader::loadNextBatch).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void read_ofABatch_isAStreamOfOne() throws IOException {
    try (ArrowReader reader = read("Batch(numbers_schema, numbers(1, 2))")) {
      assertThat(numbers(reader)).containsExactly(List.of(1L, 2L));
    }
    assertThat(released()).containsExactlyInAnyOrder("schema", "array");
  }

  @Test
  void readBatch_sharesTheMemory() {
    try (ArrowBatch batch =
        ArrowTables.readBatch(
            python.run(
                NUMBERS
                    + """
                    made = numbers(1, 2)()
                    address = made.children[0].contents.buffers[1]
                    Batch(numbers_schema, lambda: made)
                    """),
            allocator)) {
      assertThat(batch.root().getVector("n").getDataBufferAddress())
          .isEqualTo(python.run("address").asLong());
    }
  }

  @Test
  void readBatch_closed_releasesWhatItShares() {
    ArrowBatch batch =
        ArrowTables.readBatch(python.run(NUMBERS + "Batch(numbers_schema, numbers(1))"), allocator);
    assertThat(released()).containsExactly("schema");
    batch.close();
    assertThat(released()).containsExactly("schema", "array");
  }

  @Test
  void readBatch_outlivesItsEngine() {
    ArrowBatch batch;
    try (ArrowPythonEngine other = new ArrowPythonEngine()) {
      batch =
          ArrowTables.readBatch(
              other.run(NUMBERS + "Batch(numbers_schema, numbers(5))"), allocator);
    }
    try (batch) {
      assertThat(Columns.values(batch.root(), "n")).containsExactly(5L);
    }
  }

  @Test
  void read_ofEachType_isTheSame() {
    try (ArrowBatch batch =
        ArrowTables.readBatch(
            python.run(
                """
                def make_schema():
                    words = schema("u", "words")
                    return schema("+s", children=[
                        schema("g", "x"), schema("b", "ok"), schema("u", "s"), schema("tsu:UTC", "t"),
                        schema("+l", "l", [schema("i", "item")]), schema("+s", "o", [schema("i", "inner")]),
                        schema("i", "level", dictionary=words)])

                def make_array():
                    valid = bits(1, 0, 1)
                    words = array(2, [None, *text("low", "high")])
                    return array(3, [None], [
                        array(3, [valid, packed("d", 0.5, 0, 1e300)]),
                        array(3, [None, bits(1, 0, 1)]),
                        array(3, [valid, *text("a", "", "\u00e9\ud83d\ude00")]),
                        array(3, [None, packed("q", 0, -1, 1700000000000000)]),
                        array(3, [None, packed("i", 0, 2, 2, 3)], [array(3, [None, packed("i", 1, 2, 3)])]),
                        array(3, [valid], [array(3, [None, packed("i", 7, 8, 9)])]),
                        array(3, [None, packed("i", 1, 0, 1)], dictionary=words)])

                Batch(make_schema, make_array)
                """),
            allocator)) {
      VectorSchemaRoot root = batch.root();
      assertThat(Columns.values(root, "x")).containsExactly(0.5, null, 1e300);
      assertThat(Columns.values(root, "ok")).containsExactly(true, false, true);
      assertThat(Columns.values(root, "s")).containsExactly("a", null, "\u00e9\ud83d\ude00");
      assertThat(Columns.values(root, "t")).containsExactly(0L, -1L, 1_700_000_000_000_000L);
      assertThat(Columns.values(root, "l")).containsExactly(List.of(1, 2), List.of(), List.of(3));
      assertThat(Columns.values(root, "o"))
          .containsExactly(Map.of("inner", 7), null, Map.of("inner", 9));
      assertThat(Columns.values(root, "level")).containsExactly(1, 0, 1);
      long id = root.getVector("level").getField().getDictionary().getId();
      assertThat(batch.dictionaries().lookup(id).getVector().getObject(1)).hasToString("high");
    }
  }

  /** The columns of ten rows each, cut at every place within them and across a byte of bits. */
  @ParameterizedTest
  @CsvSource({"1,3", "3,5", "7,3", "8,2", "9,1", "2,0"})
  void read_ofASlice_givesItsRows(int start, int count) throws IOException {
    try (ArrowReader reader =
        ArrowTables.read(
            python.run(
                """
                start, count = %d, %d
                n = list(range(10))
                valid = [i %% 3 != 0 for i in n]

                def make_schema():
                    return schema("+s", children=[
                        schema("l", "n"), schema("b", "ok"), schema("u", "s"), schema("+l", "l", [schema("i", "item")]),
                        schema("+s", "o", [schema("i", "inner")]), schema("+w:2", "w", [schema("i", "item")]),
                        schema("vu", "v"), schema("+us:0,1", "sparse", [schema("l", "0"), schema("b", "1")]),
                        schema("+ud:0,1", "dense", [schema("l", "0"), schema("b", "1")])])

                def sliced(buffers, children=()):
                    return array(count, buffers, children, offset=start)

                def make_array():
                    return array(count, [None], [
                        sliced([bits(*valid), packed("q", *n)]),
                        sliced([None, bits(*valid)]),
                        sliced([bits(*valid), *text(*[str(i) for i in n])]),
                        sliced([None, packed("i", *range(0, 22, 2))], [array(20, [None, packed("i", *range(20))])]),
                        sliced([bits(*valid)], [array(10, [bits(*valid), packed("i", *n)])]),
                        sliced([None], [array(20, [None, packed("i", *range(20))])]),
                        sliced([bits(*valid), *views(*["a long text, number " * (i %% 2) + str(i) for i in n])]),
                        sliced([packed("b", *valid)], [array(10, [None, packed("q", *n)]), array(10, [None, bits(*valid)])]),
                        sliced(
                            [packed("b", *valid), packed("i", *[i // 3 if i %% 3 == 0 else 0 for i in n])],
                            [array(4, [None, packed("q", 0, 3, 6, 9)]), array(1, [None, bits(True)])])])

                Stream(make_schema, make_array, make_array)
                """
                    .formatted(start, count)),
            allocator)) {
      for (int batch = 0; batch < 2; batch++) {
        assertThat(reader.loadNextBatch()).isTrue();
        expectRows(reader.getVectorSchemaRoot(), start, count);
      }
    }
    assertThat(released()).containsExactly("stream");
  }

  private static void expectRows(VectorSchemaRoot root, int start, int count) {
    for (int row = 0; row < count; row++) {
      int i = start + row;
      boolean valid = i % 3 != 0;
      List<Integer> pair = List.of(2 * i, 2 * i + 1);
      assertThat(Columns.values(root, "n").get(row)).isEqualTo(valid ? (long) i : null);
      assertThat(Columns.values(root, "ok").get(row)).isEqualTo(valid);
      assertThat(Columns.values(root, "s").get(row)).isEqualTo(valid ? "" + i : null);
      assertThat(Columns.values(root, "l").get(row)).isEqualTo(pair);
      assertThat(Columns.values(root, "o").get(row)).isEqualTo(valid ? Map.of("inner", i) : null);
      assertThat(Columns.values(root, "w").get(row)).isEqualTo(pair);
      String view = i % 2 == 0 ? "" + i : "a long text, number " + i;
      assertThat(Columns.values(root, "v").get(row)).isEqualTo(valid ? view : null);
      Object either = valid ? true : (Object) (long) i;
      assertThat(Columns.values(root, "sparse").get(row)).isEqualTo(either);
      assertThat(Columns.values(root, "dense").get(row)).isEqualTo(either);
    }
    assertThat(root.getRowCount()).isEqualTo(count);
  }

  @Test
  void read_ofASlicedStructWithDictionary_givesItsRows() {
    try (ArrowBatch batch =
        ArrowTables.readBatch(
            python.run(
                """
                def make_schema():
                    return schema("+s", children=[schema("i", "level", dictionary=schema("u", "words"))], counted="schema")

                def make_array():
                    words = array(2, [None, *text("unused", "low", "high")], offset=1)
                    return array(2, [None], [array(4, [None, packed("i", 0, 1, 0, 1)], dictionary=words)], offset=1, counted="array")

                Batch(make_schema, make_array)
                """),
            allocator)) {
      assertThat(Columns.values(batch.root(), "level")).containsExactly(1, 0);
      long id = batch.root().getVector("level").getField().getDictionary().getId();
      assertThat(batch.dictionaries().lookup(id).getVector().getObject(0)).hasToString("low");
      assertThat(released()).containsExactly("schema");
    }
    assertThat(released()).containsExactly("schema", "array");
  }

  @Test
  void read_whereTheProducerFails_saysWhat() throws IOException {
    try (ArrowReader reader =
        read(
            """
            def failing():
                raise RuntimeError("no beam")

            Stream(numbers_schema, numbers(1), failing)
            """)) {
      assertThat(reader.loadNextBatch()).isTrue();
      assertThatThrownBy(reader::loadNextBatch)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no beam");
    }
    assertThat(released()).contains("stream");
  }

  @Test
  void read_whereTheSchemaFails_saysWhatAndReleases() {
    assertThatThrownBy(
            () -> read("def failing():\n    raise RuntimeError('no beam')\n\nStream(failing)"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("Stream cannot be read as a table")
        .hasMessageContaining("no beam");
    assertThat(released()).containsExactly("stream");
  }

  @Test
  void readBatch_ofAnArrayThatIsNoBatch_saysSoAndReleases() {
    assertThatThrownBy(() ->
            ArrowTables.readBatch(
                python.run(
                    "Batch(lambda: schema('l', counted='schema'), lambda: array(1, [None,"
                        + " packed('q', 1)], counted='array'))"),
                allocator))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("Batch cannot be read as a table");
    assertThat(released()).contains("schema");
  }

  @Test
  void readBatch_ofAStream_saysWhichMethodReadsIt() {
    assertThatThrownBy(
            () -> ArrowTables.readBatch(python.run(NUMBERS + "Stream(numbers_schema)"), allocator))
        .isInstanceOf(ScriptRuntimeException.class)
        .hasMessageContaining("read it with ArrowTables.read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "None", "[1, 2]", "object()", "Batch"})
  void read_ofWhatIsNoTable_saysSo(String script) {
    assertThatThrownBy(() -> ArrowTables.read(python.run(script), allocator))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("expected an object with __arrow_c_stream__ or __arrow_c_array__");
  }

  @ParameterizedTest
  @ValueSource(strings = {"None", "42", "capsule(schema('l'))", "object()"})
  void read_whereNoStreamComes_saysSo(String answer) {
    assertThatThrownBy(() ->
            ArrowTables.read(
                python.run(
                    "class Liar:\n    def __arrow_c_stream__(self): return "
                        + answer
                        + "\n\nLiar()"),
                allocator))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("Liar gave no capsule named 'arrow_array_stream'");
  }

  @Test
  void read_ofACapsuleTakenBefore_saysSo() {
    assertThatThrownBy(() ->
            read(
                """
                taken = Stream(numbers_schema).__arrow_c_stream__()
                release(moved(taken, b"arrow_array_stream", ArrowArrayStream))

                class Again:
                    def __arrow_c_stream__(self): return taken

                Again()
                """))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("content was taken before");
  }

  @Test
  void read_ofAPandasFrameWithoutPyarrow_saysWhatToInstall() {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        python.has("pandas") && !python.has("pyarrow"), "needs pandas and no pyarrow");
    assertThatThrownBy(() ->
            ArrowTables.read(python.run("import pandas\npandas.DataFrame({'n': [1]})"), allocator))
        .isInstanceOf(ScriptRuntimeException.class)
        .hasMessageContaining("pip install pyarrow")
        .hasMessageContaining("DataFrames.columns");
  }

  @Test
  void read_onAVirtualThread_releasesThere() throws Exception {
    Thread.ofVirtual()
        .start(() -> {
          try (ArrowReader reader = read("Stream(numbers_schema, numbers(1))")) {
            assertThat(numbers(reader)).containsExactly(List.of(1L));
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        })
        .join();
    assertThat(released()).containsExactlyInAnyOrder("schema", "array", "stream");
  }

  @Test
  void table_ofPython_givenBack_isItsOwnMemory() throws IOException {
    try (ArrowReader reader = read("Stream(numbers_schema, numbers(1, 2))")) {
      reader.loadNextBatch();
      python.set("back", reader.getVectorSchemaRoot());
    }
    assertThat(released()).doesNotContain("array");
    assertThat(python.run("rows(back)[1]['n']").asLong()).isEqualTo(2);
    python.run("del back");
    assertThat(released()).contains("array");
  }

  @Test
  void reader_ofPython_givenBack_isRead() {
    ArrowReader reader = read("Stream(numbers_schema, numbers(1, 2), numbers(3))");
    python.set("back", reader);
    assertThat(python.run("[[row['n'] for row in batch] for batch in stream_rows(back)]").toJava())
        .isEqualTo(List.of(List.of(1L, 2L), List.of(3L)));
    assertThat(released()).contains("stream");
  }
}
