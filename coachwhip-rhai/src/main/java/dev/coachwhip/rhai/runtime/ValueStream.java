package dev.coachwhip.rhai.runtime;

import java.util.Iterator;

/**
 * What {@code for} can run over and nothing else: the results of {@code range}, {@code chars},
 * {@code bits}. Immutable; each iteration begins anew.
 */
public interface ValueStream extends Iterable<Object> {

  /** Returns what {@code type_of} says. */
  String typeName();

  @Override
  Iterator<Object> iterator();
}
