package dev.coachwhip.python;

import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.python.error.PythonErrors;
import dev.coachwhip.python.error.SourceLines;
import dev.coachwhip.python.ffi.PyLongs;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.Text;
import java.time.Duration;
import java.util.function.ToLongFunction;

/** The debugger of this process, debugpy, once it listens. */
final class DebugServer {

  // It is started on a service thread that is in no engine: the threads that debugpy makes would
  // otherwise count as threads of the engine that asked, and write to its output.

  private static final String FILE = "_debug";
  private static final int HIGHEST_PORT = 65535;
  private static final long POLL_MILLIS = 20;

  private static int port;
  private static volatile boolean listening;

  private DebugServer() {}

  /**
   * Starts it, or finds that it listens already.
   *
   * @param wanted 0 for any port
   * @return the port
   * @throws BackendException if debugpy is not installed, or cannot listen there
   */
  static synchronized int listen(int wanted) {
    if (wanted < 0 || wanted > HIGHEST_PORT) {
      throw new IllegalArgumentException("a port is 0 to 65535, not " + wanted);
    }
    if (!listening) {
      port = (int) onServiceThread(attachment -> start(wanted, attachment));
      listening = true;
    } else if (wanted != 0 && wanted != port) {
      throw new BackendException(
          ErrorDetails.of(
              "python",
              "the debugger of this process listens on port %d already; it cannot listen on %d too"
                  .formatted(port, wanted)));
    }
    return port;
  }

  private static long start(int wanted, Attachment attachment) {
    long argument = PyLongs.PyLong_FromLongLong(wanted);
    try {
      long result = Calls.call(Interpreter.running().helper(FILE, "listen"), attachment, argument);
      try {
        return PyLongs.PyLong_AsLongLongAndOverflow(result, attachment.scratch());
      } finally {
        PyRefs.Py_DecRef(result);
      }
    } catch (Raised e) {
      throw failure(wanted, PythonErrors.ofRun(e, attachment, new SourceLines(_ -> null)));
    } finally {
      PyRefs.Py_DecRef(argument);
    }
  }

  private static BackendException failure(int wanted, ScriptException cause) {
    boolean missing =
        cause instanceof ScriptRuntimeException error
            && error.typeName().equals("ModuleNotFoundError");
    String message =
        missing
            ? "debugging needs the package debugpy, which %s does not have: install it there, or run in an environment that has it (coachwhip env create NAME --require debugpy)"
                .formatted(Interpreter.running().found().python().executable())
            : "the debugger cannot listen on port %d: %s".formatted(wanted, cause.getMessage());
    return new BackendException(ErrorDetails.of("python", message).causedBy(cause));
  }

  /**
   * Waits for a client that has attached and set its breakpoints.
   *
   * @return whether there is one, or was
   */
  static boolean await(Duration wait) {
    if (!listening) {
      throw new IllegalStateException("the engine is not being debugged");
    }
    long deadline = System.nanoTime() + wait.toNanos();
    try {
      while (!isAttached()) {
        if (System.nanoTime() - deadline >= 0) {
          return false;
        }
        Thread.sleep(POLL_MILLIS);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScriptCancelledException(
          ErrorDetails.of("python", "interrupted while waiting for a debugger").causedBy(e));
    }
  }

  private static boolean isAttached() {
    return onServiceThread(attachment -> {
      long answer = Calls.call(Interpreter.running().helper(FILE, "is_attached"));
      PyRefs.Py_DecRef(answer); // True and False are never freed
      return answer == Py.TRUE ? 1 : 0;
    })
        == 1;
  }

  private static long onServiceThread(ToLongFunction<Attachment> work) {
    return ServiceThreads.call(
        ServiceThreads.SHARED,
        () -> {
          Attachment attachment = Attachment.ofCurrentThread();
          attachment.attach();
          try {
            return work.applyAsLong(attachment);
          } finally {
            attachment.detach();
          }
        },
        () -> {});
  }

  /** Lets breakpoints work in what this thread runs next; does nothing while nobody debugs. */
  static void traceThisThread(Attachment attachment) {
    if (listening) {
      trace(attachment);
    }
  }

  /** Lets a thread run on that stands at a breakpoint, for a stop to reach its script. */
  static void letGo(long ident, Attachment attachment) {
    if (listening) {
      long number = PyLongs.PyLong_FromLongLong(ident);
      callQuietly("let_go", number, attachment);
    }
  }

  private static void trace(Attachment attachment) {
    long name = Text.toPython(Thread.currentThread().getName(), attachment);
    callQuietly("trace_this_thread", name, attachment);
  }

  /**
   * Calls a function for its effect. What it raises is dropped: a stop, which comes again when the
   * script runs, or an inner part of debugpy that is not as we know it.
   *
   * @param owned its argument, a reference that is taken over
   */
  private static void callQuietly(String function, long owned, Attachment attachment) {
    try {
      long helper = Interpreter.running().helper(FILE, function);
      PyRefs.Py_DecRef(Calls.call(helper, attachment, owned));
    } catch (Raised e) {
      PyRefs.Py_DecRef(e.exception());
    } finally {
      PyRefs.Py_DecRef(owned);
    }
  }
}
