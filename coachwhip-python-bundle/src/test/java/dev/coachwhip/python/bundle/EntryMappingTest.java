package dev.coachwhip.python.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EntryMappingTest {

  @ParameterizedTest
  @CsvSource({
    "CPYTHON, bin/python3.14, bin/python3.14",
    "CPYTHON, libpython3.14.so.1.0, lib/libpython3.14.so.1.0",
    "CPYTHON, libffi.so.8, lib/python3.14/libffi.so.8",
    "CPYTHON, lib/python3.14/json/decoder.py, lib/python3.14/json/decoder.py",
    "CPYTHON, lib/python3.14/unittest/case.py, lib/python3.14/unittest/case.py",
    "CPYTHON, lib/python3.14/lib-dynload/_ssl.x.so, lib/python3.14/lib-dynload/_ssl.x.so",
    "CPYTHON, lib/python3.14/ensurepip/_bundled/p.whl, lib/python3.14/ensurepip/_bundled/p.whl",
    "NUMPY, numpy/testing/utils.py, lib/python3.14/site-packages/numpy/testing/utils.py",
    "NUMPY, n.dist-info/licenses/include/A.md, "
        + "lib/python3.14/site-packages/n.dist-info/licenses/include/A.md",
    "SCIPY, scipy/fft/__init__.py, lib/python3.14/site-packages/scipy/fft/__init__.py",
    "OPENBLAS, libopenblas.so.0, lib/python3.14/site-packages/numpy.libs/libopenblas.so.0",
    "OPENBLAS, libgfortran.so.5, lib/python3.14/site-packages/numpy.libs/libgfortran.so.5"
  })
  void target_usefulOnLinux_isItsPlace(Component component, String name, String target) {
    assertThat(target(Platform.LINUX_X86_64, component, name)).hasValue(target);
  }

  @ParameterizedTest
  @CsvSource({
    "CPYTHON, python3.14",
    "CPYTHON, bin/pip3",
    "CPYTHON, libffi.so",
    "CPYTHON, libjnipython.so",
    "CPYTHON, include/python3.14/Python.h",
    "CPYTHON, share/man/man1/python3.1",
    "CPYTHON, lib/cmake/OpenSSL/OpenSSLConfig.cmake",
    "CPYTHON, lib/python3.14/test/test_os.py",
    "CPYTHON, lib/python3.14/tkinter/ttk.py",
    "CPYTHON, lib/python3.14/config-3.14-x86_64-linux-gnu/Makefile",
    "CPYTHON, lib/python3.14/lib-dynload/_testcapi.cpython-314-x86_64-linux-gnu.so",
    "CPYTHON, lib/python3.14/lib-dynload/xxlimited.cpython-314-x86_64-linux-gnu.so",
    "CPYTHON, lib/python3.14/json/",
    "NUMPY, numpy/linalg/tests/test_linalg.py",
    "NUMPY, numpy/_core/include/numpy/ndarrayobject.h",
    "NUMPY, numpy/random/lib/libnpyrandom.a",
    "NUMPY, numpy/__init__.pyi",
    "NUMPY, numpy-2.4.2.dist-info/direct_url.json",
    "OPENBLAS, libjniopenblas_full.so",
    "OPENBLAS, lib/pkgconfig/openblas.pc"
  })
  void target_useless_isEmpty(Component component, String name) {
    assertThat(target(Platform.LINUX_X86_64, component, name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CPYTHON, python.exe, python.exe",
    "CPYTHON, bin/pythonw.exe, pythonw.exe",
    "CPYTHON, python314.dll, python314.dll",
    "CPYTHON, lib/vcruntime140.dll, vcruntime140.dll",
    "CPYTHON, lib/os.py, Lib/os.py",
    "CPYTHON, lib/_ctypes.pyd, Lib/_ctypes.pyd",
    "CPYTHON, lib/libffi-8.dll, Lib/libffi-8.dll",
    "NUMPY, numpy/linalg/_umath_linalg.pyd, Lib/site-packages/numpy/linalg/_umath_linalg.pyd",
    "OPENBLAS, libopenblas.dll, Lib/site-packages/numpy.libs/libopenblas.dll"
  })
  void target_usefulOnWindows_isItsPlace(Component component, String name, String target) {
    assertThat(target(Platform.WINDOWS_X86_64, component, name)).hasValue(target);
  }

  @ParameterizedTest
  @CsvSource({
    "CPYTHON, bin/python.exe",
    "CPYTHON, jnipython.dll",
    "CPYTHON, libs/python314.lib",
    "CPYTHON, lib/tcl86t.dll",
    "CPYTHON, lib/_testcapi.pyd",
    "CPYTHON, lib/test/test_os.py",
    "SCIPY, scipy/linalg/_fblas.cp314-win_amd64.dll.a",
    "OPENBLAS, jniopenblas.obj",
    "OPENBLAS, lib/openblas.lib"
  })
  void target_uselessOnWindows_isEmpty(Component component, String name) {
    assertThat(target(Platform.WINDOWS_X86_64, component, name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CPYTHON, libpython3.14.dylib, lib/libpython3.14.dylib",
    "OPENBLAS, libopenblas.0.dylib, lib/python3.14/libopenblas.0.dylib",
    "OPENBLAS, libgfortran.5.dylib, lib/python3.14/libgfortran.5.dylib",
    "OPENBLAS, libgfortran.dylib,"
  })
  void target_macos_isItsPlace(Component component, String name, String target) {
    assertThat(target(Platform.MACOSX_ARM64, component, name))
        .isEqualTo(Optional.ofNullable(target));
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void target_interpreterOfEachPlatform_isKept(Platform platform) {
    PythonLayout layout = new PythonLayout(platform, "3.14.3");

    assertThat(target(platform, Component.CPYTHON, layout.executable()))
        .hasValue(layout.executable());
    assertThat(target(platform, Component.CPYTHON, layout.libraryFileName()))
        .hasValue(layout.library());
  }

  @ParameterizedTest
  @EnumSource(Component.class)
  void target_outsideOfTheComponentsFolder_isEmpty(Component component) {
    EntryMapping mapping = new EntryMapping(new PythonLayout(Platform.LINUX_X86_64, "3.14.3"));

    assertThat(mapping.target(component, "META-INF/MANIFEST.MF")).isEmpty();
    assertThat(mapping.target(component, component.root(Platform.LINUX_ARM64) + "bin/python3.14"))
        .isEmpty();
  }

  private static Optional<String> target(Platform platform, Component component, String name) {
    return new EntryMapping(new PythonLayout(platform, "3.14.3"))
        .target(component, component.root(platform) + name);
  }
}
