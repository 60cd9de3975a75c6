package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyRefs;
import java.time.Duration;

/**
 * What Python does when a program ends, once, when the JVM does: join threads that are not daemons,
 * run {@code atexit} functions, flush output. Python itself is not finalised, and the JVM's exit
 * code stands.
 */
final class ExitHook {

  /**
   * How long to wait for the script's threads, in seconds; a negative number waits for ever, as the
   * python program does. A JVM that is told to stop has to stop some time, hence the default.
   */
  private static final String WAIT_PROPERTY = "coachwhip.python.exitWaitSeconds";

  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(30);

  private ExitHook() {}

  static void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(ExitHook::run, "coachwhip-python-exit"));
  }

  private static void run() {
    Attachment attachment = Attachment.ofCurrentThread();
    attachment.attach();
    try {
      long wait =
          Text.toPython(
              System.getProperty(WAIT_PROPERTY, Long.toString(DEFAULT_WAIT.toSeconds())),
              attachment);
      PyRefs.Py_DecRef(Calls.call(Interpreter.running().helper("_at_exit"), attachment, wait));
    } catch (Raised e) {
      PyRefs.Py_DecRef(
          e.exception()); // Python has printed what atexit functions raise; there is nobody else
      // to tell
    } finally {
      PyErrors.PyErr_Clear();
      attachment.detach();
    }
  }
}
