package dev.coachwhip.cli.doctor;

import java.lang.module.ModuleDescriptor;

/** The versions of this program and of the JDK it runs on. */
public final class ProgramVersion {

  private ProgramVersion() {}

  /** Returns Coachwhip's version; the build writes it into the module. */
  public static String coachwhip() {
    ModuleDescriptor descriptor = ProgramVersion.class.getModule().getDescriptor();
    return descriptor == null
        ? "(version unknown: not run as a module)"
        : descriptor.rawVersion().orElse("(version unknown)");
  }

  /** Returns the JDK's version and who made it. */
  public static String jdk() {
    return Runtime.version() + " (" + System.getProperty("java.vendor") + ")";
  }
}
