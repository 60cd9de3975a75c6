package dev.coachwhip.worker.sandbox;

import dev.coachwhip.worker.ffi.Errno;
import dev.coachwhip.worker.ffi.Kernel;
import dev.coachwhip.worker.ffi.SystemCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * The program of a child: locks itself down as its first argument says, tries what the others say,
 * such as {@code read:/etc/passwd}, and prints a line for each, {@code done} or what was in the
 * way.
 */
final class ConfinedChild {

  private static final long CLONE_WITHOUT_THREAD = 17; // only SIGCHLD: a fork

  private ConfinedChild() {}

  public static void main(String[] arguments) {
    if (!arguments[0].isEmpty()) {
      Lockdown.apply(LockdownOrder.parse(arguments[0]));
    }
    Arrays.stream(arguments).skip(1).forEach(ConfinedChild::attempt);
  }

  private static void attempt(String what) {
    int colon = what.indexOf(':');
    String detail = what.substring(colon + 1);
    try {
      System.out.println(what + " " + attempt(what.substring(0, colon), detail).call());
    } catch (Exception e) {
      System.out.println(what + " refused by " + e.getClass().getSimpleName());
    } catch (OutOfMemoryError e) {
      System.out.println(what + " refused by OutOfMemoryError");
    }
  }

  private static Callable<Object> attempt(String what, String detail) {
    return switch (what) {
      case "read" -> done(() -> Files.readAllBytes(Path.of(detail)));
      case "list" -> done(() -> list(Path.of(detail)));
      case "write" -> done(() -> Files.writeString(Path.of(detail), "changed"));
      case "size" -> done(() -> Files.write(Path.of(detail), new byte[2 << 20]));
      case "chmod" -> done(() -> Files.setPosixFilePermissions(Path.of(detail), Set.of()));
      case "listen" -> done(() -> new ServerSocket(0, 1, InetAddress.getLoopbackAddress()).close());
      case "run" -> done(() -> new ProcessBuilder(detail).start().waitFor());
      case "thread" -> done(ConfinedChild::runThread);
      case "signal" -> () -> call(SystemCall.KILL, Long.parseLong(detail), 0);
      case "fork" -> () -> call(SystemCall.CLONE, CLONE_WITHOUT_THREAD);
      case "memory" -> () -> map(Long.parseLong(detail));
      case "call" -> () -> call(SystemCall.valueOf(detail));
      case "raise" -> () -> call(SystemCall.PRLIMIT64, 0, 4, 1, 0);
      case "capabilities" -> ConfinedChild::capabilities;
      case "spin" -> ConfinedChild::spin;
      default -> throw new IllegalArgumentException(what);
    };
  }

  private interface Action {
    void run() throws Exception;
  }

  private static Callable<Object> done(Action action) {
    return () -> {
      action.run();
      return "done";
    };
  }

  private static void list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      System.out.println(entries.count() + " entries");
    }
  }

  private static void runThread() throws InterruptedException {
    Thread thread = new Thread(() -> {});
    thread.start();
    thread.join();
  }

  private static Object call(SystemCall call, long... arguments) {
    long result = Kernel.call(call, arguments);
    return result < 0 ? "refused by " + Errno.name((int) -result) : "done";
  }

  private static Object map(long bytes) {
    return call(SystemCall.MMAP, 0, bytes, 3, 0x22, -1, 0);
  }

  private static Object capabilities() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines.filter(line -> line.matches("Cap(Prm|Eff|Bnd):.*")).toList().toString();
    }
  }

  private static Object spin() {
    while (true) {
      Thread.onSpinWait();
    }
  }
}
