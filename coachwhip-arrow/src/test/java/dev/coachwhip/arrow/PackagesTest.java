package dev.coachwhip.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.DataFrames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real packages (V), where they are installed. */
@Tag("python")
class PackagesTest {

  private final ArrowPythonEngine python = new ArrowPythonEngine();
  private final BufferAllocator allocator = new RootAllocator();
  private final Columns columns = new Columns(allocator);

  @AfterEach
  void close() {
    python.closeWith(allocator);
  }

  private void setBatch() {
    try (VectorSchemaRoot root =
        Columns.root(columns.longs("n", 1L, null, 3L), columns.strings("s", "a", "b", null))) {
      python.set("batch", root);
    }
  }

  private List<Object> read(String script, String column) throws IOException {
    List<Object> rows = new ArrayList<>();
    try (ArrowReader reader = ArrowTables.read(python.run(script), allocator)) {
      while (reader.loadNextBatch()) {
        rows.addAll(Columns.values(reader.getVectorSchemaRoot(), column));
      }
    }
    return rows;
  }

  @Test
  void pyarrow_takesABatchAndGivesATableBack() throws IOException {
    python.assume("pyarrow");
    setBatch();
    assertThat(python.run("import pyarrow\npyarrow.record_batch(batch).to_pydict()['n']").toJava())
        .isEqualTo(Arrays.asList(1L, null, 3L));
    assertThat(read("pyarrow.table(batch)", "s")).containsExactly("a", "b", null);
    assertThat(read("pyarrow.table(batch).slice(1)", "n")).containsExactly(null, 3L);
  }

  @Test
  void pyarrow_ofAMillionRows_sharesTheirMemoryAndReleasesIt() throws IOException {
    python.assume("pyarrow");
    python.run(
        """
        import pyarrow
        before = pyarrow.total_allocated_bytes()
        def address(table): return table["n"].chunk(0).buffers()[1].address
        table = pyarrow.table({"n": pyarrow.array(range(1_000_000))})
        """);
    try (ArrowReader reader = ArrowTables.read(python.run("table"), allocator)) {
      assertThat(reader.loadNextBatch()).isTrue();
      VectorSchemaRoot root = reader.getVectorSchemaRoot();
      assertThat(root.getRowCount()).isEqualTo(1_000_000);
      assertThat(root.getVector("n").getDataBufferAddress())
          .isEqualTo(python.run("address(table)").asLong());
      python.set("back", root);
    }
    assertThat(python.run("address(pyarrow.table(back)) == address(table)").asBoolean()).isTrue();
    python.run("del table, back");
    python.collectUntil(() -> pyarrowBytes() <= 0); // less if garbage of other scripts was counted
    assertThat(pyarrowBytes()).isNotPositive();
  }

  @Test
  void pyarrow_sliceOfRunEndEncodedValues_isRefused() throws IOException {
    python.assume("pyarrow");
    String table =
        "import pyarrow as pa\n"
            + "pa.table({'r': pa.RunEndEncodedArray.from_arrays([2, 5], ['a', 'b'])})";
    assertThat(read(table + ".slice(0, 3)", "r")).containsExactly("a", "a", "b");
    assertThatThrownBy(() -> read(table + ".slice(1)", "r"))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("run_end_decode");
  }

  private long pyarrowBytes() {
    return python.run("pyarrow.total_allocated_bytes() - before").asLong();
  }

  @Test
  void polars_takesABatchAndGivesAFrameBack() throws IOException {
    python.assume("polars");
    setBatch();
    assertThat(python.run("import polars\npolars.DataFrame(batch)['n'].to_list()").toJava())
        .isEqualTo(Arrays.asList(1L, null, 3L));
    assertThat(read("polars.DataFrame(batch)", "s")).containsExactly("a", "b", null);
    assertThat(read("polars.DataFrame(batch).slice(1)", "n")).containsExactly(null, 3L);
  }

  @Test
  void pandas_withPyarrow_givesAFrame() throws IOException {
    python.assume("pandas", "pyarrow");
    assertThat(read("import pandas\npandas.DataFrame({'s': ['a', None]})", "s"))
        .containsExactly("a", null);
  }

  /** What docs/tables.md shows. */
  @Test
  void examples_ofThePage_doWhatItSays() throws IOException {
    python.assume("pandas", "pyarrow");
    python.run("import pyarrow");
    ScriptEngine engine = python.engine();
    try (VectorSchemaRoot root = Columns.root(columns.doubles("volts", 0.5, 1.5, 2.5))) {
      engine.setGlobal("batch", root);
    }
    ScriptValue table =
        engine.executeScript("pyarrow.table(batch).filter(pyarrow.compute.field('volts') > 1)");
    List<Object> rows = new ArrayList<>();
    try (ArrowReader reader = ArrowTables.read(table, allocator)) {
      while (reader.loadNextBatch()) {
        rows.addAll(Columns.values(reader.getVectorSchemaRoot(), "volts"));
      }
    }
    assertThat(rows).containsExactly(1.5, 2.5);

    double[] times = {0, 1};
    double[] volts = {0.5, 1.5};
    engine.setGlobal("frame", DataFrames.pandas(Map.of("t", times, "volts", volts)));
    Map<String, ScriptValue> frame =
        DataFrames.columns(engine.executeScript("frame.reset_index()"));
    assertThat(frame).containsOnlyKeys("index", "t", "volts");
  }

  @Test
  void numpy_looksAtTheSharedMemory() {
    python.assume("numpy");
    try (VectorSchemaRoot root = Columns.root(columns.doubles("x", 0.5, 1.5, 2.5))) {
      python.set("batch", root);
    }
    assertThat(
            python
                .run(
                    """
                    import numpy
                    schema_of, array_of = consume_array(batch)
                    address = array_of.children[0].contents.buffers[1]
                    pointer = ctypes.cast(address, POINTER(ctypes.c_double))
                    mean = float(numpy.ctypeslib.as_array(pointer, (3,)).mean())
                    release(array_of), release(schema_of)
                    mean
                    """)
                .asDouble())
        .isEqualTo(1.5);
  }
}
