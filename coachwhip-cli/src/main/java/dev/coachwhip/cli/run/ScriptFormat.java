package dev.coachwhip.cli.run;

import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.rhai.RhaiFormatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Formats scripts in place and keeps the gravest outcome. */
public final class ScriptFormat {

  private static final String BACKEND = "rhai";

  private final Surroundings surroundings;
  private final boolean checks;
  private int exitCode = ExitCode.OK;

  /**
   * Makes it.
   *
   * @param checks whether files are only looked at
   */
  public ScriptFormat(Surroundings surroundings, boolean checks) {
    this.surroundings = surroundings;
    this.checks = checks;
  }

  /** Formats one script. */
  public void format(String file) {
    try {
      formatted(file);
    } catch (UsageException e) {
      surroundings.err().println("coachwhip: " + e.getMessage());
      note(ExitCode.USAGE);
    } catch (ScriptException e) {
      surroundings.err().println(e.report());
      note(ExitCode.of(e));
    }
  }

  private void formatted(String file) {
    boolean isInput = file.equals(Scripts.STANDARD_INPUT);
    String backend = Scripts.backendFor(file, isInput ? BACKEND : null);
    if (!backend.equals(BACKEND)) {
      throw new UsageException("there is no formatter for " + backend + ": " + file);
    }
    ScriptSource source = Scripts.read(file, surroundings.in());
    String text = RhaiFormatter.format(source);
    boolean changes = !text.equals(source.text());
    if (isInput && !checks) {
      surroundings.out().print(text);
      surroundings.out().flush();
    } else if (changes) {
      surroundings.out().println(file);
      write(file, text);
    }
  }

  private void write(String file, String text) {
    if (checks) {
      note(ExitCode.FAILED);
      return;
    }
    try {
      Files.writeString(Path.of(file), text);
    } catch (IOException e) {
      throw new UsageException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** Of the codes used here the greater is the graver: syntax error, unreadable file, failure. */
  private void note(int code) {
    exitCode = Math.max(exitCode, code);
  }

  /** Returns the exit code for all scripts so far. */
  public int exitCode() {
    return exitCode;
  }
}
