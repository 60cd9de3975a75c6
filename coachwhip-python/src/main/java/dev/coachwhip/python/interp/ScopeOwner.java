package dev.coachwhip.python.interp;

/** An engine, as far as the interpreter knows it. */
public interface ScopeOwner {

  /**
   * Returns the object that holds the engine's side in our Python code: its globals and output
   * streams. Borrowed.
   */
  long pythonState();
}
