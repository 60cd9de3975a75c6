package dev.coachwhip.worker.server;

import dev.coachwhip.worker.call.Connection;
import dev.coachwhip.worker.protocol.ToHost;
import dev.coachwhip.worker.wire.WireWriter;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Where scripts print: the host's stream. */
final class HostOutput extends OutputStream {

  // Most of it is sent without waiting; now and then the thread waits until all before has been
  // written, so that a host that is slower than its script holds it up.

  static final int STANDARD = 1;
  static final int ERRORS = 2;

  private static final int UNANSWERED_BYTES = 1 << 18;
  private static final int PART_BYTES = 1 << 16;

  private final Connection connection;
  private final int stream;
  private final AtomicInteger unanswered = new AtomicInteger();

  HostOutput(Connection connection, int stream) {
    this.connection = connection;
    this.stream = stream;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    for (int at = 0; at < length; at += PART_BYTES) {
      int part = Math.min(PART_BYTES, length - at);
      writePart(Arrays.copyOfRange(bytes, offset + at, offset + at + part));
    }
  }

  private void writePart(byte[] part) {
    Consumer<WireWriter> body =
        out -> {
          out.putByte(stream);
          out.putBytes(part);
        };
    if (unanswered.addAndGet(part.length) < UNANSWERED_BYTES) {
      connection.note(ToHost.WRITE, body);
    } else {
      unanswered.set(0);
      var _ = connection.call(ToHost.WRITE, body, () -> {});
    }
  }
}
