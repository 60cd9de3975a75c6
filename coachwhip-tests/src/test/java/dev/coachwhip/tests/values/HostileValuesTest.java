package dev.coachwhip.tests.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.tests.support.TestEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that lie about themselves, raise, or change others while they are read. */
@Tag("python")
@DisplayName("V: hostile values")
class HostileValuesTest {

  /** {@code liar(base)} is a subclass that raises wherever a conversion might ask. */
  private static final String PRELUDE =
      """
      import collections, datetime, decimal, enum, fractions, pathlib, uuid, zoneinfo
      from datetime import timedelta, timezone
      def no(*args, **kwargs):
          raise ValueError("asked")
      NAMES = '''__iter__ __len__ __eq__ __hash__ __index__ __int__ __float__ __complex__ __str__ __repr__ __bool__ __bytes__
          __reduce__ __reduce_ex__ __getitem__ __contains__ __getattribute__ __format__ __fspath__ __trunc__ __round__ keys items
          year month day hour minute second microsecond tzinfo fold days seconds microseconds utcoffset isoformat as_tuple
          numerator denominator bytes int hex name value real imag'''.split()
      def liar(base, *args):
          return type("Liar", (base,), {name: no for name in NAMES})(*args)
      """;

  private final TestEngine python = new TestEngine();

  @BeforeEach
  void prelude() {
    python.run(PRELUDE);
  }

  @AfterEach
  void close() {
    assertThat(python.isUsable()).isTrue();
    python.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "int, 7|7",
        "int, 2**70|2**70",
        "float, 1.5|1.5",
        "str, 'a'|'a'",
        "bytes, b'a'|b'a'",
        "complex, 1j|1j",
        "list, [1]|[1]",
        "tuple, (1,)|(1,)",
        "dict, {'a': 1}|{'a': 1}",
        "set, {1}|{1}",
        "frozenset, {1}|frozenset({1})",
        "collections.deque, [1]|[1]",
        "collections.OrderedDict, {'a': 1}|{'a': 1}",
        "datetime.datetime, 2024, 1, 2, 3, 4, 5, 6|datetime.datetime(2024, 1, 2, 3, 4, 5, 6)",
        "datetime.date, 2024, 1, 2|datetime.date(2024, 1, 2)",
        "datetime.time, 1, 2|datetime.time(1, 2)",
        "timedelta, 1, 2, 3|timedelta(1, 2, 3)",
        "decimal.Decimal, '1.10'|decimal.Decimal('1.10')"
      })
  void subclass_thatOverridesAll_isReadByItsBase(String liar, String plain) {
    ScriptValue value = python.run("liar(" + liar + ")");
    assertThat(value).isEqualTo(python.run(plain));
    assertThat(value.typeName()).isEqualTo("Liar");
    python.engine().setGlobal("back", value);
    assertThat(python.run("back == " + plain).asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = fractions.Fraction(1, 2)\nx._denominator = 0\nx",
        "x = fractions.Fraction(1, 2)\nx._numerator = 'text'\nx",
        "x = uuid.uuid4()\nobject.__setattr__(x, 'int', -1)\nx",
        "x = uuid.uuid4()\nobject.__setattr__(x, 'int', 'text')\nx",
        "liar(fractions.Fraction, 1, 2)",
        "liar(type(pathlib.Path()), 'a')",
        "liar(uuid.UUID, '0' * 32)",
        "class M(type):\n  __name__ = property(lambda c: 5)\nclass A(metaclass=M): pass\nA()",
        "class M(type):\n  __name__ = property(no)\nclass A(metaclass=M): pass\nA()",
        "class M(type):\n  __module__ = property(no)\n  __qualname__ = 3\nclass A(metaclass=M): pass\nA()",
        "class M(type):\n  __eq__ = no\n  __hash__ = no\n  mro = lambda c: type.mro(c)\nclass A(metaclass=M): pass\nA()",
        "class A: pass\nA.__module__ = 'datetime'\nA.__qualname__ = 'datetime'\nA()",
        "class A: pass\nA.__module__ = 'builtins'\nA.__qualname__ = 'int'\nA()",
        "class A: pass\nA.__module__ = 5\nA.__qualname__ = 'list'\nA()",
        "class A(tuple):\n  _fields = property(no)\nA((1, 2))"
      })
  void object_thatIsBroken_isAValueOrAScriptError(String text) {
    Throwable thrown = catchThrowable(() -> python.engine().setGlobal("back", python.run(text)));
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(ScriptException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no", "lambda s, m: 5", "lambda s, m: timedelta(days=2)", "lambda s, m: 'x'"})
  void datetime_whoseZoneRaisesOrTalksNonsense_isTheScriptsError(String utcoffset) {
    String text =
        "class Zone(datetime.tzinfo):\n  utcoffset = %s\ndatetime.datetime(2024, 1, 1, tzinfo=Zone())"
            .formatted(utcoffset);
    assertThatThrownBy(() -> python.run(text)).isInstanceOf(ScriptRuntimeException.class);
  }

  @Test
  void datetime_whoseZoneHasNoOffset_staysInPython() {
    String text =
        """
        class Zone(datetime.tzinfo):
            def utcoffset(self, moment): return None
        datetime.datetime(2024, 1, 1, tzinfo=Zone())
        """;
    assertThat(python.run(text).isReference()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "box = []\nact = lambda: box.append(box[0])\nbox += [t] * 3\nbox",
        "box = []\nact = box.clear\nbox += [t, [t], {t}, 'text', 2**80]\nbox",
        "box = {}\nact = lambda: box.update({len(box): t})\nbox.update({'a': t, 'b': t})\nbox",
        "box = {}\nact = box.clear\nbox.update({t: t, 'b': 'text' * 9})\nbox",
        "box = set()\nact = box.clear\nbox.update({t, 'text'})\nbox",
        "box = set()\nact = lambda: box.add(len(box))\nbox.update({t, 'text'})\nbox",
        "box = collections.deque()\nact = box.clear\nbox.extend([t, t, 'text'])\nbox",
        "box = {}\nact = box.clear\nbox.update(a=t, b=[t])\nbox.values()"
      })
  void container_changedWhileItIsRead_isAValueOrAScriptError(String text) {
    String zone =
        """
        class Zone(datetime.tzinfo):
            def utcoffset(self, moment):
                act()
                return timedelta(0)
            def __hash__(self):
                return 1
        act = lambda: None
        t = datetime.datetime(2024, 1, 1, tzinfo=Zone())
        """;
    Throwable thrown = catchThrowable(() -> python.run(zone + text));
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(ScriptException.class);
    }
  }

  @Test
  void module_replacedByTheScript_isNoCrash() {
    String text =
        """
        class Decimal:
            def __str__(self): return 5
        Decimal.__module__ = 'decimal'
        Decimal.__qualname__ = 'Decimal'
        real, decimal.Decimal = decimal.Decimal, Decimal
        Decimal()
        """;
    Throwable thrown = catchThrowable(() -> python.run(text));
    python.run("decimal.Decimal = real");
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(ScriptException.class);
    }
  }
}
