package dev.coachwhip.python;

import dev.coachwhip.EngineCapabilities;
import dev.coachwhip.EngineMetrics;
import dev.coachwhip.EngineStatus;
import dev.coachwhip.HostFunction;
import dev.coachwhip.Policy;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.FunctionRegistrationException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.error.VariableNotFoundException;
import dev.coachwhip.python.convert.ToJava;
import dev.coachwhip.python.convert.TypeNames;
import dev.coachwhip.python.error.SourceLines;
import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.ObjectLayout;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.ScopeOwner;
import dev.coachwhip.python.policy.Guard;
import dev.coachwhip.python.policy.Guarded;
import dev.coachwhip.spi.BackendEngine;
import dev.coachwhip.spi.EngineConfig;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An engine on the process's CPython, with globals and outputs of its own. */
final class PythonScriptEngine implements BackendEngine, ScopeOwner, Guarded {

  private final EngineCapabilities capabilities;
  private final EngineTurns turns;
  private final HostCalls hostCalls = new HostCalls(this);
  private final ScriptCompiler compiler = new ScriptCompiler();
  private final EngineConversions conversions;
  private final EngineCalls calls;
  private final @Nullable Guard guard;
  private final PyRef state;
  private final EngineGlobals globals;
  private final EngineLoop loop = new EngineLoop(this);
  private volatile boolean printed;

  PythonScriptEngine(EngineConfig config, EngineCapabilities capabilities) {
    this.capabilities = capabilities;
    this.turns = new EngineTurns(this, config.limits(), this::flush);
    this.conversions = new EngineConversions(this, turns, config, new SourceLines(compiler::text));
    this.calls = conversions.calls();
    this.guard = guard(config.policy());
    EngineOutput output = new EngineOutput(config, turns.slot()::meter);
    this.state = turns.attached(a -> EngineState.create(config, output, guard, a));
    this.globals = turns.attached(_ -> new EngineGlobals(state));
    if (RunMeter.countsCode(config.limits())) {
      turns.attached(this::countThreads);
    }
  }

  /** Lets the threads that scripts start be counted. */
  private boolean countThreads(Attachment attachment) {
    long begin = ThreadMeter.beginning(false, turns.slot()::meter);
    EngineState.countThreadsBy(begin, state, attachment);
    PyRefs.Py_DecRef(begin);
    return true;
  }

  private @Nullable Guard guard(Policy policy) {
    return policy.isOpen() ? null : turns.attached(attachment -> Guard.of(policy, attachment));
  }

  @Override
  public @Nullable Guard guard() {
    return guard;
  }

  /** Returns how this engine calls into Python. */
  EngineCalls calls() {
    return calls;
  }

  /** Returns the engine's event loop. */
  EngineLoop loop() {
    return loop;
  }

  /** Returns the engine's globals, a dict, borrowed while the engine is reachable. Attached. */
  long globalsDict() {
    return globals.dict();
  }

  private void flush() {
    if (printed) {
      printed = false;
      EngineState.flush(state);
    }
  }

  private ScriptValue execute(ScriptSource source, Attachment attachment) {
    CompiledScript script =
        turns.slot().meter() == null
            ? compiler.compile(source, attachment)
            : ThreadMeter.uncounted(() -> compiler.compile(source, attachment));
    long result =
        ScriptExecution.run(
            script,
            globals,
            awaits -> loop.run(awaits, globals.dict(), attachment, turns.runOf(attachment)));
    return calls.taken(result, attachment);
  }

  /** Cancels what completes a future of this engine's loop. */
  void cancel(LoopFuture future) {
    turns.attached(attachment -> {
      try {
        loop.cancel(future, attachment);
      } catch (Raised e) {
        PyRefs.Py_DecRef(e.exception()); // the loop has ended, and its tasks with it
      }
      return true;
    });
  }

  /** Returns what the calling thread does for this engine and can be stopped, null for nothing. */
  @Nullable ActiveRun runOf(Attachment attachment) {
    return loop.isOn(attachment) ? loop.work() : turns.runOf(attachment);
  }

  @Override
  public ScriptValue executeScript(ScriptSource source) {
    Objects.requireNonNull(source, "source");
    return calls.inRun(source.name(), attachment -> execute(source, attachment));
  }

  @Override
  public ScriptRun start(ScriptSource source, Map<String, ?> values) {
    Objects.requireNonNull(source, "source");
    turns.requireUsable();
    Map<String, PyRef> converted = turns.attached(attachment -> convertAll(values, attachment));
    return turns.start(
        source.name(),
        (attachment, run) -> calls.checked(attachment, run, a -> execute(source, converted, a)));
  }

