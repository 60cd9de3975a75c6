package dev.coachwhip.cli.doctor;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.cli.env.EnvironmentTable;
import dev.coachwhip.cli.run.EngineSetup;
import dev.coachwhip.cli.run.ExitCode;
import dev.coachwhip.cli.run.Scripts;
import dev.coachwhip.cli.run.UsageException;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.python.PythonEnvironment;
import dev.coachwhip.python.PythonInstallations;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at this machine, starts Python, and prints what it sees as it goes. */
public final class Doctor {

  private static final String FACTS = "facts.py";

  private final PrintStream out;
  private final @Nullable String python;

  /**
   * Makes it.
   *
   * @param python the interpreter; null for the usual search
   */
  public Doctor(PrintStream out, @Nullable String python) {
    this.out = out;
    this.python = python;
  }

  /** Prints the report and returns the exit code. */
  public int examine() {
    fact("Coachwhip", ProgramVersion.coachwhip());
    fact("JDK", ProgramVersion.jdk());
    fact("JDK folder", System.getProperty("java.home"));
    fact("System", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    fact("Backends", String.join(", ", ScriptEngines.available()));
    new SandboxSection(out).print();
    printInterpreters(PythonInstallations.search(python));
    return printRunningPython();
  }

  private void printInterpreters(List<PythonInstallations.Candidate> candidates) {
    out.println();
    out.println("Interpreters, in the order they are looked for; > is the one chosen:");
    for (PythonInstallations.Candidate candidate : candidates) {
      String mark = candidate.chosen() ? " > " : "   ";
      String path = candidate.path().map(found -> " (" + found + ")").orElse("");
      out.println(mark + candidate.place() + path + ": " + candidate.outcome());
    }
    out.println();
  }

  private int printRunningPython() {
    try (ScriptEngine engine =
        new EngineSetup(Scripts.known("python")).interpreter(python).start()) {
      printFacts(engine.executeScript(facts()).asMap());
      fact("Cache", CacheSize.describe());
      printEnvironments();
      return ExitCode.OK;
    } catch (ScriptException e) {
      out.println("Python does not run: " + e.report());
    } catch (UsageException e) {
      out.println("Python does not run: " + e.getMessage());
    }
    return ExitCode.FAILED;
  }

  private void printEnvironments() {
    List<PythonEnvironment> environments = PythonEnvironment.list();
    if (!environments.isEmpty()) {
      out.println();
      out.println("Environments, for --env:");
      EnvironmentTable.print(environments, out);
    }
  }

  private void printFacts(Map<String, ScriptValue> facts) {
    facts.forEach((name, value) -> fact(name, value.asString()));
  }

  private static ScriptSource facts() {
    try (InputStream in = Doctor.class.getResourceAsStream(FACTS)) {
      if (in == null) {
        throw new IllegalStateException(FACTS + " is missing from the program");
      }
      return ScriptSource.of(FACTS, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fact(String name, String value) {
    out.println((name + ":").concat(" ".repeat(Math.max(1, 24 - name.length()))) + value);
  }
}
