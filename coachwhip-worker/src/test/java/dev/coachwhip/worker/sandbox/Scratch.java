package dev.coachwhip.worker.sandbox;

import dev.coachwhip.*;
import java.nio.file.*;
import java.util.*;

class Scratch {
  public static void main(String[] a) throws Exception {
    System.out.println(SandboxFeatures.probe());
    Path folder = Files.createTempDirectory("w");
    SandboxPlan plan = SandboxPlan.of(Policy.analysis(), ScriptLimits.none().withMaxMemoryBytes(200L<<20)).alsoReading(SystemPaths.readable()).alsoReading(List.of(folder));
    WorkerSandbox s = WorkerSandbox.of("python", Sandbox.REQUIRED, plan);
    String order = s.lockdown().orElseThrow().toText();
    for (int i = 0; i < 5; i++) {
    long t = System.nanoTime();
    Process p = s.start(List.of(System.getProperty("java.home") + "/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xshare:auto", "-Xlog:disable", "-Xlog:all=off", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Scratch.Child.class.getName(), order), Map.of("LANG","C.UTF-8", "MALLOC_ARENA_MAX", "2"), folder);
    System.out.println("spawn ms " + (System.nanoTime() - t) / 1e6);
    System.out.print(new String(p.getInputStream().readAllBytes()));
    System.out.println("exit " + p.waitFor() + " ms " + (System.nanoTime() - t) / 1e6);
    }
    long t = System.nanoTime();
    Process p = new ProcessBuilder(List.of(System.getProperty("java.home") + "/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Scratch.Child.class.getName())).start();
    p.getInputStream().readAllBytes();
    System.out.println("plain ms " + (System.nanoTime() - t) / 1e6);
    System.out.println(Files.isReadable(Path.of("/etc/passwd")) + " " + Files.readString(Path.of("/etc/hostname")));
  }
  static class Child {
    public static void main(String[] a) throws Exception {
      if (a.length == 0) return;
      long t = System.nanoTime();
      System.out.println(Lockdown.apply(LockdownOrder.parse(a[0])));
      System.out.println("lockdown ms " + (System.nanoTime() - t) / 1e6);
      attempt("passwd", () -> Files.readString(Path.of("/etc/passwd")));
      attempt("proc", () -> Files.readString(Path.of("/proc/self/status")));
      attempt("write", () -> Files.writeString(Path.of("x"), "a"));
      attempt("socket", () -> new java.net.ServerSocket(0));
      attempt("process", () -> new ProcessBuilder("/bin/true").start());
      attempt("thread", () -> { Thread q = new Thread(() -> {}); q.start(); q.join(); return "ok"; });
    }
    static void attempt(String n, java.util.concurrent.Callable<?> c) {
      try { System.out.println(n + " -> " + c.call()); } catch (Throwable e) { System.out.println(n + " -> " + e); }
    }
  }
}
