package dev.coachwhip.tests.debug;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.BackendException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The main class of a child JVM: debugs its own scripts. Prints one line for each thing seen; the
 * argument is an empty folder.
 */
final class DebugProgram {

  private static final String SCRIPT =
      """
      def area(width, height):
          product = width * height
          return product

      area(6, 7)
      """;

  private final ScriptEngine engine;
  private final Path folder;
  private final DebugClient client;

  private DebugProgram(ScriptEngine engine, Path folder, DebugClient client) {
    this.engine = engine;
    this.folder = folder;
    this.client = client;
  }

  public static void main(String[] args) throws Exception {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      print("occupied", refusesOccupiedPort(engine));
      int port = engine.debug(0);
      print("port", port > 0 && engine.debug(0) == port);
      print("attached", engine.awaitDebugger(Duration.ZERO));
      try (DebugClient client = new DebugClient(port)) {
        client.configurationDone();
        print("attached", engine.awaitDebugger(Duration.ofSeconds(30)));
        new DebugProgram(engine, Path.of(args[0]), client).run();
      }
      print("afterwards", engine.executeScript("6 * 7"));
    }
  }

  private static boolean refusesOccupiedPort(ScriptEngine engine) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      engine.debug(port);
      return false;
    } catch (BackendException e) {
      return String.valueOf(e.getMessage()).contains("cannot listen on port");
    }
  }

  private static void print(String what, Object value) {
    System.out.println(what + ": " + value);
  }

  private void run() throws Exception {
    stopInFile();
    stopInString();
    stopOnCallersThread();
    stopAtBreakpointFunction();
    cancelWhileStopped();
    stopInString();
  }

  private void stopInFile() throws Exception {
    Path file = folder.resolve("area.py");
    Files.writeString(file, SCRIPT);
    client.breakAt(file.toString(), 3);
    ScriptRun run = engine.start(ScriptSource.load(file));
    look("file", 3, "product");
    print("result", run.join());
  }

  private void stopInString() {
    client.breakAt("<text>", 2);
    ScriptRun run = engine.start(ScriptSource.of("<text>", SCRIPT));
    look("string", 2, "width");
    print("result", run.join());
    client.breakAt("<text>", 1000);
  }

  /** A platform thread of the program's own, whose stack is large enough. */
  private void stopOnCallersThread() throws Exception {
    client.breakAt("<text>", 2);
    CompletableFuture<Object> result = new CompletableFuture<>();
    Thread caller =
        new Thread(
            null,
            () -> result.complete(engine.executeScript(ScriptSource.of("<text>", SCRIPT))),
            "caller",
            128L << 20);
    caller.start();
    look("caller", 2, "height");
    print("result", result.get());
    client.breakAt("<text>", 1000);
  }

  private void stopAtBreakpointFunction() {
    String text = "x = 40\nbreakpoint()\nx += 2\nx";
    ScriptRun run = engine.start(ScriptSource.of("<halting>", text));
    long thread = client.stopped();
    Map<?, ?> frame = client.frame(thread);
    print("breakpoint()", frame.get("line") + " " + client.variable(frame, "x"));
    print("source", client.source(frame).equals(text));
    client.goOn(thread);
    print("result", run.join());
  }

  private void cancelWhileStopped() {
    client.breakAt("<text>", 2);
    ScriptRun run = engine.start(ScriptSource.of("<text>", SCRIPT));
    long _ = client.stopped();
    CancelOutcome outcome = run.cancel(Duration.ofSeconds(20));
    print("cancel", outcome);
    client.breakAt("<text>", 1000);
  }

  private void look(String where, int line, String variable) {
    long thread = client.stopped();
    Map<?, ?> frame = client.frame(thread);
    boolean there = Long.valueOf(line).equals(frame.get("line"));
    print(where, there + " " + client.variable(frame, variable));
    client.goOn(thread);
  }
}
