package dev.coachwhip.arrow;

import dev.coachwhip.HostFunction;
import dev.coachwhip.python.spi.PythonCapsule;
import dev.coachwhip.python.spi.PythonFile;
import java.util.concurrent.Callable;

/** The Python side, and how it reaches Java. */
final class ArrowPython {

  static final PythonFile FILE =
      PythonFile.read("_arrow", ArrowPython.class.getResourceAsStream("_arrow.py"));

  /** Something that may fail when Python drops its owner. */
  interface Closing {
    void close() throws Exception;
  }

  private ArrowPython() {}

  /** Makes a function without arguments. */
  static HostFunction function(Callable<?> body) {
    return _ -> body.call();
  }

  /**
   * Makes what a Python object holds so that Java is told of its end; a capsule and no {@code
   * __del__}, as it works after the engine was closed, too.
   */
  static PythonCapsule owner(Closing closing) {
    return new PythonCapsule(
        "coachwhip_arrow_owner",
        1, // nobody reads it, but a capsule must have some pointer
        () -> {
          try {
            closing.close();
          } catch (Exception e) {
            throw new IllegalStateException(e); // Python has nobody to tell
          }
        });
  }
}
