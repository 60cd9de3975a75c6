package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyThreadStates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Our own Python code: {@code coachwhip.py} runs at every start, the other files of its folder when
 * they are first needed, each as a submodule of {@code coachwhip}.
 */
final class PythonFiles {

  /** Dicts of the files that have run, borrowed for ever. */
  private static final Map<String, Long> NAMESPACES = new HashMap<>();

  private PythonFiles() {}

  /** Returns a file's text. */
  static String text(String file) {
    try (InputStream in =
        PythonFiles.class.getResourceAsStream("/dev/coachwhip/python/" + file + ".py")) {
      if (in == null) {
        throw new IllegalStateException(file + ".py is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what a file defines, a dict; runs it the first time. Attached. */
  static long namespace(String file, Supplier<String> text, Interpreter interpreter) {
    synchronized (NAMESPACES) {
      Long known = NAMESPACES.get(file);
      if (known != null) {
        return known;
      }
    }
    // Not under the lock: running Python code may let go of Python, and whoever waits for the lock
    // may hold it. Two threads may get here at once; both then get what the first one to end has
    // made.
    long namespace = runUncancelled(file, text.get(), interpreter.helper("_run_file"));
    synchronized (NAMESPACES) {
      NAMESPACES.put(file, namespace);
    }
    return namespace;
  }

  /**
   * Runs a file, again if a cancel comes meanwhile: constants of our classes are made of it, which
   * can be tried once only. The cancel is raised again afterwards.
   */
  private static long runUncancelled(String file, String code, long runFile) {
    boolean cancelled = false;
    while (true) {
      try {
        long namespace = run(file, code, runFile);
        if (cancelled) {
          int _ =
              PyThreadStates.PyThreadState_SetAsyncExc(
                  Attachment.ofUpcall().ident(), JavaErrors.cancelledClass());
        }
        return namespace;
      } catch (Raised e) {
        cancelled = JavaErrors.isCancelled(e.exception());
        if (!cancelled) {
          throw e;
        }
        PyRefs.Py_DecRef(e.exception());
      }
    }
  }

  private static long run(String file, String code, long runFile) {
    Attachment attachment = Attachment.ofUpcall();
    long name = Text.toPython(file, attachment);
    long text = Text.toPython(code, attachment);
    try {
      return Calls.call(runFile, attachment, name, text); // its module holds it for ever
    } finally {
      PyRefs.Py_DecRef(text);
      PyRefs.Py_DecRef(name);
    }
  }
}
