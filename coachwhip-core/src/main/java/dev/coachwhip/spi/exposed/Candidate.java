package dev.coachwhip.spi.exposed;

import dev.coachwhip.ScriptValue;
import java.util.Optional;
import java.util.function.Supplier;

/** An overload that can take the arguments of a call. */
final class Candidate {

  private final Overload overload;
  private final Class<?>[] types;
  private final int[] distances;
  private final Supplier<Invocation> invocation;

  private Candidate(
      Overload overload, Class<?>[] types, int[] distances, Supplier<Invocation> invocation) {
    this.overload = overload;
    this.types = types;
    this.distances = distances;
    this.invocation = invocation;
  }

  /**
   * Returns the candidate; empty if an argument does not fit its type.
   *
   * @param values the arguments
   * @param types what each becomes; given away
   */
  static Optional<Candidate> of(
      Overload overload, ScriptValue[] values, Class<?>[] types, Supplier<Invocation> invocation) {
    int[] distances = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      if (!values[i].is(types[i])) {
        return Optional.empty();
      }
      distances[i] = TypeDistance.between(values[i], types[i]);
    }
    return Optional.of(new Candidate(overload, types, distances, invocation));
  }

  Overload overload() {
    return overload;
  }

  /** Returns the call with the arguments converted. */
  Invocation invocation() {
    return invocation.get();
  }

  /** Tells whether this is closer to the arguments, or as close and more specific. */
  boolean isBetterThan(Candidate other) {
    if (isAtLeastAsCloseAs(other)) {
      return !other.isAtLeastAsCloseAs(this)
          || (isAtLeastAsSpecificAs(other) && !other.isAtLeastAsSpecificAs(this));
    }
    return false;
  }

  private boolean isAtLeastAsCloseAs(Candidate other) {
    for (int i = 0; i < distances.length; i++) {
      if (distances[i] > other.distances[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean isAtLeastAsSpecificAs(Candidate other) {
    for (int i = 0; i < types.length; i++) {
      if (!other.types[i].isAssignableFrom(types[i])) {
        return false;
      }
    }
    return true;
  }
}