  private ScriptValue execute(
      ScriptSource source, Map<String, PyRef> values, Attachment attachment) {
    values.forEach((name, value) -> globals.set(name, value.borrow(), attachment));
    return execute(source, attachment);
  }

  private Map<String, PyRef> convertAll(Map<String, ?> values, Attachment attachment) {
    Map<String, PyRef> converted = new LinkedHashMap<>();
    values.forEach((name, value) ->
        converted.put(
            Objects.requireNonNull(name, "name"),
            PyRef.ofOwned(calls.convert(name, value, attachment))));
    return converted;
  }

  @Override
  public void validateScript(ScriptSource source) {
    Objects.requireNonNull(source, "source");
    turns.requireOpen();
    turns.attached(attachment -> {
      ScriptCompiler.check(source, attachment);
      return true;
    });
  }

  @Override
  public ScriptValue call(String function, @Nullable Object... arguments) {
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(arguments, "arguments");
    return calls.inRun(
        function,
        attachment -> calls.call(callable(function, attachment), Map.of(), arguments, attachment));
  }

  private long callable(String name, Attachment attachment) {
    long found = globals.get(name, attachment);
    if (found == 0) {
      throw notFound(name);
    }
    if (PyObjects.PyCallable_Check(found) == 0) {
      String type = TypeNames.of(ObjectLayout.typeOf(found), attachment);
      throw new TypeConversionException(
          "callable",
          type,
          ErrorDetails.of(
              "python", "the global '%s' is a %s, which cannot be called".formatted(name, type)));
    }
    return found;
  }

  @Override
  public void registerFunction(String name, HostFunction function) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(function, "function");
    turns.inTurn(attachment -> {
      if (!EngineState.isValidName(name, attachment)) {
        throw new FunctionRegistrationException(
            ErrorDetails.of(
                "python", "'%s' is not a name that a Python function can have".formatted(name)));
      }
      setOwned(name, conversions.function(attachment, name, function), attachment);
      return true;
    });
  }

  @Override
  public void setGlobal(String name, @Nullable Object value) {
    Objects.requireNonNull(name, "name");
    turns.inTurn(attachment -> {
      setOwned(name, calls.convert(name, value, attachment), attachment);
      return true;
    });
  }

  private void setOwned(String name, long owned, Attachment attachment) {
    try {
      globals.set(name, owned, attachment);
    } finally {
      PyRefs.Py_DecRef(owned);
    }
  }

  @Override
  public ScriptValue getGlobal(String name) {
    Objects.requireNonNull(name, "name");
    return turns.inTurn(attachment -> {
      long found = globals.get(name, attachment);
      if (found == 0) {
        throw notFound(name);
      }
      return calls.translated(attachment, null, a -> ToJava.convert(conversions, a, found));
    });
  }

  private static VariableNotFoundException notFound(String name) {
    return new VariableNotFoundException(
        name, ErrorDetails.of("python", "there is no global '" + name + "'"));
  }

  @Override
  public Set<String> globalNames() {
    return turns.inTurn(attachment -> Collections.unmodifiableSortedSet(globals.names(attachment)));
  }

  @Override
  public void clearGlobals() {
    turns.inTurn(_ -> {
      globals.clear();
      return true;
    });
  }

  /** Asked by whatever prints, which tells that there may be something to flush. */
  @Override
  public long pythonState() {
    printed = true;
    return turns.isClosed() ? Py.NONE : state.borrow();
  }

  @Override
  public boolean runsOnThisThread() {
    return Attachment.isCurrentThreadInside(this);
  }

  @Override
  public int debug(int port) {
    turns.requireOpen();
    return DebugServer.listen(port);
  }

  @Override
  public boolean awaitDebugger(Duration wait) {
    Objects.requireNonNull(wait, "wait");
    turns.requireOpen();
    return DebugServer.await(wait);
  }

  @Override
  public EngineStatus status() {
    return turns.status();
  }

  @Override
  public EngineMetrics metrics() {
    return turns.metrics(conversions.conversions());
  }

  @Override
  public String backendName() {
    return "python";
  }

  @Override
  public EngineCapabilities capabilities() {
    return capabilities;
  }

  /** Returns what runs the user's Java code for this engine's scripts. */
  HostCalls hostCalls() {
    return hostCalls;
  }

  /** Returns this engine's turns, for its host functions. */
  EngineTurns turns() {
    return turns;
  }

  @Override
  public void close() {
    turns.close(() -> {
      loop.close(Attachment.ofCurrentThread());
      compiler.clear();
      EngineState.close(state);
    });
  }
}
