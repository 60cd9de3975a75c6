package dev.coachwhip.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.tests.support.TestEngine;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are hard to carry over, both ways (E4). */
@Tag("python")
class HostileResultTest {

  private final TestEngine python = new TestEngine();

  @AfterEach
  void close() {
    python.close();
  }

  @Test
  void result_hugeInt_isExact() {
    assertThat(python.run("3 ** 20000").as(BigInteger.class))
        .isEqualTo(BigInteger.valueOf(3).pow(20_000));
    assertThat(python.run("-3 ** 20000").as(BigInteger.class))
        .isEqualTo(BigInteger.valueOf(3).pow(20_000).negate());
  }

  @Test
  void result_hugeInt_printsInFull() {
    assertThat(python.run("3 ** 20000")).hasToString(BigInteger.valueOf(3).pow(20_000).toString());
  }

  @Test
  void setGlobal_hugeInt_isExact() {
    python.engine().setGlobal("n", BigInteger.valueOf(7).pow(20_000));
    assertThat(python.run("n == 7 ** 20000").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'\\ud800'",
        "'a\\udfffb'",
        "['\\ud800']",
        "{'\\ud800': 1}",
        "('x', {'k': '\\udc00'})"
      })
  void result_loneSurrogate_isConversionError(String expression) {
    assertThat(catchThrowable(() -> python.run(expression)))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("surrogate");
  }

  @Test
  void result_textBeyondTheBmp_isWhole() {
    assertThat(python.run("'\\U0001F600' * 1000").asString())
        .isEqualTo("\ud83d\ude00".repeat(1000));
  }

  @Test
  void setGlobal_loneSurrogate_isConversionErrorAndSetsNothing() {
    assertThat(catchThrowable(() -> python.engine().setGlobal("s", List.of("fine", "\ud800"))))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("surrogate");
    assertThat(python.engine().globalNames()).isEmpty();
  }

  @Test
  void names_withLoneSurrogate_areRefused() {
    assertThat(catchThrowable(() -> python.engine().setGlobal("\ud800", 1)))
        .isInstanceOf(ScriptException.class);
    assertThat(catchThrowable(() -> python.engine().getGlobal("\ud800")))
        .isInstanceOf(ScriptException.class);
    assertThat(catchThrowable(() -> python.engine().call("\ud800")))
        .isInstanceOf(ScriptException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = []\na.append(a)\na",
        "d = {}\nd['d'] = d\nd",
        "a = []\nt = (a,)\na.append(t)\nt"
      })
  void result_containsItself_isConversionError(String text) {
    assertThat(catchThrowable(() -> python.run(text)))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("itself");
  }

  @Test
  void result_sharedButNotCyclic_isConverted() {
    assertThat(python.run("a = [1]\n[a, a, (a, a)]").toJava())
        .isEqualTo(List.of(List.of(1L), List.of(1L), List.of(List.of(1L), List.of(1L))));
  }

  @Test
  void result_hundredLevels_isConverted() {
    ScriptValue value = python.run("a = 7\nfor _ in range(100): a = [a]\na");
    for (int i = 0; i < 100; i++) {
      value = value.asList().getFirst();
    }
    assertThat(value.asLong()).isEqualTo(7);
  }

  @Test
  void result_nestedBeyondAnyStack_isConversionError() {
    assertThat(catchThrowable(() -> python.run("a = []\nfor _ in range(1_000_000): a = [a]\na")))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("nested");
    python.engine().clearGlobals();
  }

  @Test
  void setGlobal_nestedBeyondAnyStack_isConversionError() {
    List<Object> nested = List.of();
    for (int i = 0; i < 1_000_000; i++) {
      nested = List.of(nested);
    }
    List<Object> outermost = nested;
    assertThat(catchThrowable(() -> python.engine().setGlobal("a", outermost)))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("nested");
  }

