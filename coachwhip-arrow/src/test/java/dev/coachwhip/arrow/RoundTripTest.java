package dev.coachwhip.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Columns of pyarrow and polars to Java and back (V), where these are installed: whole, sliced and
 * in several batches.
 */
@Tag("python")
class RoundTripTest {

  private final ArrowPythonEngine python = new ArrowPythonEngine();
  private final BufferAllocator allocator = new RootAllocator();

  /** Fails if Java still uses memory. */
  @AfterEach
  void close() {
    python.closeWith(allocator);
  }

  /** Python code that makes a column {@code array} of four rows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pa.array([1, None, 3, 4], pa.int8())",
        "pa.array([1, None, 3, 2**64 - 1], pa.uint64())",
        "pa.array([0.5, None, 2.5, 3.5], pa.float16())",
        "pa.array([0.5, None, float('inf'), 3.5])",
        "pa.array([True, None, False, True])",
        "pa.nulls(4)",
        "pa.array(['a', None, '', 'd'])",
        "pa.array(['a', None, '', 'd'], pa.large_string())",
        "pa.array(['a', None, 'b' * 13, 'c' * 40], pa.string_view())",
        "pa.array(['a', None, 'b', 'c'], pa.string_view())",
        "pa.array([b'a', None, b'b' * 13, b'c' * 40], pa.binary_view())",
        "pa.array([b'a', None, b'', b'd'])",
        "pa.array([b'a', None, b'', b'd'], pa.large_binary())",
        "pa.array([b'ab', None, b'cd', b'ef'], pa.binary(2))",
        "pa.array([125, None, -1, 0]).cast(pa.decimal128(20)).cast(pa.decimal128(22, 2))",
        "pa.array([125, None, -1, 0]).cast(pa.decimal256(50))",
        "pa.array([0, None, -1, 20000], pa.date32())",
        "pa.array([0, None, -86400000, 86400000], pa.date64())",
        "pa.array([0, None, 1, 2], pa.time32('ms'))",
        "pa.array([0, None, 1, 2], pa.time64('ns'))",
        "pa.array([0, None, -1, 2**60], pa.timestamp('us', 'Europe/Berlin'))",
        "pa.array([0, None, -1, 2**60], pa.timestamp('ns'))",
        "pa.array([0, None, -1, 2**60], pa.duration('ns'))",
        "pa.array([(1, 2, 3), None, (0, 0, 0), (4, 5, 6)], pa.month_day_nano_interval())",
        "pa.array([[1], None, [], [2, None]])",
        "pa.array([['x'], None, [], ['y', None]], pa.large_list(pa.string()))",
        "pa.array([['x'], None, [], ['y', None]], pa.list_view(pa.string()))",
        "pa.array([[1, 2], None, [3, 4], [5, None]], pa.list_(pa.int16(), 2))",
        "pa.array([{'i': 1, 's': ['x']}, None, {'i': None, 's': []}, {'i': 4, 's': None}])",
        "pa.array([[('k', 1)], None, [], [('l', 2), ('m', None)]], pa.map_(pa.string(),"
            + " pa.int64()))",
        "pa.array(['low', None, 'high', 'low']).dictionary_encode()",
        "pa.array([['low'], None, ['high'], []], pa.list_(pa.dictionary(pa.int8(), pa.string())))",
        "pa.UnionArray.from_sparse(pa.array([0, 1, 0, 1], pa.int8()),"
            + " [pa.array([1, 2, 3, 4]), pa.array(['a', 'b', 'c', 'd'])])",
        "pa.UnionArray.from_dense(pa.array([0, 1, 0, 1], pa.int8()), pa.array([0, 0, 1, 1],"
            + " pa.int32()), [pa.array([1, 2]), pa.array(['a', 'b'])])",
        "pa.ExtensionArray.from_storage(pa.uuid(), pa.array([b'0123456789abcdef'] * 4,"
            + " pa.binary(16)))",
      })
  void column_ofPyarrow_comesBackEqual(String array) throws IOException {
    python.assume("pyarrow");
    python.run("import pyarrow as pa\nwhole = pa.table({'c': %s, 'n': range(4)})".formatted(array));
    for (String part :
        new String[] {
          "whole",
          "whole.slice(1)",
          "whole.slice(1, 2)",
          "whole.slice(3, 0)",
          "pa.concat_tables([whole, whole.slice(2), whole.slice(4)])"
        }) {
      python.run("part = " + part);
      readBack();
      assertThat(python.run("pa.table(back).equals(part)").asBoolean()).as(part).isTrue();
      batchesBack();
      assertThat(python.run("pa.concat_tables(batches).equals(part)").asBoolean())
          .as(part)
          .isTrue();
      python.run("part = back = batches = None");
    }
  }

  /** As one stream. */
  private void readBack() {
    python.set("back", ArrowTables.read(python.run("part"), allocator));
  }

  /** Batch by batch, each shared anew. */
  private void batchesBack() throws IOException {
    python.run("batches = [whole.slice(4)]");
    try (ArrowReader reader = ArrowTables.read(python.run("part"), allocator)) {
      while (reader.loadNextBatch()) {
        python.set("batch", ArrowBatch.of(reader.getVectorSchemaRoot(), reader));
        python.run("batches.append(pa.table(batch))\nbatch = None");
      }
    }
  }

  /** Python code that makes a column {@code array} of four rows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pl.Series([1, None, 3, 4])",
        "pl.Series([True, None, False, True])",
        "pl.Series(['a', None, 'b' * 13, 'c' * 40])",
        "pl.Series(['x', None, 'y', 'x'], dtype=pl.Categorical)",
        "pl.Series(['x', None, 'y', 'x'], dtype=pl.Enum(['x', 'y']))",
        "pl.Series([[1], None, [], [2, None]])",
        "pl.Series([[1, 2], None, [3, 4], [5, None]], dtype=pl.Array(pl.Int64, 2))",
        "pl.Series([{'i': 1, 's': 'x'}, {'i': None, 's': 'y'}, {'i': 3, 's': None}, {'i': 4, 's':"
            + " ''}])",
        "pl.Series([b'a', None, b'b' * 13, b'c' * 40])",
        "pl.Series([0, None, -1, 20000]).cast(pl.Date)",
        "pl.Series([0, None, 1, 2]).cast(pl.Time)",
        "pl.Series([0, None, -1, 2**50]).cast(pl.Datetime('us', 'Europe/Berlin'))",
        "pl.Series([0, None, -1, 2**50]).cast(pl.Duration('ns'))",
        "pl.Series([1, None, 3, 4]).cast(pl.Decimal(20, 2))",
      })
  void column_ofPolars_comesBackEqual(String array) {
    python.assume("polars");
    python.run(
        "import polars as pl\nwhole = pl.DataFrame({'c': %s, 'n': range(4)})".formatted(array));
    for (String part :
        new String[] {
          "whole",
          "whole.slice(1)",
          "whole.slice(1, 2)",
          "whole.slice(3, 0)",
          "pl.concat([whole, whole.slice(2)], rechunk=False)"
        }) {
      python.run("part = " + part);
      readBack();
      assertThat(python.run("pl.DataFrame(back).equals(part)").asBoolean()).as(part).isTrue();
      python.run("part = back = None");
    }
  }
}
