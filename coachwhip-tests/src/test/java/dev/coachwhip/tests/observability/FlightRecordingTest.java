package dev.coachwhip.tests.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Flight Recorder sees runs, and conversions if it is told to. */
@Tag("python")
@Timeout(60)
class FlightRecordingTest {

  private static final String RUN = "dev.coachwhip.ScriptRun";
  private static final String CONVERSION = "dev.coachwhip.Conversion";

  @TempDir Path folder;

  private List<RecordedEvent> recorded(Recording recording, String name) throws IOException {
    recording.stop();
    Path file = folder.resolve(name + ".jfr");
    recording.dump(file);
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().equals(name))
        .toList();
  }

  private static void work() {
    ScriptLimits limits = ScriptLimits.none().withMaxCallDepth(20);
    try (ScriptEngine engine = ScriptEngines.builder("python").limits(limits).build()) {
      engine.executeScript(ScriptSource.of("good.py", "import time\ntime.sleep(0.02)\n[1, 2]"));
      assertThat(catchThrowable(() -> engine.executeScript("1 / 0"))).isNotNull();
      assertThat(catchThrowable(() -> engine.executeScript("def f(): f()\nf()"))).isNotNull();
    }
  }

  @Test
  void scriptRun_recorded_saysWhatRanAndHowItEnded() throws IOException {
    try (Recording recording = new Recording()) {
      recording.enable(RUN);
      recording.start();
      work();
      List<RecordedEvent> runs = recorded(recording, RUN);
      assertThat(runs)
          .extracting(run -> run.getString("outcome"))
          .containsExactly("succeeded", "failed", "maxCallDepth");
      RecordedEvent good = runs.getFirst();
      assertThat(good.getString("source")).isEqualTo("good.py");
      assertThat(good.getString("backend")).isEqualTo("python");
      assertThat(good.getDuration()).isGreaterThan(Duration.ofMillis(15));
      assertThat(good.getDuration("queueTime")).isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void conversion_notAskedFor_isNotRecorded() throws IOException {
    try (Recording recording = new Recording()) {
      recording.start();
      work();
      assertThat(recorded(recording, CONVERSION)).isEmpty();
    }
  }

  @Test
  void conversion_askedFor_saysDirectionAndType() throws IOException {
    try (Recording recording = new Recording()) {
      recording.enable(CONVERSION);
      recording.start();
      try (ScriptEngine engine = ScriptEngines.create("python")) {
        engine.setGlobal("x", 5L);
        engine.executeScript("[x]");
      }
      assertThat(recorded(recording, CONVERSION))
          .extracting(event -> event.getString("direction") + " " + event.getString("type"))
          .containsExactly("toScript java.lang.Long", "fromScript list");
    }
  }
}
