package dev.coachwhip.python.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x86_64",
    "Linux, aarch64, linux-arm64",
    "Mac OS X, aarch64, macosx-arm64",
    "Mac OS X, x86_64, macosx-x86_64",
    "Windows 11, amd64, windows-x86_64",
    "Windows Server 2025, amd64, windows-x86_64"
  })
  void of_publishedPlatform_isItsClassifier(String name, String arch, String classifier) {
    assertThat(Platform.of(name, arch)).map(Platform::classifier).hasValue(classifier);
  }

  @ParameterizedTest
  @CsvSource({"Linux, riscv64", "Linux, i386", "Windows 11, aarch64", "FreeBSD, amd64", "'', ''"})
  void of_otherPlatform_isEmpty(String name, String arch) {
    assertThat(Platform.of(name, arch)).isEmpty();
  }
}
