package dev.coachwhip.python.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryLocatorTest {

  private static final PythonVersion VERSION = new PythonVersion(3, 12, "");

  @TempDir Path prefix;

  private FakePython python;

  @BeforeEach
  void describe() {
    python = FakePython.in(prefix);
  }

  @Test
  void locate_recordedLibrary_isFound() throws Exception {
    Path library = add("lib/libpython3.12.so.1.0");

    assertThat(locate()).isEqualTo(library);
  }

  @Test
  void locate_debian_isFoundInTheMultiarchFolder() throws Exception {
    python.says("MULTIARCH", "x86_64-linux-gnu");
    Path library = add("lib/x86_64-linux-gnu/libpython3.12.so.1.0");

    assertThat(locate()).isEqualTo(library);
  }

  @Test
  void locate_condaThatRecordsAStaticLibrary_findsTheSharedOne() throws Exception {
    python
        .says("LDLIBRARY", "libpython3.12.a")
        .says("INSTSONAME", "libpython3.12.a")
        .says("Py_ENABLE_SHARED", "0");
    add("lib/libpython3.12.a");
    Path library = add("lib/libpython3.12.so.1.0");

    assertThat(locate()).isEqualTo(library);
  }

  @Test
  void locate_relocatedBuild_isFoundInItsPrefix() throws Exception {
    python.says("LIBDIR", "/install/lib");
    Path library = add("lib/libpython3.12.so.1.0");

    assertThat(locate()).isEqualTo(library);
  }

  @Test
  void locate_freeThreaded_isFoundByItsOwnName() throws Exception {
    python.says("INSTSONAME", "").says("LDLIBRARY", "");
    add("lib/libpython3.13.so.1.0");
    Path library = add("lib/libpython3.13t.so.1.0");

    assertThat(locate(new PythonVersion(3, 13, "t"))).isEqualTo(library);
  }

  @ParameterizedTest
  @CsvSource({
    "Python.framework/Versions/3.12/Python,Python.framework/Versions/3.12/Python",
    ",lib/libpython3.12.dylib",
    ",Python"
  })
  void locate_mac_isFoundInFrameworkOrPrefix(String recorded, String file) throws Exception {
    python
        .says("platform", "darwin")
        .says("PYTHONFRAMEWORKPREFIX", prefix.toString())
        .says("INSTSONAME", recorded == null ? "" : recorded)
        .says("LDLIBRARY", "");
    Path library = add(file);

    assertThat(locate()).isEqualTo(library);
  }

  @Test
  void locate_windows_isFoundInThePrefix() throws Exception {
    python
        .says("platform", "win32")
        .says("LIBDIR", "")
        .says("INSTSONAME", "")
        .says("LDLIBRARY", "");
    Path library = add("python312.dll");

    assertThat(locate()).isEqualTo(library);
  }

  @Test
  void locate_staticBuild_isRefusedByName() {
    python.says("Py_ENABLE_SHARED", "0").says("INSTSONAME", "libpython3.12.a");

    assertThatThrownBy(this::locate)
        .isInstanceOf(UnusablePythonException.class)
        .hasMessageContaining("is a static build: Py_ENABLE_SHARED is 0 and there is no libpython")
        .hasMessageContaining("libpython3.12")
        .hasMessageContaining("--enable-shared");
  }

  @Test
  void locate_sharedBuildWithoutItsLibrary_tellsWhatIsMissingWhere() {
    assertThatThrownBy(this::locate)
        .hasMessageContaining("has no libpython: libpython3.12.so.1.0")
        .hasMessageContaining(prefix.resolve("lib").toString())
        .hasMessageContaining("Debian: libpython3.12");
  }

  @Test
  void locate_libraryOfAnotherArchitecture_isRefused() throws Exception {
    Path library = BinaryFiles.foreignLibrary(prefix.resolve("lib/libpython3.12.so.1.0"));

    assertThatThrownBy(this::locate)
        .hasMessage(
            "%s is built for %s, this JVM runs on %s",
            library, BinaryFiles.foreignArchitecture(), Architecture.OF_JVM);
  }

  @Test
  void locate_fileThatIsNoLibrary_isPassedOverForARealOne() throws Exception {
    Path text = prefix.resolve("lib/libpython3.12.so.1.0");
    Files.createDirectories(text.getParent());
    Files.writeString(text, "INPUT(libpython3.12.so.1.0)");

    assertThatThrownBy(this::locate).hasMessage(text + " is not a shared library");

    Path library = add("lib/libpython3.12.so");
    assertThat(locate()).isEqualTo(library);
  }

  private Path add(String file) throws IOException {
    return BinaryFiles.libraryForThisJvm(prefix.resolve(file));
  }

  private Path locate() throws UnusablePythonException {
    return locate(VERSION);
  }

  private Path locate(PythonVersion version) throws UnusablePythonException {
    return new LibraryLocator(prefix.resolve("bin/python3"), python.report(), version).locate();
  }
}
