package dev.coachwhip.worker.server;

import dev.coachwhip.worker.call.Connection;
import dev.coachwhip.worker.sandbox.LockdownOrder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The child process of an engine that runs isolated. Its standard input says where to connect and
 * what to show there; it ends when that connection does.
 */
public final class WorkerMain {

  /**
   * The system property that has a worker go through the steps of a lockdown without taking them:
   * its start is recorded, and a JVM that may start no programs cannot write the recording.
   */
  public static final String REHEARSAL = "coachwhip.worker.rehearsal";

  private static final int FAILED = 1;

  private WorkerMain() {}

  /**
   * Connects to the host and serves it.
   *
   * @param arguments a {@link LockdownOrder} as text, if there is one
   */
  public static void main(String[] arguments) throws IOException {
    Thread.setDefaultUncaughtExceptionHandler(WorkerMain::endAfter);
    SocketChannel channel = connect();
    EngineServer server =
        new EngineServer(Stream.of(arguments).map(LockdownOrder::parse).findFirst());
    Connection connection = new Connection(channel, server, false);
    server.begin(connection);
    connection.start();
  }

  /**
   * Ends the process for want of memory or a stack in a thread of ours, as when none can be made to
   * serve a request: the host would wait for the answer for ever.
   */
  private static void endAfter(Thread thread, Throwable failure) {
    System.err.println(thread.getName() + " ended by " + failure);
    if (failure instanceof VirtualMachineError) {
      Runtime.getRuntime().halt(FAILED);
    }
  }

  private static SocketChannel connect() throws IOException {
    // Not closed: the next file that anyone opens would become the standard input.
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String socket = required(in.readLine());
    String token = required(in.readLine());
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    boolean _ = channel.connect(UnixDomainSocketAddress.of(socket));
    ByteBuffer shown = ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8));
    while (shown.hasRemaining()) {
      int _ = channel.write(shown);
    }
    return channel;
  }

  private static String required(@Nullable String line) throws IOException {
    if (line == null) {
      throw new IOException("this is the main class of Coachwhip's own worker processes");
    }
    return line;
  }
}
