package dev.coachwhip.cli;

import dev.coachwhip.cli.run.RunRequest;
import dev.coachwhip.cli.run.Surroundings;

/** The program {@code coachwhip}. */
public final class Coachwhip {

  private Coachwhip() {}

  /** Runs the command that the arguments name and ends the process with its exit code. */
  public static void main(String[] args) {
    Surroundings surroundings = Surroundings.ofProcess();
    RunRequest plain = PlainRun.read(args);
    int exitCode =
        plain != null
            ? PlainRun.run(plain, surroundings)
            : CommandLines.create(surroundings, args).execute(args);
    System.out.flush();
    System.err.flush();
    System.exit(
        exitCode); // runs the backends' shutdown hooks, Python's atexit functions among them
  }
}
