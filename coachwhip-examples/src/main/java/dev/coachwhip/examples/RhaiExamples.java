package dev.coachwhip.examples;

import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptSource;
import java.nio.file.Path;

/** Runs the Rhai scripts of the folder {@code examples} with a stage that exists on paper. */
final class RhaiExamples {

  private RhaiExamples() {}

  /** What scripts may do with the stage: {@code move_abs}, {@code move_rel}, {@code position}. */
  public interface Stage {

    /** Moves to a place, in mm. */
    void moveAbs(double position);

    /** Moves by a distance, in mm. */
    void moveRel(double distance);

    /** Returns where it is, in mm. */
    double getPosition();
  }

  private static final class MockStage implements Stage {
    private double position;

    @Override
    public void moveAbs(double target) {
      if (target < 0 || target > 100) {
        throw new IllegalArgumentException(target + " mm is beyond the limits");
      }
      position = target;
    }

    @Override
    public void moveRel(double distance) {
      moveAbs(position + distance);
    }

    @Override
    public double getPosition() {
      return position;
    }
  }

  /** The argument is the folder of the scripts. */
  static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    MockStage stage = new MockStage();
    try (ScriptEngine engine = ScriptEngines.create("rhai")) {
      engine.setGlobal("stage", Exposed.of(stage, Stage.class));
      engine.registerFunction("read_signal", _ -> 10 - Math.abs(stage.getPosition() - 3.5));
      for (String script :
          new String[] {"stage_moves.rhai", "scan.rhai", "strings.rhai", "arrays.rhai"}) {
        engine.executeScript(ScriptSource.load(folder.resolve(script)));
      }
    }
  }
}
