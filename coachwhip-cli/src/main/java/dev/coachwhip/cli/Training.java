package dev.coachwhip.cli;

import dev.coachwhip.cli.run.RunRequest;
import dev.coachwhip.cli.run.Surroundings;

/**
 * Runs several scripts in one process: what the launcher records for the JVM's start-up cache, so
 * that every backend's classes are in it.
 */
final class Training {

  private Training() {}

  /** Runs each of the files, with a global, as {@code coachwhip run FILE -g laser=5.0} does. */
  public static void main(String[] files) {
    Surroundings surroundings = Surroundings.ofProcess();
    for (String file : files) {
      RunRequest request = PlainRun.read(new String[] {"run", file, "-g", "laser=5.0"});
      if (request == null) {
        throw new IllegalArgumentException(file + " is not run plainly");
      }
      PlainRun.run(request, surroundings); // an error that it ends with belongs to the training
    }
    System.exit(0);
  }
}
