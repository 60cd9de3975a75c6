package dev.coachwhip.python.bundle;

import java.io.IOException;
import java.nio.file.Path;

/** What is done with a just unpacked interpreter before others may use it. */
interface FreshInterpreter {

  /**
   * Checks that it runs; its standard library is not there yet.
   *
   * @throws UnusablePythonException if it does not
   */
  void check(Path executable) throws IOException;

  /**
   * Writes bytecode for the modules that nearly every program imports. A module that cannot be
   * imported is left to the program that asks for it.
   *
   * @throws IOException if the interpreter cannot be started
   */
  void precompile(Path executable) throws IOException;
}
