package dev.coachwhip.tests.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.tests.support.TestEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From Python to Java and back, of every kind: nothing is lost, and it prints as in Python (V). */
@Tag("python")
class PythonKindsTest {

  private static final long SEED = 20_241_027;

  private final TestEngine python = new TestEngine();

  @BeforeEach
  void define() {
    python.run(kinds());
  }

  private static String kinds() {
    try (InputStream in = PythonKindsTest.class.getResourceAsStream("/values/kinds.py")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() {
    python.close();
  }

  @ParameterizedTest(name = "V: {0}")
  @ValueSource(
      strings = {
        "int", "float", "complex", "str", "bytes", "bytearray", "range", "datetime",
            "datetime with an offset", "datetime in a zone", "date", "time",
        "time with an offset", "timedelta", "timezone", "ZoneInfo", "Decimal", "Fraction", "UUID",
            "Path", "PurePath", "namedtuple", "tuple", "frozenset",
        "containers"
      })
  void kind_fromPythonAndBack_isTheSameAndPrintsTheSame(String kind) {
    python.engine().setGlobal("kind", kind);
    python.engine().setGlobal("seed", SEED);
    ScriptValue values = python.run("vs = values(kind, seed)\nvs");
    python.engine().setGlobal("back", values);
    assertThat(python.run("differences(vs, back)").asList()).as("seed " + SEED).isEmpty();
    assertThat(values.asList()).isNotEmpty().noneMatch(ScriptValue::isReference);
    assertThat(values).as("repr, seed " + SEED).hasToString(python.run("repr(vs)").asString());
    assertThat(printed(values)).as("str").isEqualTo(python.run("[str(v) for v in vs]").toJava());
  }

  private static List<String> printed(ScriptValue values) {
    return values.asList().stream().map(ScriptValue::toString).toList();
  }
}
