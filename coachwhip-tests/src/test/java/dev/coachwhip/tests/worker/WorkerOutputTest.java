package dev.coachwhip.tests.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.tests.support.TestEngine;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What scripts in another process print. */
@Tag("python")
@Tag("processes")
@Timeout(60)
class WorkerOutputTest {

  private static final int MEGABYTES = 100;

  /** Counts what it gets. */
  private static final class Counting extends OutputStream {
    private final AtomicLong bytes = new AtomicLong();

    @Override
    public void write(int b) {
      bytes.incrementAndGet();
    }

    @Override
    public void write(byte[] b, int offset, int length) {
      bytes.addAndGet(length);
    }
  }

  @Test
  void output_bothStreamsAndHostFunctions_keepTheirOrder() {
    try (TestEngine engine = IsolatedEngine.create()) {
      List<String> seen = new ArrayList<>();
      engine.engine().registerFunction("look", _ -> seen.add(engine.printed()));
      engine
          .engine()
          .executeScript(
              """
              import sys
              print('1')
              print('2', file=sys.stderr)
              look()
              print('3')
              """);
      assertThat(seen).containsExactly("1\n2\n");
      assertThat(engine.printed()).isEqualTo("1\n2\n3\n");
    }
  }

  @Test
  void output_manyMegabytes_allArriveBeforeTheRunEnds() {
    Counting counting = new Counting();
    try (ScriptEngine engine = IsolatedEngine.builder().output(counting).build()) {
      engine.setGlobal("count", MEGABYTES);
      engine.executeScript("line = 'x' * 1023\nfor _ in range(count * 1024): print(line)");
      assertThat(counting.bytes).hasValue(MEGABYTES * 1024L * 1024);
    }
  }

  @Test
  void output_streamRefuses_scriptSeesIt() {
    OutputStream refusing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("disk full");
          }
        };
    try (ScriptEngine engine = IsolatedEngine.builder().output(refusing).build()) {
      assertThatExceptionOfType(ScriptRuntimeException.class)
          .isThrownBy(() -> engine.executeScript("while True: print('x')"))
          .satisfies(e -> assertThat(e.report()).contains("disk full"));
    }
  }

  @Test
  void output_ofAScriptsThread_arrives() {
    try (TestEngine engine = IsolatedEngine.create()) {
      engine
          .engine()
          .executeScript(
              """
              import threading
              thread = threading.Thread(target=lambda: [print(i) for i in range(1000)])
              thread.start()
              thread.join()
              print('end')
              """);
      assertThat(engine.printed()).contains("0\n1\n", "end\n");
    }
  }
}
