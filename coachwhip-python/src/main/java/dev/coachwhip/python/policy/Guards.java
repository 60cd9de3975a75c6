package dev.coachwhip.python.policy;

import dev.coachwhip.python.ffi.PyGilStates;
import dev.coachwhip.python.ffi.PyThreadStates;
import dev.coachwhip.python.interp.Attachment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds who is to be held to what. Attached. */
final class Guards {

  /** Threads whose state has a lower number are older than the first guarded engine. */
  private static volatile long firstNumber;

  private Guards() {}

  /** Takes note of the threads that there are. */
  static void begin() {
    long state = PyThreadStates.PyThreadState_New(PyThreadStates.PyInterpreterState_Main());
    firstNumber = PyThreadStates.PyThreadState_GetID(state);
    PyThreadStates.PyThreadState_Clear(state);
    PyThreadStates.PyThreadState_Delete(state);
  }

  /** Returns the guard of the engine that the current thread runs, null for none or no engine. */
  static @Nullable Guard ofCurrentEngine() {
    Attachment attachment = Attachment.currentOrNull();
    Attachment.Scope scope = attachment == null ? null : attachment.scope();
    return scope == null ? null : of(scope);
  }

  /**
   * Returns the guards to ask about what the current thread does: its engine's; all there are for a
   * thread that a script made past us; none for code of engines with open policies.
   */
  static List<Guard> ofCurrentThread() {
    Attachment attachment = Attachment.currentOrNull();
    Attachment.Scope scope = attachment == null ? null : attachment.scope();
    if (scope != null) {
      return one(of(scope));
    }
    if (attachment != null && attachment.isOfJava()) {
      return List.of();
    }
    return ofPythonThread();
  }

  /**
   * As {@link #ofCurrentThread}, and holds code of guarded engines to its policy wherever it runs.
   */
  static List<Guard> ofCurrentCode() {
    List<Guard> guards = ofCurrentThread();
    return guards.isEmpty() ? one(Guard.ofBuiltins(Callers.builtinsOfScript())) : guards;
  }

  private static @Nullable Guard of(Attachment.Scope scope) {
    return scope.owner() instanceof Guarded engine ? engine.guard() : null;
  }

  private static List<Guard> ofPythonThread() {
    ThreadWork.Origin origin = ThreadWork.ofCurrentThread().origin();
    if (origin != null) {
      return one(origin.guard());
    }
    long state = PyGilStates.PyGILState_GetThisThreadState();
    boolean older = state != 0 && PyThreadStates.PyThreadState_GetID(state) < firstNumber;
    return older ? List.of() : Guard.all();
  }

  private static List<Guard> one(@Nullable Guard guard) {
    return guard == null ? List.of() : List.of(guard);
  }

  /** Returns what a thread is to know that the current one starts, null if nothing may be known. */
  static ThreadWork.@Nullable Origin originOfNewThread() {
    List<Guard> guards = ofCurrentCode();
    return guards.size() > 1
        ? null
        : new ThreadWork.Origin(guards.isEmpty() ? null : guards.getFirst());
  }
}
