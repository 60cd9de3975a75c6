package dev.coachwhip.cli.run;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * What a command sees of the process it runs in.
 *
 * @param in what the user types or pipes in
 * @param out where results and the scripts' output go
 * @param err where problems and the scripts' error output go
 * @param terminal tells whether the input and the output are a terminal
 * @param halt ends the process at once with an exit code, without shutdown hooks: for scripts that
 *     do not stop, for which a hook might wait forever
 */
public record Surroundings(
    InputStream in, PrintStream out, PrintStream err, BooleanSupplier terminal, IntConsumer halt) {

  /** Returns this process's own. */
  public static Surroundings ofProcess() {
    return new Surroundings(
        System.in, System.out, System.err, Surroundings::isTerminal, Runtime.getRuntime()::halt);
  }

  @SuppressWarnings("SystemConsoleNull") // JDK 25 returns null again where there is no terminal
  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** Writes out what is buffered and ends the process. */
  public void haltNow(int exitCode) {
    out.flush();
    err.flush();
    halt.accept(exitCode);
  }
}
