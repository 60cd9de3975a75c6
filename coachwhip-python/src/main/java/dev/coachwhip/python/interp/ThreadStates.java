package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.PyThreadStates;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The thread states we made, so that those of dead threads can be deleted: each holds 16 KB and
 * more.
 */
final class ThreadStates {

  private record Made(Thread thread, long state) {}

  private static final List<Made> LIVE = new ArrayList<>();

  private ThreadStates() {}

  /** Makes a state for the calling thread and binds it to it; not attached. */
  static long create() {
    long state = PyThreadStates.PyThreadState_New(PyThreadStates.PyInterpreterState_Main());
    if (state == 0) {
      throw new OutOfMemoryError("no memory for a Python thread state");
    }
    synchronized (LIVE) {
      LIVE.add(new Made(Thread.currentThread(), state));
    }
    return state;
  }

  /** Called by threads that are about to make a state, and so have none yet. */
  static void deleteThoseOfDeadThreads() {
    List<Made> dead = takeDead();
    if (dead.isEmpty()) {
      return;
    }
    // From 3.12 on, deleting another thread's state also unbinds the calling thread from its own,
    // so this is done with a state that is thrown away afterwards. Clearing may run Python code,
    // hence all of it before any deleting.
    long own = PyThreadStates.PyThreadState_New(PyThreadStates.PyInterpreterState_Main());
    PyThreadStates.PyEval_RestoreThread(own);
    dead.forEach(made -> PyThreadStates.PyThreadState_Clear(made.state()));
    dead.forEach(made -> PyThreadStates.PyThreadState_Delete(made.state()));
    PyThreadStates.PyThreadState_Clear(own);
    PyThreadStates.PyThreadState_DeleteCurrent();
  }

  private static List<Made> takeDead() {
    List<Made> dead = new ArrayList<>();
    synchronized (LIVE) {
      for (Iterator<Made> i = LIVE.iterator(); i.hasNext(); ) {
        Made made = i.next();
        if (!made.thread().isAlive()) {
          dead.add(made);
          i.remove();
        }
      }
    }
    return dead;
  }
}