  @Test
  void setGlobal_containsItself_isConversionError() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    Map<String, Object> map = new HashMap<>();
    map.put("map", map);
    assertThat(catchThrowable(() -> python.engine().setGlobal("a", list)))
        .isInstanceOf(TypeConversionException.class);
    assertThat(catchThrowable(() -> python.engine().setGlobal("a", map)))
        .isInstanceOf(TypeConversionException.class);
  }

  @Test
  void result_dictOfEvilKeys_isAValueOrAnError() {
    String evil =
        """
        class Evil:
            def __init__(self, n):
                self.n = n
            def __hash__(self):
                d.clear()
                return self.n
            def __eq__(self, other):
                d.clear()
                return self is other
            def __repr__(self):
                d.clear()
                return "evil"
        d = {}
        e = [Evil(i) for i in range(10)]
        d = dict.fromkeys(e, 1)
        d["x"] = [Evil(1)]
        d
        """;
    assertThat(catchThrowable(() -> assertThat(python.run(evil).toString()).isNotNull()))
        .satisfiesAnyOf(
            thrown -> assertThat(thrown).isNull(),
            thrown -> assertThat(thrown).isInstanceOf(ScriptException.class));
  }

  @Test
  void result_listThatShrinksWhileItIsConverted_isAValueOrAnError() {
    String shrinking =
        """
        class Text(str):
            def __str__(self):
                a.clear()
                return ""
        class Number(int):
            def __index__(self):
                a.clear()
                return 1
            def __int__(self):
                a.clear()
                return 1
        class Real(float):
            def __float__(self):
                a.clear()
                return 1.0
        a = [Text("1"), Number(2), Real(3), Text("4")] * 100
        a
        """;
    assertThat(python.run(shrinking).asList()).hasSize(400);
  }

  @Test
  void result_listChangedByAnotherThread_isAValueOrAnError() {
    String changing =
        """
        import threading
        a = list(range(100))
        stop = False
        def change():
            while not stop:
                a.clear()
                a.extend([str(i), i, {i}] for i in range(100))
        changer = threading.Thread(target=change)
        changer.start()
        """;
    python.run(changing);
    for (int i = 0; i < 200; i++) {
      assertThat(python.engine().getGlobal("a").asList().size()).isBetween(0, 100);
    }
    python.run("stop = True\nchanger.join()");
  }

  @Test
  void result_subclassesOfPlainTypes_areTheirPlainValues() {
    String text =
        """
        import collections
        import enum
        class MyInt(int): pass
        class MyStr(str): pass
        class MyList(list): pass
        class MyDict(dict): pass
        Point = collections.namedtuple("Point", "x y")
        class Color(enum.IntEnum):
            RED = 5
        [MyInt(7), MyStr("t"), MyList([1]), MyDict(k=2), Point(1, 2), Color.RED,
         collections.OrderedDict(a=1), collections.Counter("aab"), collections.defaultdict(list, k=3)]
        """;
    assertThat(python.run(text).toJava())
        .isEqualTo(
            List.of(
                7L,
                "t",
                List.of(1L),
                Map.of("k", 2L),
                List.of(1L, 2L),
                5L,
                Map.of("a", 1L),
                Map.of("a", 2L, "b", 1L),
                Map.of("k", 3L)));
  }

  @Test
  @Tag("bundle")
  void result_numPyScalars_arePlainValues() {
    String text =
        """
        import numpy as np
        [np.int8(-5), np.uint64(2**64 - 1), np.float32(0.5), np.float64(0.1), np.bool_(True), np.str_("t")]
        """;
    assertThat(python.run(text).toJava())
        .isEqualTo(
            List.of(
                -5L, BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE), 0.5, 0.1, true, "t"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "len", "int", "(n for n in [1])", "object()", "type('A', (), {})()", "__import__('sys')",
            "lambda: 1", "NotImplemented", "...",
        "iter([])", "map(int, [])", "[].append", "type", "Exception('e')", "__builtins__",
            "range(3)", "slice(1)", "memoryview(b'a')"
      })
  void result_withoutCounterpart_isAReferenceThatComesBackAsTheSameObject(String expression) {
    ScriptValue value = python.run("kept = " + expression + "\nkept");
    if (!value.isReference()) {
      return; // has a counterpart by now
    }
    python.engine().setGlobal("back", value);
    assertThat(python.run("back is kept").asBoolean()).isTrue();
    assertThat(value).hasToString(python.run("str(kept)").asString());
  }

  @Test
  void reference_whosePrintingFails_isAScriptError() {
    ScriptValue value =
        python.run("class Bad:\n  def __repr__(self):\n    raise ValueError('no text')\nBad()");
    assertThat(catchThrowable(value::toString))
        .satisfiesAnyOf(
            thrown -> assertThat(thrown).isNull(),
            thrown ->
                assertThat(thrown)
                    .isInstanceOf(ScriptException.class)
                    .hasMessageContaining("no text"));
  }

  @Test
  void reference_afterClose_saysSo() {
    ScriptValue value = python.run("object()");
    ScriptValue function = python.run("len");
    try (TestEngine other = new TestEngine()) {
      python.close();
      assertThat(catchThrowable(() -> function.asCallable().call("abc")))
          .isInstanceOf(IllegalStateException.class);
      assertThat(value.typeName()).isEqualTo("object");
      assertThat(other.isUsable()).isTrue();
    }
  }

  @Test
  void reference_givenToAnotherEngine_isTheSameObjectOrRefused() {
    ScriptValue value = python.run("kept = object()\nkept");
    try (TestEngine other = new TestEngine()) {
      Throwable thrown = catchThrowable(() -> other.engine().setGlobal("foreign", value));
      assertThat(thrown)
          .satisfiesAnyOf(
              t -> assertThat(t).isNull(),
              t -> assertThat(t).isInstanceOf(TypeConversionException.class));
    }
  }

  @Test
  void result_setOfMixedValues_isASet() {
    assertThat(python.run("{1, 'a', (2, 3), None, True}").toJava())
        .isEqualTo(
            new java.util.HashSet<>(java.util.Arrays.asList(1L, "a", List.of(2L, 3L), null)));
    assertThat(python.run("frozenset({frozenset({1})})").toJava()).isEqualTo(Set.of(Set.of(1L)));
  }

  @Test
  void setGlobal_setOfLists_isConversionError() {
    assertThat(catchThrowable(() -> python.engine().setGlobal("s", Set.of(List.of(1)))))
        .satisfiesAnyOf(
            thrown -> assertThat(thrown).isNull(),
            thrown -> assertThat(thrown).isInstanceOf(TypeConversionException.class));
  }

  @Test
  void result_hundredMegabytesOfText_isWhole() {
    assertThat(python.run("'x' * 100_000_000").asString()).hasSize(100_000_000);
  }

  @Test
  void result_millionElements_isWhole() {
    List<ScriptValue> list = python.run("list(range(1_000_000))").asList();
    assertThat(list).hasSize(1_000_000);
    assertThat(list.get(999_999).asLong()).isEqualTo(999_999);
  }
}
