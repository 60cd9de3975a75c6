package dev.coachwhip.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExamplesTest {

  /** Returns the lines that an example prints, its script's among them. */
  private static List<String> linesOf(Runnable example) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      example.run();
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void basic_run_printsTheSumTwice() {
    assertThat(linesOf(Basic::main)).containsExactly("Result: 30", "From Java: 30");
  }

  @Test
  void globals_run_printsWhatWasSetAndComputed() {
    assertThat(linesOf(Globals::main))
        .containsExactly(
            "Running experiment: Demo",
            "Samples: 1000",
            "Rate: 10.0 Hz",
            "Duration: 100.0 seconds",
            "Experiment duration: 100.0 seconds");
  }

  @Test
  void values_run_printsWhatEachSideHas() {
    assertThat(linesOf(Values::main))
        .containsExactly(
            "[datetime.date(2024, 2, 29), datetime.timedelta(seconds=1, microseconds=500000),"
                + " Decimal('1.10'), <Color.GREEN: 'GREEN'>]",
            "2024-10-27T02:30+01:00[Europe/Berlin]",
            "1/3",
            "RED",
            "[Peak[position=1.5, counts=300], Peak[position=2.5, counts=150]]",
            "[Peak(position=1.5, counts=300), Peak(position=2.5, counts=150)]",
            "cannot convert Duration PT0.000000001S (Python's timedelta has microseconds, no"
                + " nanoseconds) to a Python value at value[1]");
  }

  @Test
  void mappedTypes_run_goBothWays() {
    assertThat(linesOf(MappedTypes::main))
        .containsExactly("Length 50.0", "[Millimetres[value=50.0], Millimetres[value=50.8]]");
  }

  @Test
  void validation_run_showsTheBrokenLine() {
    assertThat(linesOf(Validation::main))
        .startsWith("valid")
        .anyMatch(line -> line.contains("<script>:1:"))
        .anyMatch(line -> line.endsWith("| x = 1 +"))
        .anyMatch(line -> line.endsWith("^"));
  }

  @Test
  void acquisition_run_printsSamplesAndStatistics() {
    String[] script = {"../examples/acquisition.py"};
    assertThat(linesOf(() -> Acquisition.main(script)))
        .containsExactly(
            "Sample 0: 5.00 mW",
            "Sample 1: 5.50 mW",
            "Sample 2: 6.00 mW",
            "Sample 3: 6.50 mW",
            "Sample 4: 7.00 mW",
            "Sample 5: 7.50 mW",
            "Sample 6: 8.00 mW",
            "Sample 7: 8.50 mW",
            "Sample 8: 9.00 mW",
            "Sample 9: 9.50 mW",
            "Average: 7.25 mW",
            "Range: 5.00 - 9.50 mW",
            "Average power from Java: 7.25 mW");
  }

  @Test
  void errors_run_printsErrorAndTraceback() {
    assertThat(linesOf(Errors::main))
        .startsWith("Runtime error: ZeroDivisionError: division by zero")
        .contains("Traceback (most recent call last):")
        .anyMatch(line -> line.contains("File \"ratio.py\", line 3"))
        .endsWith("ZeroDivisionError: division by zero");
  }

  @Test
  void threads_run_printsEachTaskOnce() {
    assertThat(linesOf(Threads::main))
        .containsExactlyInAnyOrder(
            "Task 0 running",
            "Task 1 running",
            "Task 2 running",
            "Task 3 running",
            "Task 4 running");
  }

  @Test
  void hostFunctions_run_printsBothSides() {
    assertThat(linesOf(HostFunctions::main))
        .containsExactly(
            "Moving at 2 mm/s",
            "Moved to 12.5 mm",
            "250.0 mm is beyond the end of the stage",
            "[10, 20, 30]");
  }

  @Test
  void scriptFunctions_run_printsWhatBothSidesCompute() {
    assertThat(linesOf(ScriptFunctions::main))
        .containsExactly(
            "11.0",
            "3.0",
            "Peak[index=1, height=7.0]",
            "10, 15",
            "(position, speed=1.5): Moves the stage and returns where it is, in mm.",
            "4.5");
  }

  @Test
  void exposedStage_run_reachesTheInterfaceOnly() {
    assertThat(linesOf(ExposedStage::main))
        .containsExactly("stage released at 3.0", "False 2 True", "[1.5, 3.0]");
  }

  @Test
  void async_run_awaitsBothWays() {
    assertThat(linesOf(Async::main))
        .containsExactly("[10, 20, 30]", "80", "at 2.5", "[1, 2]", "shutter closed", "STOPPED");
  }

  @Test
  void frames_run_shareMemoryBothWays() {
    assertThat(linesOf(Frames::main))
        .containsExactly("uint16[3, 4]", "6", "1000 = 1000", "sum 1060", "10000", "1048576");
  }

  @Test
  void rhaiTypes_run_printsPointAndDistance() {
    assertThat(linesOf(RhaiTypes::main))
        .containsExactly("Point[x=3.0, y=4.0] is a Point", "distance 5.0");
  }

  @Test
  void rhaiExamples_run_printWhatTheScriptsSay() {
    String[] folder = {"../examples"};
    assertThat(linesOf(() -> RhaiExamples.main(folder)))
        .containsExactly(
            "Start: 0.0 mm",
            "After move_abs(5): 5.0 mm",
            "After move_rel(-1.5): 3.5 mm",
            "Refused: 1000.0 mm is beyond the limits",
            "11 samples, strongest 10.0 at 3.5 mm",
            "The laser has 5.5 mW, twice that is 11.0 mW.",
            "Several lines:",
            "  LASER",
            "  5 characters, the first is 'l'",
            "1. stage",
            "2. camera",
            "3. shutter",
            "stage, camera, shutter",
            "43",
            "0007",
            "5 readings, the last is 7.2",
            "strong: [5.5, 6.1, 7.2]",
            "mean: 5.74",
            "scaled: [50.0, 55.0, 61.0, 49.0, 72.0]",
            "sorted: [4.9, 5.0, 5.5, 6.1, 7.2], as they came: [5.0, 5.5, 6.1, 4.9, 7.2]",
            "[[0, 0, true], [1, 1, false], [2, 4, true]]");
  }
}
