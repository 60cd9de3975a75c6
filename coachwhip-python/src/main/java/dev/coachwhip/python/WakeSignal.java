package dev.coachwhip.python;

import dev.coachwhip.python.ffi.HostPlatform;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyLongs;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PySignals;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.JavaErrors;
import dev.coachwhip.python.interp.MainThreadField;
import dev.coachwhip.python.interp.NativeFunctions;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Wakes a run that waits in a C function, such as a lock's {@code acquire} or a socket's {@code
 * recv}. POSIX; see {@code docs/decisions/005-waking-blocked-calls.md}.
 */
@SuppressWarnings("ReferenceEquality") // runs are told apart by identity
final class WakeSignal {

  // A signal ends the system call with EINTR. CPython's functions then run the handlers of signals
  // and go on only if none raises, but they do so on Python's main thread alone: the run's thread
  // takes that part until the run has ended. The handler is Python code, where the stop is raised
  // that StopRaiser has asked for; it raises one itself if StopRaiser could not, since a C function
  // keeps Python to itself. Otherwise it does nothing, so a signal that comes too early or too
  // late,
  // or to a thread that is in Java code, does no harm.

  /** How long a run keeps the part while another wants it. */
  private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /**
   * Data out of band on a socket, which hardly anybody uses; ignored unless somebody handles it.
   */
  private static final int SIGURG = HostPlatform.IS_MAC ? 16 : 23;

  private static final long IGNORED = 1;

  private static final int MOST_TRIES = 3;

  private static volatile @Nullable WakeSignal installed;
  private static final AtomicBoolean PREPARED = new AtomicBoolean();

  private final MainThreadField mainThread;
  private @Nullable ActiveRun holder;
  private long sinceNanos;

  private WakeSignal(MainThreadField mainThread) {
    this.mainThread = mainThread;
  }

  static boolean isPrepared() {
    return PREPARED.get();
  }

  /**
   * Installs the handler if nobody has tried yet. Attached. Where a C function keeps Python to
   * itself, it must have been called before.
   */
  static void prepare(Attachment attachment) {
    if (PREPARED.compareAndSet(false, true)) { // no lock, since running Python code lets others in
      try {
        installed = install(attachment);
      } catch (Raised e) {
        // Without it, calls that wait are not ended. A stop that met us here is asked for again.
        PREPARED.set(!JavaErrors.isCancelled(e.exception()));
        PyRefs.Py_DecRef(e.exception());
      }
    }
  }

  private static @Nullable WakeSignal install(Attachment attachment) {
    Interpreter python = Interpreter.running();
    if (python.helper("_wake", "supported") != Py.TRUE || PySignals.PyOS_getsig(SIGURG) > IGNORED) {
      return null;
    }
    long takeStop =
        NativeFunctions.create("take_stop", (a, _, _, _) -> truth(RunWatch.takeStop(a.ident())));
    long number = Raised.check(PyLongs.PyLong_FromLongLong(SIGURG));
    long install = python.helper("_wake", "install");
    try {
      MainThreadField field =
          MainThreadField.find(
              PyLongs.PyLong_AsUnsignedLongLong(python.helper("_main_ident")),
              attachment.ident(),
              () -> isTrue(Calls.call(install, attachment, number, takeStop)));
      return field == null ? null : new WakeSignal(field);
    } finally {
      PyRefs.Py_DecRef(number);
      PyRefs.Py_DecRef(takeStop); // the handler holds it
    }
  }

  private static long truth(boolean value) {
    long object = value ? Py.TRUE : Py.FALSE;
    PyRefs.Py_IncRef(object);
    return object;
  }

  private static boolean isTrue(long owned) {
    PyRefs.Py_DecRef(owned); // True and False never go
    return owned == Py.TRUE;
  }

  /**
   * Wakes a run's thread if it waits in a C function. Any thread, attached or not; the caller sees
   * to it that the run does not end meanwhile.
   */
  static void send(ActiveRun run) {
    WakeSignal signal = installed;
    if (signal != null) {
      signal.sendTo(run);
    }
  }

  private synchronized void sendTo(ActiveRun run) {
    long now = System.nanoTime();
    if (holder != run) {
      if (holder != null && now - sinceNanos < TURN_NANOS) {
        return;
      }
      holder = run;
      sinceNanos = now;
      mainThread.set(run.ident());
    }
    int _ = PySignals.pthread_kill(run.ident(), SIGURG);
  }

  /**
   * Ends what {@link #send} began. Attached, on the run's thread, when it is not to be stopped any
   * more.
   */
  static void release(ActiveRun run) {
    WakeSignal signal = installed;
    if (signal != null && signal.isHeldBy(run)) {
      // Still as the main thread, or Python would look for a handler to run at every step for ever.
      for (int i = 0; i < MOST_TRIES && PySignals.Py_MakePendingCalls() != 0; i++) {
        PyErrors.PyErr_Clear();
      }
      signal.giveBack(run);
    }
  }

  private synchronized boolean isHeldBy(ActiveRun run) {
    return holder == run;
  }

  private synchronized void giveBack(ActiveRun run) {
    if (holder == run) {
      holder = null;
      mainThread.restore();
    }
  }
}
