package dev.coachwhip.tests.objects;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A stage, with more than scripts may use. */
public final class SimulatedStage implements Stage {

  /** A field, which is not exposed. */
  public final String secretField = "secret";

  final List<Double> reached = new ArrayList<>();
  final IOException failure = new IOException("the cable is cut");
  boolean closed;
  private double speed = 1;

  /** A method, which is not exposed. */
  public String secret() {
    return secretField;
  }

  @Override
  public double moveAbs(double position) {
    reached.add(position);
    return position;
  }

  @Override
  public double moveAbs(double position, double withSpeed) {
    reached.add(position * withSpeed);
    return position * withSpeed;
  }

  @Override
  public String moveAbs(String place) {
    return "at " + place;
  }

  @Override
  public List<Double> positions() {
    return reached;
  }

  @Override
  public String join(String... parts) {
    return String.join("-", parts);
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
  public boolean isHomed() {
    return false;
  }

  @Override
  public double sum(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  @Override
  public String from() {
    return "SN-7";
  }

  @Override
  public void fail() throws IOException {
    throw failure;
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public String toString() {
    return "a simulated stage";
  }
}
