package dev.coachwhip.tests.process;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.error.BackendException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Main classes of child JVMs that start Python in several surroundings. */
final class StartPrograms {

  private StartPrograms() {}

  /** Prints what a person may want to print. */
  static final class Greeting {
    public static void main(String[] args) {
      try (ScriptEngine engine = ScriptEngines.create("python")) {
        engine.executeScript("print('gr\\u00fc\\u00dfe \\u20ac \\U0001F600')");
      }
    }
  }

  /**
   * Prints the answer of a script, and modules that need the standard library's files and
   * extensions.
   */
  static final class Answer {
    public static void main(String[] args) {
      try (ScriptEngine engine = ScriptEngines.create("python")) {
        engine.executeScript("import json, math, sys\nprint(json.dumps(math.comb(10, 5)))");
      }
    }
  }

  /** Prints the error of a failed start, twice: the second one must say the same. */
  static final class FailedStart {
    public static void main(String[] args) {
      for (int i = 0; i < 2; i++) {
        try (ScriptEngine _ = ScriptEngines.create("python")) {
          System.out.println("started");
        } catch (BackendException e) {
          System.out.println(e.getMessage());
        }
      }
    }
  }

  /** Exchanges System.out and System.err before and after the engine is made. */
  static final class OtherOutput {
    public static void main(String[] args) {
      PrintStream program = System.out;
      ByteArrayOutputStream first = new ByteArrayOutputStream();
      ByteArrayOutputStream second = new ByteArrayOutputStream();
      System.setOut(new PrintStream(first, true, StandardCharsets.UTF_8));
      try (ScriptEngine engine = ScriptEngines.create("python")) {
        engine.executeScript("print('one')");
        System.setOut(new PrintStream(second, true, StandardCharsets.UTF_8));
        engine.executeScript("print('two')");
        System.setErr(new PrintStream(second, true, StandardCharsets.UTF_8));
        engine.executeScript("import sys\nprint('three', file=sys.stderr)");
      }
      program.println(text(first) + "|" + text(second));
    }

    private static String text(ByteArrayOutputStream stream) {
      return stream.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }
  }

  /** Prints from Java and Python in turn. */
  static final class MixedOutput {
    public static void main(String[] args) {
      try (ScriptEngine engine = ScriptEngines.create("python")) {
        for (int i = 0; i < 5; i++) {
          System.out.println("java " + i);
          engine.executeScript("print('python', " + i + ")");
          System.out.print("java, ");
          engine.executeScript("print('python', end=', ')");
          System.out.println("java");
        }
      }
    }
  }

  /** Makes the first engines of the process on virtual threads, several at a time. */
  static final class FirstOnVirtualThreads {
    public static void main(String[] args) throws InterruptedException {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int number = i;
        threads.add(
            Thread.startVirtualThread(() -> {
              try (ScriptEngine engine = ScriptEngines.create("python")) {
                engine.executeScript("print('engine', " + number + ")");
              }
            }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }
}
