package dev.coachwhip.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    python.run("import gc\nbatch = table = None\ngc.collect()");
    python.close();
    allocator.close();
  }

  private void assume(String... modules) {
    for (String module : modules) {
      assumeTrue(python.has(module), module + " is not installed in the Python in use");
    }
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
    assume("pyarrow");
    setBatch();
    assertThat(python.run("import pyarrow\npyarrow.record_batch(batch).to_pydict()['n']").toJava())
        .isEqualTo(Arrays.asList(1L, null, 3L));
    assertThat(read("pyarrow.table(batch)", "s")).containsExactly("a", "b", null);
    assertThat(read("pyarrow.table(batch).slice(1)", "n")).containsExactly(null, 3L);
  }

  @Test
  void polars_takesABatchAndGivesAFrameBack() throws IOException {
    assume("polars");
    setBatch();
    assertThat(python.run("import polars\npolars.from_arrow(batch)['n'].to_list()").toJava())
        .isEqualTo(Arrays.asList(1L, null, 3L));
    assertThat(read("polars.from_arrow(batch)", "s")).containsExactly("a", "b", null);
    assertThat(read("polars.from_arrow(batch).slice(1)", "n")).containsExactly(null, 3L);
  }

  @Test
  void pandas_withPyarrow_givesAFrame() throws IOException {
    assume("pandas", "pyarrow");
    assertThat(read("import pandas\npandas.DataFrame({'s': ['a', None]})", "s"))
        .containsExactly("a", null);
  }

  @Test
  void numpy_looksAtTheSharedMemory() {
    assume("numpy");
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
