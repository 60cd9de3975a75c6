package dev.coachwhip.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.error.ScriptRuntimeException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Streams of Java in Python (V). */
@Tag("python")
class ReaderToPythonTest {

  private final ArrowPythonEngine python = new ArrowPythonEngine();
  private final BufferAllocator allocator = new RootAllocator();
  private final AtomicInteger closed = new AtomicInteger();

  /** Fails if memory or a reader is still in use. */
  @AfterEach
  void close() {
    python.engine().clearGlobals();
    python.close();
    allocator.close();
    assertThat(closed).hasValue(1);
  }

  /** Makes batches of one row each: 0, 1 and so on. */
  private class Counting extends ArrowReader {
    private final int batches;
    private int made;

    Counting(int batches) {
      super(ReaderToPythonTest.this.allocator);
      this.batches = batches;
    }

    @Override
    public boolean loadNextBatch() throws IOException {
      prepareLoadNextBatch();
      if (made == batches) {
        return false;
      }
      BigIntVector vector = (BigIntVector) getVectorSchemaRoot().getVector("n");
      vector.setSafe(0, next());
      getVectorSchemaRoot().setRowCount(1);
      return true;
    }

    long next() throws IOException {
      return made++;
    }

    @Override
    public long bytesRead() {
      return 0;
    }

    @Override
    protected void closeReadSource() {
      closed.incrementAndGet();
    }

    @Override
    protected Schema readSchema() {
      return new Schema(List.of(Field.nullable("n", new ArrowType.Int(64, true))));
    }
  }

  @Test
  void rows_ofEachBatch_comeInOrder() {
    python.set("reader", new Counting(3));
    assertThat(python.run("reader.column_names, repr(reader)").toJava())
        .isEqualTo(List.of(List.of("n"), "<coachwhip.RecordBatchReader: n: Int(64, true)>"));
    assertThat(python.run("stream_rows(reader)").toJava())
        .isEqualTo(
            List.of(List.of(Map.of("n", 0L)), List.of(Map.of("n", 1L)), List.of(Map.of("n", 2L))));
  }

  @Test
  void stream_takenTwice_isAnError() {
    python.set("reader", new Counting(1));
    python.run("stream_rows(reader)");
    assertThatThrownBy(() -> python.run("stream_rows(reader)"))
        .isInstanceOf(ScriptRuntimeException.class)
        .hasMessageContaining("ValueError: this stream was taken before");
  }

  @Test
  void reader_thatNobodyReads_isClosedWhenItIsDropped() {
    python.set("reader", new Counting(1));
    assertThat(closed).hasValue(0);
    python.run("del reader");
    assertThat(closed).hasValue(1);
  }

  @Test
  void stream_thatNobodyConsumes_closesTheReader() {
    python.set("reader", new Counting(1));
    python.run("stream = reader.__arrow_c_stream__()\ndel reader");
    assertThat(closed).hasValue(0);
    python.run("del stream");
    assertThat(closed).hasValue(1);
  }

  @Test
  void reader_thatFails_isAnErrorOfTheConsumer() {
    python.set(
        "reader",
        new Counting(3) {
          @Override
          long next() throws IOException {
            long next = super.next();
            if (next == 1) {
              throw new IOException("the disk is gone");
            }
            return next;
          }
        });
    assertThatThrownBy(() -> python.run("stream_rows(reader)"))
        .isInstanceOf(ScriptRuntimeException.class)
        .hasMessageContaining("the disk is gone");
  }

  @Test
  void reader_mayCallItsEngineWhileAScriptReadsIt() {
    python.set(
        "reader",
        new Counting(2) {
          @Override
          long next() throws IOException {
            return python.run("6 * 7").asLong() + super.next();
          }
        });
    assertThat(python.run("[batch[0]['n'] for batch in stream_rows(reader)]").toJava())
        .isEqualTo(List.of(42L, 43L));
  }

  @Test
  void reader_mayCallItsEngineFromAThreadOfTheScript() {
    CompletableFuture<Long> called = new CompletableFuture<>();
    python.set(
        "reader",
        new Counting(1) {
          @Override
          long next() throws IOException {
            called.complete(python.run("6 * 7").asLong()); // waits for the run that starts it
            return super.next();
          }
        });
    python.run(
        """
        import threading
        thread = threading.Thread(target=lambda: stream_rows(reader))
        thread.start()
        """);
    assertThat(called.orTimeout(60, TimeUnit.SECONDS).join()).isEqualTo(42);
    python.run("thread.join()");
  }

  @Test
  void reader_whoseConsumerHoldsPython_mayCallItsEngine() {
    python.set(
        "reader",
        new Counting(1) {
          @Override
          long next() throws IOException {
            super.next();
            return python.run("6 * 7").asLong();
          }
        });
    // PYFUNCTYPE calls C without letting Python go, as CFUNCTYPE does.
    assertThat(
            python
                .run(
                    """
                    HoldingNext = ctypes.PYFUNCTYPE(c_int, c_void_p, POINTER(ArrowArray))
                    stream = moved(reader.__arrow_c_stream__(), b"arrow_array_stream", ArrowArrayStream)
                    array, schema_of = ArrowArray(), ArrowSchema()
                    code = HoldingNext(stream.get_next)(ctypes.addressof(stream), ctypes.byref(array))
                    checked(stream, GetSchema(stream.get_schema)(ctypes.addressof(stream), ctypes.byref(schema_of)))
                    found = values(schema_of, array)
                    release(array), release(schema_of), release(stream)
                    found[0]["n"]
                    """)
                .asLong())
        .isEqualTo(42);
  }
}
