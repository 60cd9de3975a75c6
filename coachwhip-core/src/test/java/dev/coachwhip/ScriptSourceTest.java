package dev.coachwhip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptSourceTest {

  @TempDir Path folder;

  private Path file(String text, Charset charset) throws IOException {
    return Files.write(folder.resolve("script.py"), text.getBytes(charset));
  }

  private void assertUnreadable(Path file, String... parts) {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> ScriptSource.load(file))
        .satisfies(e -> assertThat(e.getMessage()).contains(file.toString()).contains(parts));
  }

  @Test
  void of_textOnly_isUnnamed() {
    assertThat(ScriptSource.of("x").name()).isEqualTo(ScriptSource.UNNAMED);
    assertThat(ScriptSource.of("fit.py", "x")).isEqualTo(new ScriptSource("fit.py", "x"));
  }

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void of_null_throwsNullPointer() {
    assertThatNullPointerException().isThrownBy(() -> ScriptSource.of(null));
    assertThatNullPointerException().isThrownBy(() -> ScriptSource.of(null, "x"));
    assertThatNullPointerException().isThrownBy(() -> ScriptSource.load(null));
  }

  @Test
  void load_utf8_readsAllOfItUnderTheGivenName() throws IOException {
    Path file = file("print('é 😀')\r\nx = 1", StandardCharsets.UTF_8);
    assertThat(ScriptSource.load(file))
        .isEqualTo(new ScriptSource(file.toString(), "print('é 😀')\r\nx = 1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "#"})
  void load_tinyFile_isReadAsItIs(String text) throws IOException {
    assertThat(ScriptSource.load(file(text, StandardCharsets.UTF_8)).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x = 'é'"})
  void load_byteOrderMark_isDropped(String text) throws IOException {
    Path file = file("\uFEFF" + text, StandardCharsets.UTF_8);
    assertThat(ScriptSource.load(file).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "latin-1, ISO-8859-1",
    "latin_1, ISO-8859-1",
    "iso-8859-1-unix, ISO-8859-1",
    "iso-8859-15, ISO-8859-15",
    "cp1252, windows-1252",
    "utf8, UTF-8",
    "utf_8, UTF-8",
    "UTF-8-unix, UTF-8",
    "utf-8-sig, UTF-8"
  })
  void load_codingLine_isHonoured(String pythonName, Charset charset) throws IOException {
    String text = "# -*- coding: " + pythonName + " -*-\nx = 'é'\n";
    assertThat(ScriptSource.load(file(text, charset)).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# vim: set fileencoding=latin-1 :\n",
        "\t # coding:latin-1\n",
        "#!/usr/bin/env python\n# coding: latin-1\n",
        "\n# coding: latin-1\n",
        "# first\r\n# coding: latin-1\r\n",
        "# first\r# coding: latin-1\r"
      })
  void load_codingLineInFormsOfPep263_isHonoured(String head) throws IOException {
    String text = head + "x = 'é'";
    assertThat(ScriptSource.load(file(text, StandardCharsets.ISO_8859_1)).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = 1\n# coding: latin-1\n",
        "\n\n# coding: latin-1\n",
        "x = 'coding: latin-1'\n",
        "# encoded in: latin-1\n"
      })
  void load_codingLineElsewhere_isOnlyText(String head) throws IOException {
    Path utf8 = file(head + "x = 'é'", StandardCharsets.UTF_8);
    assertThat(ScriptSource.load(utf8).text()).endsWith("x = 'é'");
    assertUnreadable(file(head + "x = 'é'", StandardCharsets.ISO_8859_1), "0xe9");
  }

  @Test
  void load_unknownEncoding_isNamed() throws IOException {
    Path file = file("# coding: klingon\n", StandardCharsets.UTF_8);
    assertUnreadable(file, "coding line names the unknown encoding 'klingon'");
  }

  @Test
  void load_byteThatIsNotUtf8_namesByteAndLine() throws IOException {
    Path file = file("a = 1\nb = 2\nc = 'é'\n", StandardCharsets.ISO_8859_1);
    assertUnreadable(file, "line 3", "byte 0xe9 is not UTF-8", "coding: latin-1");
  }

  @Test
  void load_endsInsideACharacter_isRefused() throws IOException {
    Path file = Files.write(folder.resolve("cut.py"), new byte[] {'x', '\n', (byte) 0xC3});
    assertUnreadable(file, "line 2", "0xc3");
  }

  @Test
  void load_utf16_isRefused() throws IOException {
    assertUnreadable(file("x = 1", StandardCharsets.UTF_16), "line 1", "byte 0xfe is not UTF-8");
  }

  @Test
  void load_missingFile_saysSo() {
    assertUnreadable(folder.resolve("missing.py"), "no such script file");
  }

  @Test
  void load_directory_saysSo() {
    assertUnreadable(folder, "it is a directory");
  }
}
