package dev.coachwhip.tests.interpreters;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.python.PythonEnvironment;
import java.nio.file.Path;

/**
 * The main class of a child JVM: runs a script in an environment. Arguments: the environments'
 * folder, the name, the script.
 */
final class EnvironmentProgram {

  private EnvironmentProgram() {}

  public static void main(String[] args) {
    PythonEnvironment environment = PythonEnvironment.find(Path.of(args[0]), args[1]).orElseThrow();
    try (ScriptEngine engine =
        ScriptEngines.builder("python").option("environment", environment).build()) {
      System.out.println(engine.executeScript(args[2]).asString());
    }
  }
}
