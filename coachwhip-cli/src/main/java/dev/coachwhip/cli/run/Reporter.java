package dev.coachwhip.cli.run;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptRuntimeException;
import java.io.OutputStream;

/** How the end of a run reaches the user. One of the last five methods is called, once. */
public interface Reporter {

  /** Returns where the script prints. */
  OutputStream scriptOutput();

  /** Returns where the script writes its errors. */
  OutputStream scriptErrorOutput();

  /** The script ended by itself. */
  void result(ScriptValue value);

  /** The script ended itself with an exit code, zero included. */
  void exited(ScriptRuntimeException exit);

  /** The script failed or was stopped. */
  void failure(ScriptException error);

  /**
   * The user interrupted the script.
   *
   * @param message says so
   */
  void interrupted(String message);

  /**
   * The run never came to a script, or the program itself failed.
   *
   * @param cause for {@code --stacktrace}
   */
  void problem(String message, Throwable cause);
}
