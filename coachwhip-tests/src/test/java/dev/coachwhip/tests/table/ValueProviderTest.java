package dev.coachwhip.tests.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.spi.PythonCapsule;
import dev.coachwhip.python.spi.PythonFile;
import dev.coachwhip.python.spi.PythonReference;
import dev.coachwhip.python.spi.PythonValueProvider;
import dev.coachwhip.tests.support.TestEngine;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What libraries add to the Python backend: values by a provider, capsules, Python code. */
@Tag("python")
class ValueProviderTest {

  private static final PythonFile CODE =
      new PythonFile(
          "_provider_test",
          """
          runs = 0
          runs += 1

          def point(guard, x, y):
              return {"x": x, "y": y, "guard": guard, "runs": runs}

          def fails(guard):
              raise ValueError("no point")
          """);

  private final TestEngine python = new TestEngine();

  @AfterEach
  void close() {
    python.close();
  }

  /** What the provider below makes a dict of. */
  record Point(long x, long y, Runnable whenDropped) {}

  /** Stands for objects that cannot be converted after all. */
  static final class Unready {}

  /** Found through META-INF/services. */
  public static final class Provider implements PythonValueProvider {
    @Override
    public boolean converts(Class<?> type) {
      return type == Point.class || type == Unready.class;
    }

    @Override
    public Object inPlaceOf(Object value) {
      if (value instanceof Point point) {
        return CODE.function("point")
            .with(new PythonCapsule("point", 1, point.whenDropped()), point.x(), point.y());
      }
      throw new IllegalStateException("not ready");
    }
  }

  @Test
  void setGlobal_ofAClassWithAProvider_isWhatThatMakes() {
    AtomicInteger dropped = new AtomicInteger();
    python.engine().setGlobal("points", List.of(new Point(3, 4, dropped::incrementAndGet)));
    assertThat(python.run("points[0]['x'], points[0]['y']").toJava()).isEqualTo(List.of(3L, 4L));
    assertThat(dropped).hasValue(0);
    python.run("del points");
    assertThat(dropped).hasValue(1);
  }

  @Test
  void code_ofALibrary_runsOnce() {
    python.engine().setGlobal("a", new Point(1, 1, () -> {}));
    python.engine().setGlobal("b", new Point(1, 1, () -> {}));
    assertThat(python.run("b['runs']").asLong()).isOne();
  }

  @Test
  void setGlobal_whereTheProviderFails_failsAlike() {
    assertThatThrownBy(() -> python.engine().setGlobal("x", new Unready()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("not ready");
    assertThat(python.isUsable()).isTrue();
  }

  @Test
  void setGlobal_ofAClassWithout_namesIt() {
    assertThatThrownBy(() -> python.engine().setGlobal("x", new Object()))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("java.lang.Object");
  }

  @Test
  void setGlobal_ofACallThatRaises_dropsTheCapsuleBefore() {
    AtomicInteger dropped = new AtomicInteger();
    var guard = new PythonCapsule("point", 1, dropped::incrementAndGet);
    assertThatThrownBy(() -> python.engine().setGlobal("x", CODE.function("fails").with(guard)))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("ValueError: no point");
    assertThat(dropped).hasValue(1);
  }

  @Test
  void capsule_whoseEndThrows_harmsNothing() {
    python
        .engine()
        .setGlobal(
            "guard",
            new PythonCapsule(
                "point",
                1,
                () -> {
                  throw new AssertionError("on purpose");
                }));
    python.run("del guard");
    assertThat(python.isUsable()).isTrue();
  }

  @Test
  void capsule_droppedByAScript_mayCallTheEngine() {
    AtomicInteger seen = new AtomicInteger();
    Runnable end = () -> seen.set((int) python.engine().executeScript("6 * 7").asLong());
    python.engine().setGlobal("guard", new PythonCapsule("point", 1, end));
    python.run("try:\n  raise KeyError(1)\nexcept KeyError:\n  del guard\n  raise_nothing = 1");
    assertThat(seen).hasValue(42);
  }

  @Test
  void capsulePointer_ofItsName_isTheAddress() {
    try (Arena arena = Arena.ofShared()) {
      long address = arena.allocate(ValueLayout.JAVA_LONG).address();
      python.engine().setGlobal("capsule", new PythonCapsule("number", address, () -> {}));
      PythonReference capsule = reference(python.engine().getGlobal("capsule"));
      assertThat(capsule.capsulePointer("number")).isEqualTo(address);
      assertThat(capsule.capsulePointer("other")).isZero();
    }
  }

  @Test
  void capsulePointer_ofAnotherObject_isZero() {
    assertThat(reference(python.run("object()")).capsulePointer("number")).isZero();
  }

  @Test
  void call_ofAFunctionOfALibrary_failsAsAScriptDoes() {
    PythonReference any = reference(python.run("object()"));
    assertThatThrownBy(() -> any.call(CODE.function("fails"), "x"))
        .isInstanceOf(ScriptRuntimeException.class)
        .hasMessageContaining("no point");
  }

  private static PythonReference reference(ScriptValue value) {
    return (PythonReference) value.reference().orElseThrow();
  }
}
