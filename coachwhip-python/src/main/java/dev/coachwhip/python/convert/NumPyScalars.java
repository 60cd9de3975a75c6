package dev.coachwhip.python.convert;

import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;

/** NumPy's scalars, which are no subclasses of Python's numbers but for {@code float64}. */
final class NumPyScalars {

  private static final long PLAIN = Interpreter.running().helper("_scalar");

  private NumPyScalars() {}

  /**
   * Returns a NumPy scalar's plain Python value, or the object itself if it is none.
   *
   * @return a new reference. Attached.
   */
  static long plain(long object, Attachment attachment) {
    return Calls.call(PLAIN, attachment, object);
  }
}
