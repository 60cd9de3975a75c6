package dev.coachwhip.tests.process;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import java.nio.file.Path;

/** Main classes of child JVMs that end in several ways; all leave work for the end of Python. */
final class ExitPrograms {

  private static final String WORK_FOR_THE_END =
      """
      import atexit
      import threading
      import sys

      atexit.register(print, "at exit 1")
      atexit.register(print, "at exit 2")
      begin = threading.Event()

      def work():
          begin.wait(30)
          print("thread done")

      # Not a daemon: the end waits for it.
      threading.Thread(target=work).start()
      sys.stdout.write("no line end yet, ")
      sys.stderr.write("to the error output")
      """;

  private static final String RELEASE = "begin.set()";

  private ExitPrograms() {}

  private static ScriptEngine engineWithWork() {
    ScriptEngine engine = ScriptEngines.create("python");
    engine.executeScript(WORK_FOR_THE_END);
    engine.executeScript(RELEASE);
    return engine;
  }

  /** Returns from main. */
  static final class Returning {
    public static void main(String[] args) {
      ScriptEngine _ = engineWithWork();
    }
  }

  /** Returns from main after closing its engine. */
  static final class Closing {
    public static void main(String[] args) {
      engineWithWork().close();
    }
  }

  /** Calls System.exit. */
  static final class Exiting {
    public static void main(String[] args) {
      ScriptEngine _ = engineWithWork();
      System.exit(7);
    }
  }

  /** Calls System.exit in a host function, which never returns. */
  static final class ExitingInHostFunction {
    public static void main(String[] args) {
      ScriptEngine engine = engineWithWork();
      engine.registerFunction(
          "leave",
          _ -> {
            System.exit(8);
            return null;
          });
      engine.executeScript("leave()");
    }
  }

  /** Lets an exception out of main. */
  static final class Throwing {
    public static void main(String[] args) {
      ScriptEngine engine = engineWithWork();
      engine.executeScript("1 / 0");
    }
  }

  /** Ends a script with sys.exit, which is no end of the program. */
  static final class ScriptExits {
    public static void main(String[] args) {
      try (ScriptEngine engine = ScriptEngines.create("python")) {
        engine.executeScript("import sys\nsys.exit(0)");
        engine.executeScript("print('goes on')");
      }
    }
  }

  /** Leaves a daemon thread in a loop. */
  static final class DaemonThread {
    public static void main(String[] args) {
      ScriptEngine engine = ScriptEngines.create("python");
      engine.executeScript(
          """
          import threading
          running = threading.Event()
          def loop():
              running.set()
              while True:
                  pass
          threading.Thread(target=loop, daemon=True).start()
          running.wait()
          print("daemon runs")
          """);
    }
  }

  /** Leaves a started script in a loop. */
  static final class StartedRun {
    public static void main(String[] args) throws InterruptedException {
      ScriptEngine engine = ScriptEngines.create("python");
      var running = new java.util.concurrent.CountDownLatch(1);
      engine.registerFunction(
          "running",
          _ -> {
            running.countDown();
            return null;
          });
      var _ = engine.start(dev.coachwhip.ScriptSource.of("running()\nwhile True: pass"));
      running.await();
      System.out.println("script runs");
    }
  }

  /** Leaves idle workers of a Python thread pool, and one future. */
  static final class ThreadPool {
    public static void main(String[] args) {
      ScriptEngine engine = ScriptEngines.create("python");
      engine.executeScript(
          """
          from concurrent.futures import ThreadPoolExecutor
          pool = ThreadPoolExecutor(2)
          pool.submit(len, "abc").result()
          pool.submit(print, "future done")
          """);
    }
  }

  /** Has an exit function that fails, one that calls Java, and one that exits. */
  static final class FailingAtExit {
    public static void main(String[] args) {
      ScriptEngine engine = ScriptEngines.create("python");
      engine.registerFunction("host", _ -> "from Java");
      engine.executeScript(
          """
          import atexit
          import sys
          atexit.register(print, "last")
          atexit.register(lambda: print(host()))
          atexit.register(lambda: 1 / 0)
          atexit.register(sys.exit, 5)
          """);
    }
  }

  /** Writes names of files that are not ASCII; the argument is the folder. */
  static final class FileNames {
    public static void main(String[] args) {
      try (ScriptEngine engine = ScriptEngines.create("python")) {
        engine.setGlobal("folder", Path.of(args[0]).toString());
        engine.executeScript(
            """
            import os
            import sys
            name = "\\u00e4\\u20ac\\U0001F600.txt"
            with open(os.path.join(folder, name), "w") as f:
                f.write("\\u00e4\\u20ac")
            print(os.listdir(folder) == [name], os.path.getsize(f.name), sys.getfilesystemencoding())
            """);
      }
    }
  }
}
