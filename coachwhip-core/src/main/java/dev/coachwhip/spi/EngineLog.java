package dev.coachwhip.spi;

import java.util.function.Supplier;

/**
 * What backends say to the program's log: {@link System.Logger}s whose names begin with {@code
 * dev.coachwhip}. A logger is made when something is first said, since that loads the program's
 * logging; so what is of interest only to somebody who looks for a mistake is said only if the
 * system property {@code dev.coachwhip.log} is {@code debug}.
 */
public final class EngineLog {

  private static final boolean DEBUGS = "debug".equals(System.getProperty("dev.coachwhip.log"));

  private EngineLog() {}

  /** Says what somebody should look at. */
  public static void warn(String name, Supplier<String> message) {
    System.getLogger(name).log(System.Logger.Level.WARNING, message);
  }

  /** Says what was done, at level DEBUG. */
  public static void debug(String name, Supplier<String> message) {
    if (DEBUGS) {
      System.getLogger(name).log(System.Logger.Level.DEBUG, message);
    }
  }
}
