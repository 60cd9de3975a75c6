package dev.coachwhip.tests.interpreters;

import dev.coachwhip.python.PythonEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The main class of a child JVM: makes an environment and says whether it had to. Arguments: the
 * environments' folder, the folder of wheels.
 */
final class EnvironmentMaking {

  private EnvironmentMaking() {}

  public static void main(String[] args) {
    List<String> progress = new CopyOnWriteArrayList<>();
    PythonEnvironment environment =
        PythonEnvironment.named("shared")
            .folder(Path.of(args[0]))
            .wheels(Path.of(args[1]))
            .offline()
            .require("beta")
            .progress(progress::add)
            .create();
    System.out.println(progress.isEmpty() ? "found" : "made");
    System.out.println("has " + environment.packages());
  }
}
