package dev.coachwhip.python.locate;

import java.util.Locale;

/**
 * Names of processor architectures, one per architecture, as {@code uname -m} has them on Linux.
 */
final class Architecture {

  /** What this JVM runs on, which every library that it loads must be built for. */
  static final String OF_JVM = canonical(System.getProperty("os.arch", ""));

  private Architecture() {}

  private static String canonical(String osArch) {
    String name = osArch.toLowerCase(Locale.ROOT);
    return switch (name) {
      case "amd64" -> "x86_64";
      case "arm64" -> "aarch64";
      case "i386", "i486", "i586", "i686" -> "x86";
      default -> name;
    };
  }

  /** From {@code e_machine} of an ELF file. */
  static String ofElf(int machine, boolean littleEndian) {
    return switch (machine) {
      case 3 -> "x86";
      case 21 -> littleEndian ? "ppc64le" : "ppc64";
      case 22 -> "s390x";
      case 40 -> "arm";
      case 62 -> "x86_64";
      case 183 -> "aarch64";
      case 243 -> "riscv64";
      case 258 -> "loongarch64";
      default -> "ELF machine " + machine;
    };
  }

  /** From the CPU type of a Mach-O file. */
  static String ofMachO(int cpuType) {
    return switch (cpuType) {
      case 7 -> "x86";
      case 12 -> "arm";
      case 0x0100_0007 -> "x86_64";
      case 0x0100_000C -> "aarch64";
      default -> "Mach-O CPU type " + cpuType;
    };
  }

  /** From {@code Machine} of a PE file. */
  static String ofPe(int machine) {
    return switch (machine) {
      case 0x014C -> "x86";
      case 0x8664 -> "x86_64";
      case 0xAA64 -> "aarch64";
      default -> "PE machine " + machine;
    };
  }
}
