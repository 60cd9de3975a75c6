package dev.coachwhip.python.locate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the first bytes of a program or library tell. Read before the file is run or loaded, because
 * the system's own messages about a foreign architecture are poor: a foreign program is even handed
 * to {@code sh} as if it were a script.
 *
 * @param loadable whether it is of a kind that a process can load; an ELF program that is position
 *     independent passes too, its header does not differ from a library's
 * @param architectures what it is built for, several in a macOS universal file
 */
record BinaryHeader(boolean loadable, Set<String> architectures) {

  /** Enough for a PE header behind the longest DOS stub in use, and for any universal header. */
  private static final int BYTES_READ = 4096;

  private static final int ELF_MAGIC = 0x7F45_4C46;
  private static final int MACH_O_32 = 0xFEED_FACE;
  private static final int MACH_O_64 = 0xFEED_FACF;
  private static final int UNIVERSAL = 0xCAFE_BABE;
  private static final int UNIVERSAL_64 = 0xCAFE_BABF;

  /** Java class files begin with {@link #UNIVERSAL} too; there a version of 45 or more follows. */
  private static final int MOST_SLICES = 20;

  BinaryHeader {
    architectures = Set.copyOf(architectures);
  }

  /** Reads a file's header; empty if it is no ELF, Mach-O or PE file. */
  static Optional<BinaryHeader> read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return parse(ByteBuffer.wrap(in.readNBytes(BYTES_READ)));
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      return Optional.empty(); // cut off
    }
  }

  private static Optional<BinaryHeader> parse(ByteBuffer bytes) {
    if (bytes.limit() < 2) {
      return Optional.empty();
    }
    if (bytes.get(0) == 'M' && bytes.get(1) == 'Z') {
      return pe(bytes.order(ByteOrder.LITTLE_ENDIAN));
    }
    int magic = bytes.getInt(0);
    return switch (magic) {
      case ELF_MAGIC -> Optional.of(elf(bytes));
      case UNIVERSAL -> universal(bytes, 20);
      case UNIVERSAL_64 -> universal(bytes, 32);
      default -> machO(bytes.order(ByteOrder.LITTLE_ENDIAN));
    };
  }

  private static BinaryHeader elf(ByteBuffer bytes) {
    boolean littleEndian = bytes.get(5) == 1;
    bytes.order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    boolean dynamic = bytes.getShort(16) == 3;
    int machine = Short.toUnsignedInt(bytes.getShort(18));
    return new BinaryHeader(dynamic, Set.of(Architecture.ofElf(machine, littleEndian)));
  }

  private static Optional<BinaryHeader> machO(ByteBuffer bytes) {
    int magic = bytes.getInt(0);
    if (magic != MACH_O_32 && magic != MACH_O_64) {
      return Optional.empty();
    }
    boolean dylib = bytes.getInt(12) == 6;
    return Optional.of(new BinaryHeader(dylib, Set.of(Architecture.ofMachO(bytes.getInt(4)))));
  }

  private static Optional<BinaryHeader> universal(ByteBuffer bytes, int sliceBytes) {
    int slices = bytes.getInt(4);
    if (slices < 1 || slices > MOST_SLICES) {
      return Optional.empty();
    }
    Set<String> architectures = new TreeSet<>();
    for (int i = 0; i < slices; i++) {
      architectures.add(Architecture.ofMachO(bytes.getInt(8 + i * sliceBytes)));
    }
    return Optional.of(new BinaryHeader(true, architectures));
  }

  private static Optional<BinaryHeader> pe(ByteBuffer bytes) {
    int start = bytes.getInt(0x3C);
    if (bytes.getInt(start) != 0x0000_4550) {
      return Optional.empty();
    }
    boolean dll = (bytes.getShort(start + 22) & 0x2000) != 0;
    int machine = Short.toUnsignedInt(bytes.getShort(start + 4));
    return Optional.of(new BinaryHeader(dll, Set.of(Architecture.ofPe(machine))));
  }

  /**
   * Checks that this JVM's processes can run or load the file.
   *
   * @param file for the message
   */
  void requireArchitectureOfJvm(Path file) throws UnusablePythonException {
    if (!architectures.contains(Architecture.OF_JVM)) {
      throw new UnusablePythonException(
          "%s is built for %s, this JVM runs on %s"
              .formatted(
                  file, String.join(" and ", new TreeSet<>(architectures)), Architecture.OF_JVM));
    }
  }
}
