package dev.coachwhip.python.bundle;

import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;

/** Turns the interruption of a thread into an {@code IOException}, keeping its interrupt status. */
final class Interruption {

  private Interruption() {}

  static InterruptedIOException of(String doing, Exception cause) {
    Thread.currentThread().interrupt();
    InterruptedIOException exception = new InterruptedIOException("Interrupted while " + doing);
    exception.initCause(cause);
    return exception;
  }

  /** Sleeps. */
  static void pause(long millis, String doing) throws InterruptedIOException {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw of(doing, e);
    }
  }
}
