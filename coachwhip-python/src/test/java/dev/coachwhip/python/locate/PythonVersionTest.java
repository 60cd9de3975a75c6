package dev.coachwhip.python.locate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonVersionTest {

  @ParameterizedTest
  @CsvSource({"3.12.1,3.12", "3.15.0a1,3.15", "3.9,3.9", "2.7.18,2.7"})
  void parse_version_keepsMajorAndMinor(String text, String expected) {
    assertThat(PythonVersion.parse(text)).hasToString("Optional[" + expected + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "three", "3.1234"})
  void parse_other_isEmpty(String text) {
    assertThat(PythonVersion.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "libpython3.12.so,3.12",
    "libpython3.12.so.1.0,3.12",
    "libpython3.13t.so.1.0,3.13t",
    "libpython3.10.dylib,3.10",
    "python312.dll,3.12",
    "python313t.dll,3.13t",
    "python39.dll,3.9"
  })
  void ofLibraryName_named_isTheVersion(String name, String expected) {
    assertThat(PythonVersion.ofLibraryName(name)).hasToString("Optional[" + expected + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"libpython3.so", "python3.dll", "python3.12", "libfoo.so"})
  void ofLibraryName_withoutVersion_isEmpty(String name) {
    assertThat(PythonVersion.ofLibraryName(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2.7,false", "3.4,false", "3.9,false", "3.10,true", "3.14,true", "3.15,true"})
  void isSupported_from310On(String text, boolean expected) {
    assertThat(PythonVersion.parse(text).orElseThrow().isSupported()).isEqualTo(expected);
  }
}
