package dev.coachwhip.cli.repl;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.cli.run.EngineSetup;
import dev.coachwhip.cli.run.ExitCode;
import dev.coachwhip.cli.run.Interrupts;
import dev.coachwhip.cli.run.Reporter;
import dev.coachwhip.cli.run.Scripts;
import dev.coachwhip.cli.run.Surroundings;
import dev.coachwhip.cli.run.TextReporter;
import dev.coachwhip.cli.run.UsageException;
import dev.coachwhip.error.ScriptException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The interactive session as a program: chooses input, engine and rules, returns an exit code. */
public final class ReplProgram {

  private static final Set<String> RHAI_WORDS =
      Set.of(
          "as",
          "break",
          "catch",
          "const",
          "continue",
          "do",
          "else",
          "export",
          "false",
          "fn",
          "for",
          "if",
          "import",
          "in",
          "let",
          "loop",
          "private",
          "return",
          "switch",
          "this",
          "throw",
          "true",
          "try",
          "until",
          "while",
          "print",
          "debug",
          "type_of",
          "eval");

  private final Surroundings surroundings;
  private final String backend;
  private final @Nullable String python;
  private final Interrupts interrupts;

  /**
   * Makes it.
   *
   * @param python the interpreter; null for the usual search
   */
  public ReplProgram(Surroundings surroundings, String backend, @Nullable String python) {
    this.surroundings = surroundings;
    this.backend = backend;
    this.python = python;
    this.interrupts =
        new Interrupts(surroundings, () -> surroundings.err().println("coachwhip: interrupted"));
  }

  /** Runs the session and returns the exit code. */
  public int run() {
    Reporter reporter = new TextReporter(surroundings, false, false);
    try (ScriptEngine engine =
        new EngineSetup(Scripts.known(backend)).printingTo(reporter).interpreter(python).start()) {
      return session(engine, reporter);
    } catch (UsageException e) {
      reporter.problem(String.valueOf(e.getMessage()), e);
      return ExitCode.USAGE;
    } catch (ScriptException e) {
      reporter.failure(e);
      return ExitCode.of(e);
    }
  }

  private int session(ScriptEngine engine, Reporter reporter) {
    interrupts.install();
    try (LineSource lines = lines(engine)) {
      return new Repl(engine, lines, surroundings, reporter, interrupts).run();
    }
  }

  private LineSource lines(ScriptEngine engine) {
    boolean isPython = backend.equals("python");
    InputRule rule = isPython ? new PythonInputRule(engine) : new EndOfTextRule(engine);
    if (!surroundings.terminal().getAsBoolean()) {
      return new PipedLines(surroundings.in(), rule);
    }
    surroundings.out().println("Coachwhip, " + backend + ". Ctrl-D ends the session.");
    Supplier<Set<String>> words = isPython ? new PythonWords() : this::words;
    return new TerminalLines(rule, new NameCompleter(engine, words), historyFile(), interrupts);
  }

  private Set<String> words() {
    return backend.equals("rhai") ? RHAI_WORDS : Set.of();
  }

  private static Path historyFile() {
    return HistoryFile.of(
        System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
  }
}
