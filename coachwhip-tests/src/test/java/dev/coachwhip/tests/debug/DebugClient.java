package dev.coachwhip.tests.debug;

import static java.util.Objects.requireNonNull;

import dev.coachwhip.cli.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * As much of a debugger's user interface as the tests need.
 *
 * @see <a href="https://microsoft.github.io/debug-adapter-protocol/specification">The protocol</a>
 */
final class DebugClient implements AutoCloseable {

  private static final long LONGEST_SECONDS = 60;

  private final Socket socket;
  private final BlockingQueue<Map<?, ?>> messages = new LinkedBlockingQueue<>();
  private int sent;

  /** Connects and attaches, up to where breakpoints may be set. */
  DebugClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    Thread.ofVirtual().start(this::read);
    request("initialize", "{\"adapterID\":\"test\",\"pathFormat\":\"path\"}");
    send("attach", "{\"justMyCode\":false}");
    event("initialized");
  }

  private void read() {
    try (DataInputStream in = new DataInputStream(socket.getInputStream())) {
      while (true) {
        byte[] body = new byte[length(in)];
        in.readFully(body);
        String text = new String(body, StandardCharsets.UTF_8);
        messages.add((Map<?, ?>) requireNonNull(JsonText.parse(text)));
      }
    } catch (IOException e) {
      messages.add(Map.of("type", "end"));
    }
  }

  /** Reads a header, which ends with an empty line. */
  private static int length(DataInputStream in) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    while (!header.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      header.write(in.readUnsignedByte());
    }
    String length = header.toString(StandardCharsets.US_ASCII).split("Content-Length: ", 2)[1];
    return Integer.parseInt(length.split("\r\n", 2)[0]);
  }

  private int send(String command, String arguments) {
    int number = ++sent;
    String text =
        "{\"seq\":%d,\"type\":\"request\",\"command\":\"%s\",\"arguments\":%s}"
            .formatted(number, command, arguments);
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    try {
      String header = "Content-Length: %d\r\n\r\n".formatted(body.length);
      socket.getOutputStream().write(header.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return number;
  }

  /** Sends a request and returns the body of the answer. */
  Map<?, ?> request(String command, String arguments) {
    long number = send(command, arguments);
    Map<?, ?> answer =
        next(
            "the answer to " + command,
            message -> Long.valueOf(number).equals(message.get("request_seq")));
    if (!Boolean.TRUE.equals(answer.get("success"))) {
      throw new AssertionError(command + " failed: " + answer);
    }
    return answer.get("body") instanceof Map<?, ?> body ? body : Map.of();
  }

  /** Waits for an event and returns its body. */
  Map<?, ?> event(String name) {
    Map<?, ?> event = next("the event " + name, message -> name.equals(message.get("event")));
    return event.get("body") instanceof Map<?, ?> body ? body : Map.of();
  }

  private Map<?, ?> next(String what, Predicate<Map<?, ?>> wanted) {
    try {
      while (true) {
        Map<?, ?> message = messages.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (message == null || "end".equals(message.get("type"))) {
          throw new AssertionError("waited in vain for " + what);
        }
        if (wanted.test(message)) {
          return message;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sets the one breakpoint of a source. */
  void breakAt(String source, int line) {
    request(
        "setBreakpoints",
        "{\"source\":{\"path\":\"%s\"},\"breakpoints\":[{\"line\":%d}]}".formatted(source, line));
  }

  /** Ends the setting up. */
  void configurationDone() {
    request("configurationDone", "{}");
  }

  /** Waits until a thread stops, and returns its number. */
  long stopped() {
    return number(event("stopped").get("threadId"));
  }

  /** Returns the innermost frame of a stopped thread. */
  Map<?, ?> frame(long thread) {
    Map<?, ?> trace = request("stackTrace", "{\"threadId\":%d}".formatted(thread));
    return (Map<?, ?>) list(trace.get("stackFrames")).getFirst();
  }

  /** Returns what a variable of a frame looks like. */
  String variable(Map<?, ?> frame, String name) {
    Map<?, ?> scopes = request("scopes", "{\"frameId\":%s}".formatted(frame.get("id")));
    for (Object scope : list(scopes.get("scopes"))) {
      Object reference = ((Map<?, ?>) scope).get("variablesReference");
      Map<?, ?> variables =
          request("variables", "{\"variablesReference\":%s}".formatted(reference));
      for (Object variable : list(variables.get("variables"))) {
        if (name.equals(((Map<?, ?>) variable).get("name"))) {
          return String.valueOf(((Map<?, ?>) variable).get("value"));
        }
      }
    }
    throw new AssertionError("no variable " + name);
  }

  /** Returns the text of a frame's source as the debugger has it. */
  String source(Map<?, ?> frame) {
    Map<?, ?> source = (Map<?, ?>) requireNonNull(frame.get("source"));
    Object reference = source.get("sourceReference");
    return String.valueOf(
        request("source", "{\"sourceReference\":%s}".formatted(reference)).get("content"));
  }

  /** Lets a stopped thread go on. */
  void goOn(long thread) {
    request("continue", "{\"threadId\":%d}".formatted(thread));
  }

  private static List<?> list(@org.jspecify.annotations.Nullable Object value) {
    return (List<?>) requireNonNull(value);
  }

  private static long number(@org.jspecify.annotations.Nullable Object value) {
    return ((Number) requireNonNull(value)).longValue();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
