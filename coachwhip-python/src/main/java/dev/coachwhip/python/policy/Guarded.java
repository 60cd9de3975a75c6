package dev.coachwhip.python.policy;

import org.jspecify.annotations.Nullable;

/** An engine, as far as policies go. */
public interface Guarded {

  /** Returns what holds its scripts to its policy, null if that allows everything. */
  @Nullable Guard guard();
}
