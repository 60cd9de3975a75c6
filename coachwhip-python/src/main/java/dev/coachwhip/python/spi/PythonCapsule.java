package dev.coachwhip.python.spi;

import java.util.Objects;

/**
 * A Java value that becomes a {@code PyCapsule}: a C pointer that C code of a Python package takes
 * by its name, as in Arrow's PyCapsule interface.
 *
 * @param name what the pointer points to, as those who take it ask for it; kept for ever, so there
 *     should be few of them
 * @param pointer an address, not 0, valid until {@code whenDropped} is called
 * @param whenDropped called once, when Python has dropped the capsule or could not make it: on the
 *     thread that dropped it, detached from Python. What it throws is lost.
 */
public record PythonCapsule(String name, long pointer, Runnable whenDropped) {

  /** Checks that no part is null, the pointer included. */
  public PythonCapsule {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(whenDropped, "whenDropped");
    if (pointer == 0) {
      throw new IllegalArgumentException("pointer is 0");
    }
  }
}
