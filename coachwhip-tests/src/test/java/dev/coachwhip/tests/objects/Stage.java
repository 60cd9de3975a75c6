package dev.coachwhip.tests.objects;

import java.util.List;

/** What scripts may use of a stage. */
public interface Stage extends AutoCloseable {

  /** Moves to a position. */
  double moveAbs(double position);

  /** Moves to a position with a speed. */
  double moveAbs(double position, double speed);

  /** Moves to a named place. */
  String moveAbs(String place);

  /** Returns the positions that were reached. */
  List<Double> positions();

  /** Joins texts. */
  String join(String... parts);

  /** Returns the speed. */
  double getSpeed();

  /** Sets the speed. */
  void setSpeed(double speed);

  /** Tells whether it was homed; there is no setter. */
  boolean isHomed();

  /** Sums up what must be floats. */
  double sum(List<Double> values);

  /** Returns the serial number. */
  String from();

  /** Fails. */
  void fail() throws Exception;

  @Override
  void close();
}
