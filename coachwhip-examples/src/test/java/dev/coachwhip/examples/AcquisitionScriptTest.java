package dev.coachwhip.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.data.Offset.offset;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptRuntimeException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AcquisitionScriptTest {

  private static final ScriptSource SCRIPT =
      ScriptSource.load(Path.of("../examples/acquisition.py"));

  private final ScriptEngine engine =
      ScriptEngines.builder("python").output(OutputStream.nullOutputStream()).build();

  @AfterEach
  void closeEngine() {
    engine.close();
  }

  private double number(String name) {
    return engine.getGlobal(name).asDouble();
  }

  @Test
  void acquisition_otherPower_scalesTheStatistics() {
    engine.start(SCRIPT, Map.of("laser_power", 2, "exposure_time", 50)).join();
    assertThat(engine.getGlobal("data").asList()).hasSize(10);
    assertThat(number("avg_power")).isCloseTo(2.9, offset(1e-12));
    assertThat(number("max_power")).isEqualTo(2 * (1.0 + 0.1 * 9));
    assertThat(number("min_power")).isEqualTo(2.0);
    assertThat(number("total_exposure")).isEqualTo(0.5);
  }

  @Test
  void acquisition_nothingSet_usesTheDefaults() {
    engine.executeScript(SCRIPT);
    assertThat(number("laser_power")).isEqualTo(5.0);
    assertThat(number("total_exposure")).isEqualTo(1.0);
  }

  @Test
  void acquisition_withoutNumPy_givesTheSameStatistics() {
    engine.executeScript(SCRIPT);
    double average = number("avg_power");
    // None in sys.modules makes an import fail.
    engine.executeScript(
        "import sys; kept = sys.modules.get('numpy'); sys.modules['numpy'] = None");
    try {
      engine.executeScript(SCRIPT);
    } finally {
      engine.executeScript("sys.modules.pop('numpy'); kept and sys.modules.update(numpy=kept)");
    }
    assertThat(engine.getGlobal("np").isNull()).isTrue();
    assertThat(number("avg_power")).isCloseTo(average, offset(1e-12));
  }

  @Test
  void acquisition_powerThatIsNoNumber_namesIt() {
    engine.setGlobal("laser_power", "strong");
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> engine.executeScript(SCRIPT))
        .withMessageContaining("'strong'");
  }
}
