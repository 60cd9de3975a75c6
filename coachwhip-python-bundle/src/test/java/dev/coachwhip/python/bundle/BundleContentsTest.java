package dev.coachwhip.python.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundleContentsTest {

  private final Map<Component, ComponentJar> found = new EnumMap<>(Component.class);

  BundleContentsTest() {
    put(Component.CPYTHON, "3.14.3-1.5.13");
    put(Component.NUMPY, "2.4.2-1.5.13");
    put(Component.SCIPY, "1.17.0-1.5.13");
    put(Component.OPENBLAS, "0.3.31-1.5.13");
  }

  @Test
  void key_allJars_namesVersionsAndPlatform() throws IOException {
    assertThat(contents(Platform.LINUX_X86_64, true).key())
        .startsWith("cpython-3.14.3-1.5.13-linux-x86_64+numpy-2.4.2-1.5.13+scipy-1.17.0-1.5.13-r");
  }

  @Test
  void key_scipyNotWanted_differsFromTheKeyWithIt() throws IOException {
    assertThat(contents(Platform.LINUX_X86_64, false).key())
        .doesNotContain("scipy")
        .isNotEqualTo(contents(Platform.LINUX_X86_64, true).key());
  }

  @Test
  void description_allJars_leavesOpenBlasOut() throws IOException {
    assertThat(contents(Platform.LINUX_X86_64, true).description())
        .isEqualTo("CPython 3.14.3, NumPy 2.4.2, SciPy 1.17.0");
  }

  @Test
  void of_withoutNumpy_needsNeitherOpenBlasNorScipy() throws IOException {
    found.remove(Component.NUMPY);

    BundleContents contents = contents(Platform.LINUX_ARM64, true);

    assertThat(contents.jars())
        .extracting(ComponentJar::component)
        .containsExactly(Component.CPYTHON);
    assertThat(contents.hasNumpy()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void of_withoutCPython_saysWhichDependencyToAdd(Platform platform) {
    found.remove(Component.CPYTHON);

    assertThatThrownBy(() -> contents(platform, true))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(
            "org.bytedeco:cpython:"
                + BuiltWith.version(Component.CPYTHON)
                + ":"
                + platform.classifier());
  }

  @Test
  void of_numpyWithoutOpenBlas_saysWhichDependencyToAdd() {
    found.remove(Component.OPENBLAS);

    assertThatThrownBy(() -> contents(Platform.MACOSX_ARM64, true))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("org.bytedeco:openblas:")
        .hasMessageContaining(":macosx-arm64");
  }

  private void put(Component component, String version) {
    found.put(component, new ComponentJar(component, Path.of("x.jar"), version));
  }

  private BundleContents contents(Platform platform, boolean scipyWanted) throws IOException {
    return BundleContents.of(platform, found, scipyWanted);
  }
}
