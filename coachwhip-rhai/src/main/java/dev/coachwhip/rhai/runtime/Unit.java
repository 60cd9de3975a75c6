package dev.coachwhip.rhai.runtime;

/** The type of {@code ()}, Rhai's only null. */
public enum Unit {
  UNIT
}
