package dev.coachwhip.python.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryHeaderTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"x86", "x86_64", "aarch64", "riscv64", "ppc64le", "s390x"})
  void read_elfLibrary_tellsArchitecture(String architecture) throws IOException {
    Path file = BinaryFiles.elf(folder.resolve("l.so"), architecture, BinaryFiles.ELF_LIBRARY);

    assertThat(BinaryHeader.read(file)).contains(new BinaryHeader(true, Set.of(architecture)));
  }

  @Test
  void read_elfProgram_isNotLoadable() throws IOException {
    Path file = BinaryFiles.elf(folder.resolve("p"), "x86_64", BinaryFiles.ELF_PROGRAM);

    assertThat(BinaryHeader.read(file)).contains(new BinaryHeader(false, Set.of("x86_64")));
  }

  @Test
  void read_machO_tellsLibraryFromProgram() throws IOException {
    Path library =
        BinaryFiles.machO(
            folder.resolve("l.dylib"), BinaryFiles.AARCH64_MACH_O, BinaryFiles.MACH_O_LIBRARY);
    Path program =
        BinaryFiles.machO(
            folder.resolve("p"), BinaryFiles.AARCH64_MACH_O, BinaryFiles.MACH_O_PROGRAM);

    assertThat(BinaryHeader.read(library)).contains(new BinaryHeader(true, Set.of("aarch64")));
    assertThat(BinaryHeader.read(program)).contains(new BinaryHeader(false, Set.of("aarch64")));
  }

  @Test
  void read_universalLibrary_tellsAllArchitectures() throws IOException {
    Path file =
        BinaryFiles.universal(
            folder.resolve("Python"), BinaryFiles.X86_64_MACH_O, BinaryFiles.AARCH64_MACH_O);

    assertThat(BinaryHeader.read(file))
        .contains(new BinaryHeader(true, Set.of("x86_64", "aarch64")));
  }

  @Test
  void read_javaClassFile_isNotTakenForUniversalLibrary() throws IOException {
    Path file = folder.resolve("Some.class");
    try (InputStream in = getClass().getResourceAsStream("BinaryHeaderTest.class")) {
      Files.write(file, in.readAllBytes());
    }

    assertThat(BinaryHeader.read(file)).isEmpty();
  }

  @Test
  void read_pe_tellsDllFromProgram() throws IOException {
    Path dll = BinaryFiles.pe(folder.resolve("python312.dll"), 0x8664, 0x2022);
    Path program = BinaryFiles.pe(folder.resolve("python.exe"), 0xAA64, 0x0022);

    assertThat(BinaryHeader.read(dll)).contains(new BinaryHeader(true, Set.of("x86_64")));
    assertThat(BinaryHeader.read(program)).contains(new BinaryHeader(false, Set.of("aarch64")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "M", "MZ", "text of some length, but no header at all"})
  void read_other_isEmpty(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("other"), content);

    assertThat(BinaryHeader.read(file)).isEmpty();
  }

  @Test
  void read_everyTruncation_isEmptyOrAHeader() throws IOException {
    Path whole = BinaryFiles.elf(folder.resolve("l.so"), "x86_64", BinaryFiles.ELF_LIBRARY);
    byte[] bytes = Files.readAllBytes(whole);

    for (int length = 0; length < 20; length++) {
      Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, length));
      assertThat(BinaryHeader.read(cut)).as("%d bytes", length).isEmpty();
    }
  }

  @Test
  void read_programOfThisJvm_runsOnItsArchitecture() throws IOException {
    Path java = Path.of(ProcessHandle.current().info().command().orElseThrow());

    BinaryHeader header = BinaryHeader.read(java).orElseThrow();

    assertThatCode(() -> header.requireArchitectureOfJvm(java)).doesNotThrowAnyException();
  }

  @Test
  void requireArchitectureOfJvm_foreign_namesBoth() {
    Path file = Path.of("libpython3.12.so");
    BinaryHeader header = new BinaryHeader(true, Set.of(BinaryFiles.foreignArchitecture()));

    assertThatThrownBy(() -> header.requireArchitectureOfJvm(file))
        .isInstanceOf(UnusablePythonException.class)
        .hasMessage(
            "libpython3.12.so is built for %s, this JVM runs on %s",
            BinaryFiles.foreignArchitecture(), Architecture.OF_JVM);
  }
}
