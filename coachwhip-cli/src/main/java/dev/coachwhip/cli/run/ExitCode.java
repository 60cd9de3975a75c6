package dev.coachwhip.cli.run;

import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptRuntimeException;

/** The program's exit codes. */
public final class ExitCode {

  /** All went well. */
  public static final int OK = 0;

  /** The script failed, or its backend did. */
  public static final int FAILED = 1;

  /** The command line is wrong, or a file it names cannot be read. */
  public static final int USAGE = 2;

  /** The script cannot be parsed. */
  public static final int SYNTAX = 3;

  /** A limit stopped the script, or it was cancelled. */
  public static final int STOPPED = 4;

  /** Ctrl-C; what shells report for SIGINT. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}

  /** Returns the code for a run that ended so; a script's own exit code is kept. */
  public static int of(ScriptException error) {
    return switch (error.code()) {
      case SYNTAX -> SYNTAX;
      case LIMIT_EXCEEDED, CANCELLED -> STOPPED;
      case RUNTIME -> ((ScriptRuntimeException) error).exitCode().orElse(FAILED);
      default -> FAILED;
    };
  }
}
