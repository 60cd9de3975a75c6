package dev.coachwhip.python.locate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files that are headers only, for programs and libraries of any architecture. */
final class BinaryFiles {

  static final int ELF_PROGRAM = 2;
  static final int ELF_LIBRARY = 3;
  static final int MACH_O_PROGRAM = 2;
  static final int MACH_O_LIBRARY = 6;
  static final int X86_64_MACH_O = 0x0100_0007;
  static final int AARCH64_MACH_O = 0x0100_000C;

  private BinaryFiles() {}

  /** An architecture that this JVM does not run on. */
  static String foreignArchitecture() {
    return Architecture.OF_JVM.equals("aarch64") ? "x86_64" : "aarch64";
  }

  static Path libraryForThisJvm(Path file) throws IOException {
    return elf(file, Architecture.OF_JVM, ELF_LIBRARY);
  }

  static Path foreignLibrary(Path file) throws IOException {
    return elf(file, foreignArchitecture(), ELF_LIBRARY);
  }

  static Path elf(Path file, String architecture, int type) throws IOException {
    boolean bigEndian = architecture.equals("s390x");
    byte[] bytes = new byte[64];
    ByteBuffer header = ByteBuffer.wrap(bytes);
    header.putInt(0, 0x7F45_4C46).put(4, (byte) 2).put(5, (byte) (bigEndian ? 2 : 1));
    header.order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    header.putShort(16, (short) type);
    header.putShort(18, elfMachine(architecture));
    return write(file, bytes);
  }

  private static short elfMachine(String architecture) {
    return switch (architecture) {
      case "x86" -> 3;
      case "ppc64le" -> 21;
      case "s390x" -> 22;
      case "x86_64" -> 62;
      case "aarch64" -> 183;
      case "riscv64" -> 243;
      default -> throw new IllegalArgumentException("no ELF machine known for " + architecture);
    };
  }

  static Path machO(Path file, int cpuType, int fileType) throws IOException {
    byte[] bytes = new byte[32];
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0, 0xFEED_FACF).putInt(4, cpuType).putInt(12, fileType);
    return write(file, bytes);
  }

  static Path universal(Path file, int... cpuTypes) throws IOException {
    byte[] bytes = new byte[8 + 20 * cpuTypes.length];
    ByteBuffer header = ByteBuffer.wrap(bytes);
    header.putInt(0xCAFE_BABE).putInt(cpuTypes.length);
    for (int i = 0; i < cpuTypes.length; i++) {
      header.putInt(8 + 20 * i, cpuTypes[i]);
    }
    return write(file, bytes);
  }

  static Path pe(Path file, int machine, int characteristics) throws IOException {
    int start = 0x80;
    byte[] bytes = new byte[256];
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    header.put(0, (byte) 'M').put(1, (byte) 'Z').putInt(0x3C, start);
    header.putInt(start, 0x4550).putShort(start + 4, (short) machine);
    header.putShort(start + 22, (short) characteristics);
    return write(file, bytes);
  }

  private static Path write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }
}
