package dev.coachwhip.tests.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.coachwhip.error.BackendException;
import dev.coachwhip.python.PythonEnvironment;
import dev.coachwhip.tests.support.TinyWheel;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Packages from an index on this machine, which answers, is not there, or never answers. */
@Tag("python")
@Timeout(120)
class PackageIndexTest {

  @TempDir Path folder;

  private Path environments() {
    return folder.resolve("environments");
  }

  @AfterEach
  void removeAll() {
    PythonEnvironment.list(environments()).forEach(PythonEnvironment::remove);
  }

  private PythonEnvironment create(String index) {
    return PythonEnvironment.named("lab")
        .folder(environments())
        .index(index)
        .require("alpha")
        .create();
  }

  private static String address(int port) {
    return "http://127.0.0.1:" + port + "/simple";
  }

  @Test
  void create_givenIndex_takesThePackageFromIt() throws IOException {
    Path wheel = TinyWheel.of("alpha", "7.1").file("alpha.py", "x = 1").write(folder);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/simple/alpha/", exchange -> answer(exchange, page(wheel), "text/html"));
    server.createContext(
        "/files/", exchange -> answer(exchange, Files.readAllBytes(wheel), "application/zip"));
    server.start();
    try {
      PythonEnvironment made = create(address(server.getAddress().getPort()));
      assertThat(made.packages()).containsExactly("alpha==7.1");
    } finally {
      server.stop(0);
    }
  }

  private static byte[] page(Path wheel) {
    String name = wheel.getFileName().toString();
    return "<!DOCTYPE html><html><body><a href=\"/files/%s\">%s</a></body></html>"
        .formatted(name, name)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, byte[] body, String type) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Test
  void create_indexCannotBeReached_saysSo() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertThatThrownBy(() -> create(address(port)))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("the package index cannot be reached")
        .hasMessageContaining("offline");
  }

  @Test
  void create_interruptedWhileThePackageToolWaits_endsAndLeavesNothing() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      CountDownLatch asked = new CountDownLatch(1);
      Thread accepting = Thread.ofVirtual().start(() -> accept(silent, asked));
      Thread caller = Thread.currentThread();
      Thread.ofVirtual().start(() -> interruptAfter(asked, caller));
      assertThatThrownBy(() -> create(address(silent.getLocalPort())))
          .isInstanceOf(BackendException.class)
          .hasMessageContaining("interrupted")
          .hasCauseInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).as("the status is kept").isTrue();
      accepting.interrupt();
    }
    assertThat(PythonEnvironment.list(environments())).isEmpty();
    try (var left = Files.list(environments().resolve("lab"))) {
      assertThat(left).isEmpty();
    }
  }

  private static void accept(ServerSocket server, CountDownLatch asked) {
    try {
      while (true) {
        server.accept();
        asked.countDown();
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  private static void interruptAfter(CountDownLatch asked, Thread thread) {
    try {
      asked.await();
      thread.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
