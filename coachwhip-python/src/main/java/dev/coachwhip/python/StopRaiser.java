package dev.coachwhip.python;

import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.JavaErrors;
import java.util.concurrent.locks.LockSupport;

/**
 * Raises stops in runs and looks at what they use, for which it has to be attached: on a daemon
 * thread of its own, since a C function that keeps Python to itself would keep {@link RunWatch}
 * from looking after all others.
 */
final class StopRaiser {

  private static final Thread THREAD = new Thread(StopRaiser::serve, "coachwhip-python-stop");

  static {
    THREAD.setDaemon(true);
    THREAD.start();
  }

  private StopRaiser() {}

  /** Raises the stops that have been requested, soon. */
  static void hurry() {
    LockSupport.unpark(THREAD);
  }

  private static void serve() {
    while (true) {
      LockSupport.park();
      raiseAll();
    }
  }

  private static void raiseAll() {
    Attachment attachment = Attachment.ofCurrentThread();
    attachment.attach();
    try {
      WakeSignal.prepare(attachment);
      RunWatch.meters().forEach(meter -> meter.lookIfDue(attachment));
      RunWatch.stopping()
          .forEach(run -> {
            DebugServer.letGo(run.ident(), attachment);
            run.raise(
                run.catchesStops()
                    ? InsistentStop.exceptionClass(attachment)
                    : JavaErrors.cancelledClass());
          });
    } finally {
      attachment.detach();
    }
  }
}
