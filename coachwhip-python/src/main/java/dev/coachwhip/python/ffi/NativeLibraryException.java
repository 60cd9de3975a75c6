package dev.coachwhip.python.ffi;

/**
 * A shared library cannot be opened or lacks something; the message is the system's own with the
 * path.
 */
public final class NativeLibraryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NativeLibraryException(String message) {
    super(message);
  }
}
