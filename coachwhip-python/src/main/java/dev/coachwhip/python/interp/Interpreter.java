package dev.coachwhip.python.interp;

import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.python.ffi.NativeLibraryException;
import dev.coachwhip.python.ffi.PyDicts;
import dev.coachwhip.python.locate.FoundPython;
import dev.coachwhip.python.locate.InterpreterSearch;
import dev.coachwhip.python.spi.PythonFile;
import dev.coachwhip.spi.EngineLog;
import org.jspecify.annotations.Nullable;

/**
 * The one CPython of this process. It starts with the first engine and is never finalised: threads
 * of the JVM may be inside it at any time, and extension modules cannot be initialised twice.
 * {@link ExitHook} does what Python does at exit.
 */
public final class Interpreter {

  /** The name under which the code that every start runs is compiled. */
  static final String HELPERS_NAME = "<coachwhip>";

  private static final String LOG = "dev.coachwhip.python";

  private static volatile @Nullable Interpreter started;
  private static @Nullable Failure failure;

  private final FoundPython found;
  private final @Nullable String explicit;
  private final long helpers;

  private Interpreter(FoundPython found, @Nullable String explicit, long helpers) {
    this.found = found;
    this.explicit = explicit;
    this.helpers = helpers;
  }

  /**
   * Returns the interpreter, starting it if this is the first call.
   *
   * @param explicit which one, as the builder's option; null to search
   * @throws BackendException if none is found or it cannot start, or another one runs already; a
   *     failed start is final, since a process can try only once
   */
  public static Interpreter start(@Nullable String explicit) {
    Interpreter running = started;
    return running != null ? running.checkedFor(explicit) : startFirst(explicit);
  }

  private static synchronized Interpreter startFirst(@Nullable String explicit) {
    Interpreter running = started;
    if (running != null) {
      return running.checkedFor(explicit);
    }
    if (failure != null) {
      throw failure.exception();
    }
    FoundPython found = InterpreterSearch.find(explicit);
    try {
      long helpers = InterpreterStart.run(found);
      started = new Interpreter(found, explicit, helpers);
      EngineLog.debug(
          LOG,
          () -> "started CPython " + found.python().version() + ": " + found.python().library());
    } catch (NativeLibraryException e) {
      // Nothing was initialised: another interpreter may still be tried.
      throw new Failure(found, e).exception();
    } catch (RuntimeException e) {
      failure = new Failure(found, e);
      throw failure.exception();
    }
    ExitHook.install();
    return started;
  }

  /** A start that failed, for good. */
  private record Failure(FoundPython found, RuntimeException cause) {
    BackendException exception() {
      return new BackendException(
          ErrorDetails.of(
                  "python",
                  "cannot start CPython %s (%s): %s"
                      .formatted(found.python().version(), found.python().library(), reason()))
              .causedBy(cause));
    }

    private String reason() {
      return cause instanceof IllegalCallerException
          ? "native access is denied; start Java with --enable-native-access=dev.coachwhip.python,"
              + " or =ALL-UNNAMED where the library is on the class path"
          : String.valueOf(cause.getMessage());
    }
  }

  private Interpreter checkedFor(@Nullable String other) {
    if (other == null || other.equals(explicit)) {
      return this;
    }
    FoundPython wanted = InterpreterSearch.find(other);
    if (!wanted.python().library().equals(found.python().library())
        || !wanted.python().executable().equals(found.python().executable())) {
      throw new BackendException(
          ErrorDetails.of(
              "python",
              "this process already runs %s; it cannot run %s too: a process holds one CPython"
                  .formatted(found.python().executable(), wanted.python().executable())));
    }
    return this;
  }

  /** Returns the running interpreter. */
  public static Interpreter running() {
    Interpreter running = started;
    if (running == null) {
      throw new IllegalStateException("Python has not started");
    }
    return running;
  }

  /** Returns which CPython this is and where it was found. */
  public FoundPython found() {
    return found;
  }

  /** Returns the folder of the standard library, with slashes and one at its end. Attached. */
  public String standardLibrary(Attachment attachment) {
    return Text.toJava(helper("_standard_library"), attachment).replace('\\', '/');
  }

  /** Returns an object that our own Python code defines, borrowed for ever. Attached. */
  public long helper(String name) {
    return helperIn(helpers, name);
  }

  /**
   * Returns an object that one of our Python files defines which not every start needs, borrowed
   * for ever; runs the file if this is its first use. Attached.
   *
   * @param file its name without the extension, such as {@code "_values"}
   */
  public long helper(String file, String name) {
    return helperIn(PythonFiles.namespace(file, () -> PythonFiles.text(file), this), name);
  }

  /** Returns an object that a library's own Python code defines, as {@link #helper} does. */
  public long helper(PythonFile file, String name) {
    return helperIn(PythonFiles.namespace(file.name(), file::text, this), name);
  }

  /** Tells whether code was compiled under this name by us; such frames are left out of errors. */
  public static boolean isOwnCode(String fileName) {
    return fileName.startsWith("<coachwhip") && fileName.endsWith(">");
  }

  /** Returns an object of our Python code while the interpreter starts. */
  static long helperIn(long helpers, String name) {
    long helper = PyDicts.PyDict_GetItemWithError(helpers, Text.forever(name));
    if (helper == 0) {
      throw new IllegalStateException("no " + name + " in our Python code");
    }
    return helper;
  }
}
