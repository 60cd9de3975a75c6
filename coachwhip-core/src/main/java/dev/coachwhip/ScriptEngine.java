package dev.coachwhip;

import dev.coachwhip.internal.bind.Binder;
import dev.coachwhip.internal.bind.FunctionSource;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * One scripting engine with its own globals, whatever the language behind it.
 *
 * <p><b>Threads.</b> Every method may be called from any platform or virtual thread. Calls to one
 * engine run one at a time, in order of arrival; a host function may call back into the engine that
 * runs it. Engines run side by side.
 *
 * <p><b>Globals</b> last until {@link #clearGlobals()}. What a script assigns is what {@link
 * #getGlobal} reads. A run that fails keeps what it had already assigned.
 *
 * <p><b>Results.</b> A run returns the value of the script's last expression; in Python, where the
 * script ends with no expression, the variable {@code result} if this run assigned it; otherwise
 * null.
 *
 * <p>Every method throws {@link NullPointerException} for a null argument (a null <em>value</em> is
 * fine in {@link #setGlobal} and {@link #call}) and, but for {@link #close}, {@link #status},
 * {@link #metrics}, {@link #backendName} and {@link #capabilities}, {@link IllegalStateException}
 * once the engine is closed. What goes wrong in a script is a {@link
 * dev.coachwhip.error.ScriptException}.
 */
public interface ScriptEngine extends AutoCloseable {

  /**
   * Runs a script to its end on behalf of the calling thread. Interrupting that thread stops the
   * script.
   *
   * @return what the script ends with, see above
   * @throws dev.coachwhip.error.ScriptSyntaxException if the text cannot be parsed; nothing ran
   *     then
   * @throws dev.coachwhip.error.ScriptRuntimeException if the script failed
   * @throws dev.coachwhip.error.ScriptCancelledException if the script was stopped by an interrupt
   *     (the thread's interrupted status is kept) or by {@link #close()}
   * @throws dev.coachwhip.error.LimitExceededException if a limit of the engine stopped it
   */
  ScriptValue executeScript(ScriptSource source);

  /**
   * Runs a script given as text; {@link #executeScript(ScriptSource)} under the name {@link
   * ScriptSource#UNNAMED}.
   *
   * @return what the script ends with
   */
  default ScriptValue executeScript(String text) {
    return executeScript(ScriptSource.of(text));
  }

  /**
   * Starts a script on a thread of the engine and returns at once. Its place in the order of calls
   * is taken now.
   *
   * @return the handle to wait for, cancel or pause the run
   */
  default ScriptRun start(ScriptSource source) {
    return start(source, Map.of());
  }

  /**
   * Sets globals and starts a script as one step: no other call to this engine comes between the
   * two.
   *
   * @param globals names and values as for {@link #setGlobal}
   * @throws dev.coachwhip.error.TypeConversionException if a value cannot be converted; nothing is
   *     set and nothing runs then. Where the backend can only tell when the run's turn comes, the
   *     run fails with it.
   */
  ScriptRun start(ScriptSource source, Map<String, ?> globals);

  /**
   * Starts a script; {@code cancel(true)} of the future stops it.
   *
   * @return completes with what the script ends with, or exceptionally with what {@link
   *     #executeScript(ScriptSource)} throws
   */
  default CompletableFuture<ScriptValue> executeScriptAsync(ScriptSource source) {
    return start(source).result();
  }

  /**
   * Parses a script without running it.
   *
   * @throws dev.coachwhip.error.ScriptSyntaxException if it cannot be parsed, with line, column
   *     range and source line
   */
  void validateScript(ScriptSource source);

  /**
   * Parses a script given as text; {@link #validateScript(ScriptSource)} under {@link
   * ScriptSource#UNNAMED}.
   */
  default void validateScript(String text) {
    validateScript(ScriptSource.of(text));
  }

  /**
   * Calls a function that a script defined, or any other callable global.
   *
   * @param function the name of the global; attributes are not looked up
   * @param arguments positional arguments, converted as by {@link #setGlobal}
   * @return the function's result
   * @throws dev.coachwhip.error.VariableNotFoundException if there is no such global
   * @throws dev.coachwhip.error.TypeConversionException if it is not callable, or an argument
   *     cannot be converted
   */
  ScriptValue call(String function, @org.jspecify.annotations.Nullable Object... arguments);

  /**
   * Implements a Java interface by functions that scripts defined: each of its abstract methods
   * calls the global function of its name, or of that name in snake case ({@code move_abs} for
   * {@code moveAbs}), or of the name that {@link ScriptName} gives it.
   *
   * <p><b>Arguments</b> go to the script's parameters of the same names where the interface was
   * compiled with {@code -parameters} or names them with {@code ScriptName}; the others go by
   * position. Parameters that the method does not have keep their defaults, and so do those whose
   * argument is an empty {@link java.util.Optional}. A varargs array is spread. Values are
   * converted as by {@link #setGlobal}, results to the method's generic return type as by {@link
   * ScriptValue#as}.
   *
   * <p>The functions are those of this moment and of this engine: a script that defines them anew,
   * and a hot swap, are seen by the next {@code bind}. Default methods run as they are written.
   * {@code close} of an {@link AutoCloseable} does nothing where the script has no function of that
   * name. Any thread.
   *
   * @return equal only to itself
   * @throws dev.coachwhip.error.FunctionBindingException if functions are missing, cannot be
   *     called, or have other parameters; lists all of them
   * @throws IllegalArgumentException if the type is no interface, or a sealed one
   */
  default <T> T bind(Class<T> type) {
    return Binder.bind(Objects.requireNonNull(type, "type"), FunctionSource.globals(this));
  }

  /**
   * Implements a Java interface by the attributes of a script's module or other object, as {@link
   * #bind(Class)} does by globals.
   */
  default <T> T bind(Class<T> type, ScriptValue object) {
    Objects.requireNonNull(object, "object");
    return Binder.bind(Objects.requireNonNull(type, "type"), FunctionSource.attributes(object));
  }

  /**
   * Makes a Java function callable from scripts under a name, in place of what the name meant
   * before.
   *
   * @throws dev.coachwhip.error.FunctionRegistrationException if the name is not an identifier of
   *     the language or is reserved
   */
  void registerFunction(String name, HostFunction function);

  /**
   * Sets a global variable.
   *
   * @param value null, a boolean, a number, text, bytes, a {@link ScriptValue}, a {@link
   *     HostFunction} or an object of another {@link FunctionalInterface}, a time, an enum's
   *     constant, an iterator, iterable or stream, an {@link Exposed} object, a type that is
   *     {@linkplain TypeMapping mapped}, or a record, array, list, set or map of such values, as
   *     far as the language has them. Copied: later changes to a collection are not seen by
   *     scripts, unless it is {@linkplain Exposed#live exposed live}.
   * @throws dev.coachwhip.error.TypeConversionException if the value has no counterpart in the
   *     language; names both types and, in containers, the place
   */
  void setGlobal(String name, @org.jspecify.annotations.Nullable Object value);

  /**
   * Returns a global variable's value as it is now.
   *
   * @throws dev.coachwhip.error.VariableNotFoundException if there is none
   */
  ScriptValue getGlobal(String name);

  /**
   * Returns the names that scripts or the host have set, registered functions among them; a
   * snapshot, sorted.
   */
  Set<String> globalNames();

  /** Removes all variables and registered functions. */
  void clearGlobals();

  /**
   * Lets a debugger attach: listens on this machine's own address {@code 127.0.0.1} for one that
   * speaks the language's debug protocol, and returns at once. What the engine runs from then on
   * stops at breakpoints; a stop counts as running, for time limits too.
   *
   * <p>In Python the debugger is the package debugpy, which speaks the Debug Adapter Protocol and
   * must be installed. It is the whole process's: it sees the scripts of all engines, and listens
   * until the process ends.
   *
   * @param port 0 for any that is free
   * @return the port it listens on
   * @throws UnsupportedOperationException if the backend has no debugger, see {@link
   *     Capability#DEBUG}
   * @throws IllegalArgumentException if it is no port
   * @throws dev.coachwhip.error.BackendException if the debugger is not installed, or cannot listen
   *     there
   */
  default int debug(int port) {
    throw new UnsupportedOperationException("the backend " + backendName() + " has no debugger");
  }

  /**
   * Waits until a debugger has attached and set its breakpoints.
   *
   * @param wait zero to look only
   * @return whether one has since {@link #debug}
   * @throws dev.coachwhip.error.ScriptCancelledException if interrupted (the thread's interrupted
   *     status is kept)
   * @throws IllegalStateException if {@link #debug} was not called
   */
  default boolean awaitDebugger(Duration wait) {
    throw new IllegalStateException("the engine is not being debugged");
  }

  /** Returns the language: {@code "python"}, {@code "rhai"}, {@code "lua"}. */
  String backendName();

  /** Returns what this engine is able to do now. Never waits. */
  EngineStatus status();

  /**
   * Returns what this engine has done; any thread, never waits. Figures that belong together may be
   * some nanoseconds apart. Still there after {@link #close}.
   */
  EngineMetrics metrics();

  /** Returns what this engine can do beyond the common contract. */
  EngineCapabilities capabilities();

  /**
   * Stops what runs, fails what waits with {@link dev.coachwhip.error.ScriptCancelledException},
   * and frees the globals. Never throws; a second call does nothing.
   */
  @Override
  void close();
}
