package dev.coachwhip.examples;

import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import java.util.ArrayList;
import java.util.List;

/** Gives a script a Java object: what its interface names, and nothing else. */
final class ExposedStage {

  private ExposedStage() {}

  /** What scripts may do with a stage. */
  public interface StageApi extends AutoCloseable {

    /** Moves to a place, in mm. */
    void moveAbs(double position);

    /** Returns where it is, in mm: the attribute {@code position}. */
    double getPosition();

    @Override
    void close();
  }

  /** A stage that exists on paper. */
  static final class MockStage implements StageApi {
    private double position;

    @Override
    public void moveAbs(double target) {
      position = target;
    }

    @Override
    public double getPosition() {
      return position;
    }

    @Override
    public void close() {
      IO.println("stage released at " + position);
    }

    /** Not in the interface, so out of reach. */
    public void burnDown() {
      position = Double.NaN;
    }
  }

  static void main() {
    List<Double> log = new ArrayList<>();
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      engine.setGlobal("stage", Exposed.of(new MockStage(), StageApi.class));
      engine.setGlobal("log", Exposed.live(log, Double.class));
      engine.executeScript(
          """
          with stage:
              for target in (1.5, 3.0):
                  stage.move_abs(target)
                  log.append(stage.position)
          print(hasattr(stage, "burn_down"), len(log), 3.0 in log)
          """);
      IO.println(log); // [1.5, 3.0]
    }
  }
}
