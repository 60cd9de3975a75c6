package dev.coachwhip.worker.ffi;

import java.util.Locale;
import java.util.Optional;

/** A processor architecture whose system calls we know. */
public enum LinuxArchitecture {
  /** x86-64, the 64-bit interface only. */
  X86_64(0xC000003E),
  /** 64-bit ARM. */
  AARCH64(0xC00000B7);

  private final int audit;

  LinuxArchitecture(int audit) {
    this.audit = audit;
  }

  /** Returns the kernel's {@code AUDIT_ARCH_...}, by which a filter sees who calls. */
  public int audit() {
    return audit;
  }

  /** Returns the architecture of this machine; empty if it is another or no Linux. */
  public static Optional<LinuxArchitecture> current() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (!system.equals("linux")) {
      return Optional.empty();
    }
    return switch (System.getProperty("os.arch", "")) {
      case "amd64", "x86_64" -> Optional.of(X86_64);
      case "aarch64" -> Optional.of(AARCH64);
      default -> Optional.empty();
    };
  }
}
