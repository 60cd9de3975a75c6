package dev.coachwhip.python.convert;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.array.ArrayPrinter;
import dev.coachwhip.python.array.HostMemory;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.spi.PythonFunction;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What conversions need of the engine they are done for. */
public interface EngineLink extends ArrayPrinter {

  /** Calls a Python object on behalf of any thread, as one call to the engine. */
  ScriptValue call(PyRef callable, Map<String, ?> named, @Nullable Object[] arguments);

  /**
   * Calls a function of our own Python code on behalf of any thread, as one call to the engine.
   *
   * @param file the file it is in, without {@code .py}
   * @param arguments as for {@link #call}
   */
  ScriptValue helper(String file, String function, @Nullable Object... arguments);

  /**
   * Returns the next element of a Python iterator, empty at its end, on behalf of any thread, as
   * one call to the engine.
   */
  Optional<ScriptValue> next(PyRef iterator);

  /** Tells whether the engine has not been closed; any thread. */
  boolean isOpen();

  /** Calls a function of a library's own Python code, as {@link #call} does. */
  ScriptValue call(PythonFunction function, @Nullable Object[] arguments);

  /** Returns a capsule's pointer on behalf of any thread, 0 for what is no capsule of that name. */
  long capsulePointer(PyRef capsule, String name);

  /**
   * Returns what completes with an awaitable's result, on behalf of any thread; empty if the object
   * cannot be awaited.
   */
  Optional<CompletableFuture<ScriptValue>> future(PyRef object);

  /** Returns what makes Python objects of Java objects. */
  JavaObjects objects();

  /**
   * Runs the user's Java code for a script, as a host function: detached, and woken when the run is
   * stopped. Attached.
   *
   * @throws dev.coachwhip.python.interp.Raised a Python error if the engine is closed or calls are
   *     nested too deeply
   * @throws Exception what the code throws
   */
  <T extends @Nullable Object> T hostCall(Attachment attachment, Callable<T> code) throws Exception;

  /** Does short work attached, on behalf of any thread, in nobody's turn. */
  <T> T attached(Function<Attachment, T> work);

  /**
   * As {@link #hostCall}, for code that lets go of something: the engine may be closed.
   *
   * @throws Exception what the code throws
   */
  <T> T release(Attachment attachment, Callable<T> code) throws Exception;

  /** Returns the conversions that the host gave this engine. */
  TypeMappings mappings();

  /** Returns the host function that a built-in function of Python calls, if it does. Attached. */
  Optional<HostFunction> hostFunction(long function);

  /**
   * Makes a Python function of a host function.
   *
   * @return a new reference. Attached.
   */
  long function(Attachment attachment, String name, HostFunction function);

  /** Returns the engine's globals, a dict, borrowed while the engine is reachable. Attached. */
  long globals();

  /**
   * Returns the memory of an object that exports a buffer, on behalf of any thread; empty for all
   * others.
   */
  Optional<ScriptArray> array(PyRef object);

  /** Returns what counts this engine's conversions. */
  ConversionCounts conversions();

  /** Returns what Python holds of Java's memory for this engine. */
  HostMemory hostMemory();
}
