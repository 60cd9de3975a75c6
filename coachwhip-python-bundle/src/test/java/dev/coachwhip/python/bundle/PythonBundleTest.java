package dev.coachwhip.python.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.coachwhip.python.spi.InstalledPython;
import dev.coachwhip.python.spi.PythonDistribution;
import dev.coachwhip.spi.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jars, unpacked once for all tests here and run as a program. */
class PythonBundleTest {

  @TempDir static Path cache;
  private static InstalledPython python;

  @TempDir Path folder;

  @BeforeAll
  static void install() throws IOException {
    assumeThat(Platform.of(System.getProperty("os.name"), System.getProperty("os.arch")))
        .as("platform with org.bytedeco jars")
        .isPresent();
    System.setProperty(CacheFolder.PROPERTY, cache.toString());
    python = new PythonBundle().install();
  }

  @AfterAll
  static void forgetCache() {
    System.clearProperty(CacheFolder.PROPERTY);
  }

  @Test
  void module_always_providesTheBundle() {
    assertThat(PythonBundle.class.getModule().getDescriptor().provides())
        .anySatisfy(service -> {
          assertThat(service.service()).isEqualTo(PythonDistribution.class.getName());
          assertThat(service.providers()).containsExactly(PythonBundle.class.getName());
        });
  }

  @Test
  void description_always_namesTheVersionsThatRun() throws Exception {
    String version = run("import platform; print(platform.python_version())");

    assertThat(new PythonBundle().description()).startsWith("bundle (CPython " + version);
    assertThat(python.version()).isEqualTo(version);
  }

  @Test
  void install_always_isAPrefixOfItsOwn() throws Exception {
    assertThat(Path.of(run("import sys; print(sys.prefix)"))).isEqualTo(real(python.home()));
    assertThat(Path.of(run("import sys; print(sys.exec_prefix)"))).isEqualTo(real(python.home()));
    assertThat(python.library()).isRegularFile();
  }

  @Test
  void install_secondTime_keepsEveryFileAsItIs() throws IOException {
    Map<Path, Object> before = fileKeys();

    assertThat(new PythonBundle().install()).isEqualTo(python);

    assertThat(fileKeys()).isEqualTo(before);
  }

  @Test
  void standardLibrary_modulesWithLibrariesOfTheirOwn_work() throws Exception {
    assertThat(
            run(
                """
                import ctypes, ssl
                print(ctypes.sizeof(ctypes.c_int64), bool(ssl.OPENSSL_VERSION))
                """))
        .isEqualTo("8 True");
  }

  @Test
  void numpy_linearAlgebra_usesOpenBlas() throws Exception {
    assertThat(
            run(
                """
                import numpy
                product = numpy.ones((300, 300)) @ numpy.ones((300, 300))
                values = numpy.linalg.svd(numpy.diag([3.0, 4.0]))[1]
                print(product.min(), product.max(), values)
                """))
        .isEqualTo("300.0 300.0 [4. 3.]");
  }

  @Test
  void numpyTesting_testsLeftOut_works() throws Exception {
    assertThat(run("import numpy.testing as t; t.assert_equal(1, 1); print('fine')"))
        .isEqualTo("fine");
  }

  @Test
  void numpy_firstImport_findsItsBytecode() throws Exception {
    assertThat(run("import numpy; print(__import__('os').path.exists(numpy.__cached__))"))
        .isEqualTo("True");
  }

  @Test
  void scipy_partsWithNativeCode_work() throws Exception {
    assumeThat(new PythonBundle().description()).contains("SciPy");
    assertThat(
            run("""
            import numpy as np, scipy.fft, scipy.integrate, scipy.linalg, scipy.stats
            import scipy.sparse, scipy.sparse.linalg
            print(scipy.linalg.det(np.diag([2.0, 3.0])), scipy.fft.fft([1.0, 1.0])[0].real)
            print(scipy.sparse.linalg.spsolve(scipy.sparse.eye(2, format='csc'), [1.0, 2.0]))
            print(round(scipy.integrate.quad(np.cos, 0, np.pi / 2)[0], 9),
                  round(scipy.stats.norm.cdf(0.0), 9))
            """)
                .lines())
        .containsExactly("6.0 2.0", "[1. 2.]", "1.0 0.5");
  }

  @Test
  void venv_withSystemSitePackages_importsNumpy() throws Exception {
    assumeThat(OperatingSystem.of(System.getProperty("os.name")))
        .isNotEqualTo(OperatingSystem.WINDOWS);
    Path venv = cache.resolve("venv");
    Child made =
        Child.run(
            folder,
            Map.of(),
            python.executable().toString(),
            "-m",
            "venv",
            "--without-pip",
            "--system-site-packages",
            venv.toString());

    assertThat(made.output()).isEmpty();
    Child child =
        Child.run(
            folder,
            Map.of(),
            venv.resolve("bin/python").toString(),
            "-c",
            "import numpy, sys; print(sys.prefix, numpy.arange(3).sum())");
    assertThat(child.output()).isEqualTo(real(venv) + " 3");
  }

  @Test
  void pip_always_isThere() throws Exception {
    Child child =
        Child.run(folder, Map.of(), python.executable().toString(), "-m", "pip", "freeze");

    assertThat(child.output().lines())
        .contains("numpy==" + run("import numpy; print(numpy.__version__)"));
  }

  @Test
  void scipyWanted_eitherSetting_canSayNo() {
    Properties properties = new Properties();
    Map<String, String> environment = new HashMap<>();
    assertThat(PythonBundle.scipyWanted(new Settings(properties, environment))).isTrue();

    environment.put("COACHWHIP_BUNDLE_SCIPY", "false");
    assertThat(PythonBundle.scipyWanted(new Settings(properties, environment))).isFalse();

    properties.setProperty("coachwhip.bundle.scipy", "true");
    assertThat(PythonBundle.scipyWanted(new Settings(properties, environment))).isTrue();
  }

  /**
   * From a folder that is not the prefix, without bytecode writing: the tree must stay as it is.
   */
  private String run(String script) throws Exception {
    Child child =
        Child.run(folder, Map.of(), python.executable().toString(), "-I", "-B", "-c", script);
    assertThat(child.exitValue()).as(child.output()).isZero();
    return child.output();
  }

  private static Path real(Path path) throws IOException {
    return path.toRealPath();
  }

  private static Map<Path, Object> fileKeys() throws IOException {
    Map<Path, Object> keys = new HashMap<>();
    try (var files = Files.walk(python.home())) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        keys.put(file, Files.readAttributes(file, "fileKey,creationTime"));
      }
    }
    return keys;
  }
}
