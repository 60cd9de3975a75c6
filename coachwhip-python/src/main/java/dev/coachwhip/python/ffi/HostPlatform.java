package dev.coachwhip.python.ffi;

import java.util.Locale;

/** The operating system we run on. */
public final class HostPlatform {

  private static final String OS = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);

  /** Whether this is Windows. */
  public static final boolean IS_WINDOWS = OS.startsWith("windows");

  /** Whether this is macOS. */
  public static final boolean IS_MAC = OS.startsWith("mac");

  private HostPlatform() {}
}
