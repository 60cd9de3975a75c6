package dev.coachwhip.python.expose;

import dev.coachwhip.Exposed;
import dev.coachwhip.python.convert.EngineLink;

/** What a Python object of ours keeps of Java's side. */
sealed interface Handle {

  /** Returns the engine that the object was made for; its methods work until that is closed. */
  EngineLink engine();

  /**
   * An exposed object.
   *
   * @param exposed the object and what may be used of it
   */
  record OfObject(EngineLink engine, Exposed exposed) implements Handle {}

  /**
   * A Java iterator or stream that Python goes through.
   *
   * @param iteration how far it has come
   */
  record OfIteration(EngineLink engine, Iteration iteration) implements Handle {}
}
