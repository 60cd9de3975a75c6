package dev.coachwhip.python.bundle;

import dev.coachwhip.python.spi.PythonDistribution;
import java.io.IOException;
import java.util.ServiceLoader;

/**
 * The program that tests run from the class path in processes of their own: installs the bundle
 * that the service loader finds, prints where it is.
 */
public final class InstallProgram {

  private InstallProgram() {}

  /** Takes no arguments; settings are system properties. */
  public static void main(String[] arguments) throws IOException {
    PythonDistribution bundle =
        ServiceLoader.load(PythonDistribution.class).findFirst().orElseThrow();
    System.out.println(bundle.install().home());
  }
}
