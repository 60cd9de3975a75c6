package dev.coachwhip.cli.env;

import dev.coachwhip.cli.run.UsageException;
import dev.coachwhip.python.PythonEnvironment;
import java.util.List;
import java.util.stream.Collectors;

/** The environments of this user. */
public final class Environments {

  private Environments() {}

  /**
   * Returns an environment.
   *
   * @throws UsageException if there is none of this name; lists those there are
   */
  public static PythonEnvironment named(String name) {
    try {
      return PythonEnvironment.find(name).orElseThrow(() -> unknown(name));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private static UsageException unknown(String name) {
    List<PythonEnvironment> all = PythonEnvironment.list();
    String others =
        all.isEmpty()
            ? "there are none"
            : "there are "
                + all.stream().map(PythonEnvironment::name).collect(Collectors.joining(", "));
    return new UsageException("there is no environment '" + name + "'; " + others);
  }
}
