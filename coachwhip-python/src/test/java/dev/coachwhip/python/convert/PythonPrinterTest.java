package dev.coachwhip.python.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.TupleList;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected texts are what CPython prints. */
class PythonPrinterTest {

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1", "100.0, 100.0", "1e15, 1000000000000000.0", "1e16, 1e+16", "1.5e300, 1.5e+300",
    "0.0001, 0.0001", "0.00001, 1e-05", "-2.5e-7, -2.5e-07", "-0.0, -0.0", "0.0, 0.0",
    "NaN, nan", "Infinity, inf", "-Infinity, -inf", "123456789.125, 123456789.125", "5e-324, 5e-324"
  })
  void print_float_asRepr(double value, String expected) {
    assertThat(FloatText.repr(value)).isEqualTo(expected);
  }

  @Test
  void print_textAtTop_isBare() {
    assertThat(value("it's", "str")).hasToString("it's");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {"plain|'plain'", "it's|\"it's\"", "a\"b|'a\"b'", "a\\b|'a\\\\b'", "é|'é'"})
  void repr_text_isQuotedAsPythonDoes(String text, String expected) {
    assertThat(PythonPrinter.INSTANCE.repr(value(text, "str"))).isEqualTo(expected);
  }

  @Test
  void repr_textWithBothQuotesAndControls_isEscaped() {
    assertThat(PythonPrinter.INSTANCE.repr(value("'\"\n\t\u0000\u200b\ud83d\udc0d", "str")))
        .isEqualTo("'\\'\"\\n\\t\\x00\\u200b\ud83d\udc0d'");
  }

  @Test
  void repr_bytes_asPython() {
    assertThat(value(new byte[] {'a', 0, (byte) 0xff, '\n', '\''}, "bytes"))
        .hasToString("b\"a\\x00\\xff\\n'\"");
    assertThat(value(new byte[] {'a'}, "bytearray")).hasToString("bytearray(b'a')");
  }

  @Test
  void print_containers_asPython() {
    ScriptValue one = value(1L, "int");
    ScriptValue none = value(null, "NoneType");
    assertThat(value(List.of(one, none, value(true, "bool")), "list"))
        .hasToString("[1, None, True]");
    assertThat(value(new TupleList(new ScriptValue[] {one}), "tuple")).hasToString("(1,)");
    assertThat(value(new TupleList(new ScriptValue[0]), "tuple")).hasToString("()");
    assertThat(value(Set.of(), "set")).hasToString("set()");
    assertThat(value(new LinkedHashSet<>(List.of(one, value("a", "str"))), "set"))
        .hasToString("{1, 'a'}");
    assertThat(value(Set.of(one), "frozenset")).hasToString("frozenset({1})");
    Map<ScriptValue, ScriptValue> entries = new LinkedHashMap<>();
    entries.put(value("k", "str"), value(List.of(one), "list"));
    entries.put(one, value(BigInteger.TWO.pow(70), "int"));
    assertThat(value(entries, "dict")).hasToString("{'k': [1], 1: 1180591620717411303424}");
  }

  private static ScriptValue value(@Nullable Object data, String typeName) {
    return ScriptValue.of(data, typeName, PythonPrinter.INSTANCE);
  }
}
