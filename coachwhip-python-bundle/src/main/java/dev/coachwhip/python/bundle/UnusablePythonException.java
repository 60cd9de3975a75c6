package dev.coachwhip.python.bundle;

import java.io.IOException;
import java.io.Serial;

/** The unpacked interpreter does not run on this machine. */
final class UnusablePythonException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  UnusablePythonException(String message, Throwable cause) {
    super(message, cause);
  }

  UnusablePythonException(String message) {
    super(message);
  }
}
