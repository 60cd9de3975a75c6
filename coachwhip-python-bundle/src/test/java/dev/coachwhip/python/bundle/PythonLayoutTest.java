package dev.coachwhip.python.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonLayoutTest {

  @ParameterizedTest
  @CsvSource({
    "LINUX_X86_64, bin/python3.14, lib/libpython3.14.so.1.0, lib/python3.14",
    "LINUX_ARM64, bin/python3.14, lib/libpython3.14.so.1.0, lib/python3.14",
    "MACOSX_ARM64, bin/python3.14, lib/libpython3.14.dylib, lib/python3.14",
    "MACOSX_X86_64, bin/python3.14, lib/libpython3.14.dylib, lib/python3.14",
    "WINDOWS_X86_64, python.exe, python314.dll, Lib"
  })
  void paths_eachPlatform_areThoseOfCPythonsInstallers(
      Platform platform, String executable, String library, String standardLibrary) {
    PythonLayout layout = new PythonLayout(platform, "3.14.3");

    assertThat(layout.executable()).isEqualTo(executable);
    assertThat(layout.library()).isEqualTo(library);
    assertThat(layout.standardLibrary()).isEqualTo(standardLibrary);
  }

  @ParameterizedTest
  @CsvSource({"3.14.3, 3.14", "3.9.21, 3.9", "3.15, 3.15"})
  void shortVersion_anyVersion_hasTwoNumbers(String version, String expected) {
    assertThat(new PythonLayout(Platform.LINUX_X86_64, version).shortVersion()).isEqualTo(expected);
  }

  @Test
  void openBlasFolder_macos_isWhereTheRunPathsOfNumpyLead() {
    PythonLayout layout = new PythonLayout(Platform.MACOSX_ARM64, "3.14.3");
    Path module = Path.of(layout.sitePackages(), "numpy", "linalg");

    assertThat(Path.of(layout.openBlasFolder())).isEqualTo(module.resolve("../../../").normalize());
  }
}
