package dev.coachwhip.worker.server;

import dev.coachwhip.worker.call.Connection;
import dev.coachwhip.worker.protocol.Handshake;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The child process of an engine that runs isolated. It ends when its connection to the host does.
 */
public final class WorkerMain {

  private WorkerMain() {}

  /**
   * Connects to the host and serves it.
   *
   * @param arguments the folder in which the host waits, see {@link Handshake}
   * @throws IOException if there is no host
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IOException("this is the main class of Coachwhip's own worker processes");
    }
    SocketChannel channel = connect(Path.of(arguments[0]));
    EngineServer server = new EngineServer();
    Connection connection = new Connection(channel, server, false);
    server.begin(connection);
    connection.start();
  }

  private static SocketChannel connect(Path folder) throws IOException {
    byte[] token = Files.readAllBytes(folder.resolve(Handshake.TOKEN_FILE));
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    boolean _ = channel.connect(UnixDomainSocketAddress.of(folder.resolve(Handshake.SOCKET)));
    ByteBuffer shown = ByteBuffer.wrap(token);
    while (shown.hasRemaining()) {
      int _ = channel.write(shown);
    }
    return channel;
  }
}
