package dev.coachwhip.worker.host;

import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.worker.sandbox.WorkerSandbox;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A worker's process and how it ended; the connection is made when it starts. */
final class WorkerProcess {

  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 20;
  private static final int TOKEN_BYTES = 32;
  private static final Duration DYING = Duration.ofSeconds(5);
  private static final Duration LAST_WORDS = Duration.ofMillis(300);

  private static final DeathReport UNKNOWN =
      new DeathReport("it cannot be told how it ended", false, List.of());

  private final Process process;
  private final LaunchFolder folder;
  private final ErrorTail tail;
  private final CompletableFuture<DeathReport> death;

  private WorkerProcess(Process process, LaunchFolder folder) {
    this.process = process;
    this.folder = folder;
    tail = new ErrorTail(process);
    death = process.onExit().thenApplyAsync(this::examine);
  }

  private DeathReport examine(Process ended) {
    try {
      return DeathReport.of(ended.exitValue(), tail.lines(LAST_WORDS), folder.errorFile());
    } finally {
      folder.delete();
    }
  }

  /** What {@link #start} gives. */
  record Started(WorkerProcess process, SocketChannel channel) {}

  /**
   * Starts a process and waits until it has connected and shown its token.
   *
   * @param shared where memory is that it shares with this process
   * @throws BackendException if it does not start, ends at once, or does not connect
   */
  static Started start(WorkerSpec spec, Optional<Path> shared) {
    try {
      LaunchFolder folder = LaunchFolder.create();
      try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
        return start(spec, folder, shared, server);
      } catch (IOException | RuntimeException e) {
        folder.delete();
        throw e;
      }
    } catch (IOException e) {
      throw new BackendException(
          ErrorDetails.of("coachwhip", "a worker process cannot be started: " + e.getMessage())
              .causedBy(e));
    }
  }

  private static Started start(
      WorkerSpec spec, LaunchFolder folder, Optional<Path> shared, ServerSocketChannel server)
      throws IOException {
    server.bind(UnixDomainSocketAddress.of(folder.socket()));
    String token = newToken();
    List<Path> writable = new ArrayList<>(folder.writable());
    shared.ifPresent(writable::add);
    List<Path> readable = new ArrayList<>(folder.readable());
    spec.startCache().map(StartCache::file).ifPresent(readable::add);
    WorkerSandbox sandbox = spec.sandbox().alsoAllowing(readable, writable);
    Process process = sandbox.start(WorkerCommand.of(spec, folder));
    WorkerProcess started = new WorkerProcess(process, folder);
    try {
      started.tell(folder.socket() + "\n" + token + "\n");
      return new Started(started, started.accept(server, token));
    } catch (IOException | RuntimeException e) {
      started.kill();
      throw e;
    } finally {
      boolean _ = Files.deleteIfExists(folder.socket());
    }
  }

  private static String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Tells it where to connect, by its standard input: no other process can read that. */
  private void tell(String text) throws IOException {
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      if (process.isAlive()) {
        throw e;
      } // else what it ended with says more
    }
  }

  private SocketChannel accept(ServerSocketChannel server, String token) throws IOException {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    server.configureBlocking(false);
    try (Selector selector = Selector.open()) {
      SelectionKey _ = server.register(selector, SelectionKey.OP_ACCEPT);
      while (System.nanoTime() < end) {
        SocketChannel channel = server.accept();
        if (channel != null && showsToken(channel, token, end)) {
          return channel;
        }
        if (!process.isAlive()) {
          throw death("the worker process ended while it started");
        }
        boolean interrupted = Thread.interrupted(); // it would not wait
        int _ = selector.select(LOOK_MILLIS);
        selector.selectedKeys().clear();
        if (interrupted) {
          Thread.currentThread().interrupt();
          throw new IOException("interrupted while the worker process started");
        }
      }
    }
    throw new IOException("the worker process did not connect within " + LONGEST_START);
  }

  /** Reads the token; whoever does not show it at once is sent away. */
  private static boolean showsToken(SocketChannel channel, String token, long end)
      throws IOException {
    channel.configureBlocking(false);
    byte[] expected = token.getBytes(StandardCharsets.UTF_8);
    ByteBuffer shown = ByteBuffer.allocate(expected.length);
    try (Selector selector = Selector.open()) {
      SelectionKey _ = channel.register(selector, SelectionKey.OP_READ);
      while (shown.hasRemaining() && System.nanoTime() < end && channel.read(shown) >= 0) {
        int _ = selector.select(LOOK_MILLIS);
        selector.selectedKeys().clear();
      }
    }
    if (MessageDigest.isEqual(expected, shown.array())) {
      return true;
    }
    channel.close();
    return false;
  }

  /**
   * Limits the memory that it may use from now on, if the engine's limits say so.
   *
   * @throws IOException if it has ended
   */
  void limitMemory(WorkerSandbox sandbox) throws IOException {
    sandbox.limitMemory(process);
  }

  /** Ends it at once, whatever it does. */
  void kill() {
    process.destroyForcibly();
  }

  /** Returns how it ended. A process that has cut off the connection but runs on is ended first. */
  DeathReport report() {
    if (!awaitEnd(DYING)) {
      kill();
      boolean _ = awaitEnd(DYING);
    }
    return death.getNow(UNKNOWN);
  }

  /**
   * Waits for its end and until what it left is deleted.
   *
   * @return whether it has ended
   */
  boolean awaitEnd(Duration wait) {
    boolean interrupted = false;
    long end = System.nanoTime() + wait.toNanos();
    try {
      while (true) {
        try {
          DeathReport _ = death.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
          return true;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException | TimeoutException e) {
      return death.isDone();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private BackendException death(String what) {
    DeathReport report = report();
    return new BackendException(
        ErrorDetails.of("coachwhip", what + ": " + report.how() + report.tail()));
  }
}
