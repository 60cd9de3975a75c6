package dev.coachwhip.worker.wire;

import static dev.coachwhip.worker.wire.Loopback.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.ScriptFrame;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.SourceLocation;
import dev.coachwhip.spi.FloatList;
import dev.coachwhip.spi.NamedList;
import dev.coachwhip.spi.TupleList;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a worker writes, its host reads a value or throws one exception, and stays small. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WireFuzzTest {

  private static final int ROUNDS = Integer.getInteger("coachwhip.fuzz.rounds", 5_000);

  /** What one message of at most a few kilobytes may cost. */
  private static final long MOST_BYTES = 4L << 20;

  private final Loopback loopback = new Loopback();

  @AfterEach
  void close() {
    loopback.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomBytes_areAValueOrAFormatError(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = new byte[random.nextInt(1, 64)];
      random.nextBytes(bytes);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(90);
      readEverything(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void messages_withChangedBits_areAValueOrAFormatError(long seed) {
    Random random = new Random(seed);
    List<byte[]> messages =
        List.of(
            bytesOf(out -> loopback.worker.writeValue(out, sample())),
            bytesOf(out -> loopback.worker.writeError(out, error())),
            bytesOf(out ->
                loopback.worker.writeValue(
                    out, value(new FloatList(new double[20], "float", Loopback.PRINTER), "list"))),
            bytesOf(out ->
                loopback.host.writeJava(
                    out,
                    List.of(new int[] {1}, Map.of(1, new SampleRecord(2)), Thread.State.NEW))));
    for (int i = 0; i < ROUNDS; i++) {
      byte[] message = messages.get(random.nextInt(messages.size())).clone();
      for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
        message[random.nextInt(message.length)] ^= (byte) (1 << random.nextInt(8));
      }
      readEverything(message);
    }
  }

  @Test
  void messages_thatAreCutOff_areFormatErrors() {
    byte[] whole = bytesOf(out -> loopback.worker.writeValue(out, sample()));
    for (int length = 0; length < whole.length; length++) {
      WireReader in = new WireReader(ByteBuffer.wrap(whole, 0, length));
      assertThat(outcome(() -> loopback.host.readValue(in))).isEqualTo("format");
    }
  }

  @Test
  void lists_thatAllClaimToBeLong_takeNoMemory() {
    byte[] claims =
        bytesOf(out -> {
          out.putByte(0);
          out.putText("list");
          for (int i = 0; i < 5000; i++) {
            out.putByte(Tag.LIST);
            out.putCount(2000);
            out.putByte(Tag.VALUE);
            out.putByte(1);
          }
        });

    readEverything(claims);
  }

  /** If room were made for what each claims, it would take more than ten gigabytes. */
  @Test
  void lists_thatAllClaimToBeAsLongAsTheMessage_takeNoMemory() {
    int bytes = 8 << 20;
    byte[] claims =
        bytesOf(out -> {
          out.putByte(0);
          out.putText("list");
          for (int i = 0; i < 500; i++) {
            out.putByte(Tag.LIST);
            out.putCount(bytes);
            out.putByte(Tag.VALUE);
            out.putByte(1);
          }
          out.putBytes(new byte[bytes]);
        });

    readAsEachKind(claims);
  }

  private record SampleRecord(int x) {}

  private static ScriptValue sample() {
    ScriptValue one = value(1L, "int");
    ScriptValue text = value("text ä", "str");
    return value(
        Map.of(
            one,
            value(new TupleList(new ScriptValue[] {one, text}), "tuple"),
            text,
            value(new NamedList(List.of("a"), List.of(value(1.5, "float"))), "Point"),
            value(null, "NoneType"),
            value(
                List.of(value(new byte[] {1, 2}, "bytes"), value(java.time.Instant.EPOCH, "x")),
                "list")),
        "dict");
  }

  private static Throwable error() {
    SourceLocation place = new SourceLocation("a.py", 1, 2, 1, 5, Optional.of("x / 0"));
    return new ScriptRuntimeException(
        "ZeroDivisionError",
        ErrorDetails.of("python", "division by zero")
            .withFrames(List.of(new ScriptFrame("python", "f", place)))
            .causedBy(new IOException("cause")));
  }

  private static byte[] bytesOf(Consumer<WireWriter> write) {
    WireWriter out = new WireWriter();
    write.accept(out);
    ByteBuffer buffer = out.toBuffer();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private void readEverything(byte[] bytes) {
    long before = allocated();
    readAsEachKind(bytes);
    assertThat(allocated() - before).isLessThan(MOST_BYTES);
  }

  private void readAsEachKind(byte[] bytes) {
    String value = outcome(() -> loopback.host.readValue(reader(bytes)));
    String error = outcome(() -> loopback.host.readError(reader(bytes)));
    String java = outcome(() -> loopback.worker.readJava(reader(bytes)));
    String note = outcome(() -> loopback.hostMemory.take(reader(bytes)));
    assertThat(List.of(value, error, java, note))
        .allMatch(each -> each.equals("read") || each.equals("format"));
  }

  private static WireReader reader(byte[] bytes) {
    return new WireReader(ByteBuffer.wrap(bytes));
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private static String outcome(Runnable read) {
    try {
      read.run();
      return "read";
    } catch (WireFormatException e) {
      return "format";
    } catch (Throwable e) {
      throw new AssertionError("no format error", e);
    }
  }
}
