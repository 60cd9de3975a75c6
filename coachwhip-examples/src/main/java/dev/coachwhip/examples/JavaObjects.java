package dev.coachwhip.examples;

import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Gives a script Java objects to work with, and goes through what its generator makes. */
final class JavaObjects {

  private JavaObjects() {}

  /** All that scripts may use of a stage. */
  public interface Stage extends AutoCloseable {
    /** Moves to a position in mm. */
    double moveAbs(double position);

    /** Moves to a place that has a name. */
    double moveAbs(String place);

    /** Returns the speed in mm/s. */
    double getSpeed();

    /** Sets the speed in mm/s. */
    void setSpeed(double speed);

    @Override
    void close();
  }

  private static final class SimulatedStage implements Stage {
    private double speed = 1;

    @Override
    public double moveAbs(double position) {
      return position;
    }

    @Override
    public double moveAbs(String place) {
      return place.equals("home") ? 0 : 100;
    }

    @Override
    public double getSpeed() {
      return speed;
    }

    @Override
    public void setSpeed(double speed) {
      this.speed = speed;
    }

    @Override
    public void close() {
      IO.println("The stage is closed");
    }
  }

  static void main() {
    List<Double> readings = new ArrayList<>();
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      engine.setGlobal("stage", Exposed.of(new SimulatedStage(), Stage.class));
      engine.setGlobal("readings", Exposed.live(readings, Double.class));
      engine.setGlobal("targets", DoubleStream.iterate(0.5, x -> x + 0.5));

      engine.executeScript(
          """
          with stage:
              stage.speed = 2.5
              print(stage.move_abs("home"), stage.move_abs(12.5), stage.speed)
              for target in targets:
                  readings.append(stage.move_abs(target))
                  if len(readings) == 3:
                      break

          def scan():
              try:
                  for position in range(1000):
                      yield position
              finally:
                  print("The scan has ended")
          """);
      IO.println(readings); // [0.5, 1.0, 1.5]

      try (ScriptIterator positions = engine.call("scan").asIterator()) {
        IO.println(positions.next() + ", " + positions.next()); // 0, 1
      }
    }
  }
}
