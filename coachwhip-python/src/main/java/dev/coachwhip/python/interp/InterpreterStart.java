package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.CPython;
import dev.coachwhip.python.ffi.HostPlatform;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyDicts;
import dev.coachwhip.python.ffi.PyEvals;
import dev.coachwhip.python.ffi.PyLifecycle;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyThreadStates;
import dev.coachwhip.python.locate.FoundPython;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/** Opens libpython, initialises it, and runs our own Python code in it. */
final class InterpreterStart {

  // The thread that initialises Python is its main thread for ever. It is one of ours that does
  // nothing else and never ends: a script never runs on Python's main thread, so signal.signal
  // refuses and the handlers stay Java's; and the identity of a thread that has ended would be
  // given to another one.

  private static final long MAIN_STACK_BYTES = 16L << 20;
  private static final long FILE_INPUT = 257;

  private InterpreterStart() {}

  /** Returns the globals of our Python code. */
  static long run(FoundPython found) {
    CPython.open(found.python().library());
    CompletableFuture<Long> helpers = new CompletableFuture<>();
    Thread main =
        new Thread(null, () -> runMain(found, helpers), "coachwhip-python-main", MAIN_STACK_BYTES);
    main.setDaemon(true);
    main.start();
    try {
      return helpers.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    }
  }

  private static void runMain(FoundPython found, CompletableFuture<Long> helpers) {
    try {
      helpers.complete(initialise(found));
    } catch (Throwable t) {
      helpers.completeExceptionally(t);
    }
    while (true) {
      LockSupport.park();
    }
  }

  private static long initialise(FoundPython found) {
    setUp(found);
    PyLifecycle.Py_InitializeEx(0); // 0: no signal handlers
    try {
      return loadHelpers(found);
    } catch (Raised e) {
      throw new IllegalStateException("its standard library does not work: " + describe(e), e);
    } finally {
      PyThreadStates.PyEval_SaveThread();
    }
  }

  private static String describe(Raised raised) {
    long text = dev.coachwhip.python.ffi.PyObjects.PyObject_Str(raised.exception());
    return text == 0 ? "unknown error" : Text.toJava(text, Attachment.ofUpcall());
  }

  private static void setUp(FoundPython found) {
    if (PyLifecycle.Py_IsInitialized() != 0) {
      throw new IllegalStateException(
          "it runs in this process already, started by other code or by this library in another class loader;"
              + " load the library once, in a class loader that all share");
    }
    PyLifecycle.Py_SetProgramName(
        NativeMemory.wideStringForever(found.python().executable().toString()));
    if (found.bundled()) {
      // Wins over PYTHONHOME, which is meant for some other Python.
      PyLifecycle.Py_SetPythonHome(
          NativeMemory.wideStringForever(found.python().home().toString()));
    }
    if (!HostPlatform.IS_WINDOWS && isAsciiLocale()) {
      // What the python program itself does in the C locale (PEP 540); an embedded one would take
      // ASCII.
      CPython.symbol("Py_UTF8Mode").ifPresent(flag -> NativeMemory.putInt(flag, 1));
    }
  }

  private static boolean isAsciiLocale() {
    String encoding = System.getProperty("native.encoding", "");
    return encoding.equals("ANSI_X3.4-1968")
        || encoding.equals("US-ASCII")
        || encoding.equals("646");
  }

  private static long loadHelpers(FoundPython found) {
    long name = NativeMemory.stringForever("coachwhip");
    long globals = PyEvals.PyModule_GetDict(Raised.check(PyEvals.PyImport_AddModule(name)));
    NativeFunctions.addTo(globals);
    Raised.check(
        PyDicts.PyDict_SetItem(
            globals, Text.forever("_bundled"), found.bundled() ? Py.TRUE : Py.FALSE));
    long source = NativeMemory.stringForever(PythonFiles.text("coachwhip"));
    long code =
        Raised.check(
            PyEvals.Py_CompileString(
                source, NativeMemory.stringForever(Interpreter.HELPERS_NAME), FILE_INPUT));
    PyRefs.Py_DecRef(Raised.check(PyEvals.PyEval_EvalCode(code, globals, globals)));
    PyRefs.Py_DecRef(code);
    return globals;
  }
}
