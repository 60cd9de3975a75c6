package dev.coachwhip.rhai.runtime;

import java.util.Iterator;

/** A value of the host that says itself what its type is called and how it prints. */
public interface HostValue {

  /** Returns what {@code type_of} says. */
  String typeName();

  /** Returns what {@code print} shows. */
  String text();

  /**
   * Begins to go through its elements.
   *
   * @throws RhaiError if it has none
   */
  default Iterator<Object> elements() {
    throw RhaiError.notIterable();
  }
}
