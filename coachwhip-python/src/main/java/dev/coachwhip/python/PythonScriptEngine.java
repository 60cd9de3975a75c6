package dev.coachwhip.python;

import dev.coachwhip.EngineCapabilities;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.FunctionRegistrationException;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.error.VariableNotFoundException;
import dev.coachwhip.python.array.HostMemory;
import dev.coachwhip.python.array.PythonArrays;
import dev.coachwhip.python.convert.EngineLink;
import dev.coachwhip.python.convert.JavaObjects;
import dev.coachwhip.python.convert.OwnPython;
import dev.coachwhip.python.convert.PythonPrinter;
import dev.coachwhip.python.convert.ToJava;
import dev.coachwhip.python.convert.ToPython;
import dev.coachwhip.python.convert.TypeMappings;
import dev.coachwhip.python.convert.TypeNames;
import dev.coachwhip.python.error.PythonErrors;
import dev.coachwhip.python.error.SourceLines;
import dev.coachwhip.python.expose.ExposedObjects;
import dev.coachwhip.python.ffi.PyBuffers;
import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Capsules;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.LoneSurrogateException;
import dev.coachwhip.python.interp.NativeFunctions;
import dev.coachwhip.python.interp.ObjectLayout;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.ScopeOwner;
import dev.coachwhip.python.interp.Text;
import dev.coachwhip.python.spi.PythonFunction;
import dev.coachwhip.spi.BackendEngine;
import dev.coachwhip.spi.EngineConfig;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An engine on the process's CPython, with globals and outputs of its own. */
final class PythonScriptEngine implements BackendEngine, EngineLink, ScopeOwner {

  /** What a script that ends itself with {@code sys.exit()} ends with: the exit code. */
  private static final ScriptValue EXITED = ScriptValue.of(0L, "int", PythonPrinter.INSTANCE);

  /** What asking an iterator at its end for another element gives. */
  private static final ScriptValue NO_MORE = ToJava.of(null, "NoneType");

  private final EngineCapabilities capabilities;
  private final ScriptLimits limits;
  private final EngineTurns turns;
  private final HostCalls hostCalls = new HostCalls(this);
  private final ScriptCompiler compiler = new ScriptCompiler();
  private final SourceLines lines = new SourceLines(compiler::text);
  private final TypeMappings mappings;
  private final PyRef state;
  private final EngineGlobals globals;
  private final EngineLoop loop = new EngineLoop(this);
  private final HostMemory hostMemory = new HostMemory();
  private volatile boolean printed;

  PythonScriptEngine(EngineConfig config, EngineCapabilities capabilities) {
    this.capabilities = capabilities;
    this.limits = config.limits();
    this.mappings = new TypeMappings(config.mappings());
    this.turns = new EngineTurns(this, limits, this::flush);
    EngineOutput output = new EngineOutput(config);
    this.state = turns.attached(attachment -> EngineState.create(this, config, output, attachment));
    this.globals = turns.attached(_ -> new EngineGlobals(state));
  }

  private ScriptValue checked(
      Attachment attachment, @Nullable ActiveRun run, EngineTurns.Work<ScriptValue> work) {
    hostMemory.requireIntact(attachment);
    return translated(attachment, run, work);
  }

  private ScriptValue translated(
      Attachment attachment, @Nullable ActiveRun run, EngineTurns.Work<ScriptValue> work) {
    try {
      return work.apply(attachment);
    } catch (Raised e) {
      return ended(e, attachment, run);
    }
  }

  /** Ends a run with an exception: a stop, {@code sys.exit()}, or an error. */
  private ScriptValue ended(Raised raised, Attachment attachment, @Nullable ActiveRun run) {
    boolean stopped = StoppedRun.isStop(raised.exception());
    var error = PythonErrors.ofRun(raised, attachment, lines);
    if (stopped) {
      throw StoppedRun.error(run, limits, error);
    }
    if (error instanceof ScriptRuntimeException exit && exit.exitCode().equals(OptionalInt.of(0))) {
      return EXITED;
    }
    throw error;
  }

  private void flush() {
    if (printed) {
      printed = false;
      EngineState.flush(state);
    }
  }

  private ScriptValue execute(ScriptSource source, Attachment attachment) {
    CompiledScript script = compiler.compile(source, attachment);
    long result =
        ScriptExecution.run(
            script,
            globals,
            awaits -> loop.run(awaits, globals.dict(), attachment, turns.runOf(attachment)));
    return taken(result, attachment);
  }

  /**
   * Returns what a coroutine ends with.
   *
   * @param outcome the value or the exception, borrowed
   */
  ScriptValue ended(Attachment attachment, boolean succeeded, long outcome) {
    return translated(
        attachment,
        null,
        a -> {
          if (succeeded) {
            return ToJava.convert(this, a, outcome);
          }
          PyRefs.Py_IncRef(outcome);
          throw Raised.of(outcome);
        });
  }

  @Override
  public Optional<CompletableFuture<ScriptValue>> future(PyRef object) {
    turns.requireOpen();
    return turns.attached(attachment -> {
      try {
        return EngineLoop.isAwaitable(object.borrow())
            ? Optional.of(loop.future(object.borrow(), attachment))
            : Optional.empty();
      } catch (Raised e) {
        throw error(e, attachment);
      }
    });
  }

  @Override
  public <T> T attached(Function<Attachment, T> work) {
    return turns.attached(work::apply);
  }

  @Override
  public <T> T release(Attachment attachment, Callable<T> code) throws Exception {
    return hostCalls.detached(attachment, code);
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

  /** Translates an exception that a script's code raised. */
  ScriptException error(Raised raised, Attachment attachment) {
    return PythonErrors.ofRun(raised, attachment, lines);
  }

  /** Returns what the calling thread does for this engine and can be stopped, null for nothing. */
  @Nullable ActiveRun runOf(Attachment attachment) {
    return loop.isOn(attachment) ? loop.work() : turns.runOf(attachment);
  }

  private ScriptValue taken(long owned, Attachment attachment) {
    try {
      return ToJava.convert(this, attachment, owned);
    } finally {
      PyRefs.Py_DecRef(owned);
    }
  }

  @Override
  public ScriptValue executeScript(ScriptSource source) {
    Objects.requireNonNull(source, "source");
    return inRun(attachment -> execute(source, attachment));
  }

  private ScriptValue inRun(EngineTurns.Work<ScriptValue> work) {
    return turns.inRun((attachment, run) -> checked(attachment, run, work));
  }

  @Override
  public ScriptRun start(ScriptSource source, Map<String, ?> values) {
    Objects.requireNonNull(source, "source");
    turns.requireOpen();
    Map<String, PyRef> converted = turns.attached(attachment -> convertAll(values, attachment));
    return turns.start(
        (attachment, run) -> checked(attachment, run, a -> execute(source, converted, a)));
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
            Objects.requireNonNull(name, "name"), PyRef.ofOwned(convert(name, value, attachment))));
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
    return inRun(
        attachment -> call(callable(function, attachment), Map.of(), arguments, attachment));
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

  private ScriptValue call(
      long callable, Map<String, ?> named, @Nullable Object[] arguments, Attachment attachment) {
    PyRefs.Py_IncRef(callable); // its own code may rebind the name, or its owner be collected
    try {
      return called(callable, named, arguments, attachment);
    } finally {
      PyRefs.Py_DecRef(callable);
    }
  }

  @Override
  public ScriptValue call(PyRef callable, Map<String, ?> named, @Nullable Object[] arguments) {
    return inRun(attachment -> call(callable.borrow(), named, arguments, attachment));
  }

  @Override
  public ScriptValue helper(String file, String function, @Nullable Object... arguments) {
    return inRun(attachment ->
        called(Interpreter.running().helper(file, function), Map.of(), arguments, attachment));
  }

  @Override
  public ScriptValue call(PythonFunction function, @Nullable Object[] arguments) {
    return inRun(
        attachment -> called(OwnPython.function(function), Map.of(), arguments, attachment));
  }

  @Override
  public long capsulePointer(PyRef capsule, String name) {
    return turns.attached(_ -> Capsules.pointer(capsule.borrow(), name));
  }

  private ScriptValue called(
      long callable, Map<String, ?> named, @Nullable Object[] arguments, Attachment attachment) {
    long[] converted = new long[arguments.length];
    long keywords = 0;
    try {
      for (int i = 0; i < arguments.length; i++) {
        converted[i] = convert(arguments[i], attachment);
      }
      keywords = named.isEmpty() ? 0 : convert(named, attachment);
      return taken(Calls.call(callable, attachment, converted, keywords), attachment);
    } finally {
      PyRefs.Py_DecRef(keywords);
      for (long argument : converted) {
        PyRefs.Py_DecRef(argument);
      }
    }
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the end is told apart from every element
  public Optional<ScriptValue> next(PyRef iterator) {
    ScriptValue element =
        inRun(attachment -> {
          long item = next(iterator.borrow());
          return item == 0 ? NO_MORE : taken(item, attachment);
        });
    return element == NO_MORE || element == EXITED ? Optional.empty() : Optional.of(element);
  }

  /** Returns the next element, a new reference, or 0 at the end. */
  private static long next(long iterator) {
    PyRefs.Py_IncRef(iterator); // a generator must not be freed while it runs
    try {
      long item = PyObjects.PyIter_Next(iterator);
      if (item == 0) {
        Raised.checkNone();
      }
      return item;
    } finally {
      PyRefs.Py_DecRef(iterator);
    }
  }

  @Override
  public boolean isOpen() {
    return !turns.isClosed();
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
      setOwned(name, function(attachment, name, function), attachment);
      return true;
    });
  }

  @Override
  public long function(Attachment attachment, String name, HostFunction function) {
    return NativeFunctions.create(
        name, FunctionText.of(name, function), new HostFunctionBody(this, name, function));
  }

  @Override
  public JavaObjects objects() {
    return ExposedObjects.INSTANCE;
  }

  @Override
  public <T extends @Nullable Object> T hostCall(Attachment attachment, Callable<T> code)
      throws Exception {
    return hostCalls.call(attachment, code);
  }

  @Override
  public Optional<ScriptArray> array(PyRef object) {
    return turns.attached(attachment -> {
      try {
        return PyBuffers.PyObject_CheckBuffer(object.borrow()) == 0
            ? Optional.empty()
            : Optional.ofNullable(new PythonArrays(attachment, this).ofBuffer(object.borrow()));
      } catch (Raised e) {
        throw PythonErrors.ofRun(e, attachment, lines);
      }
    });
  }

  @Override
  public HostMemory hostMemory() {
    return hostMemory;
  }

  @Override
  public TypeMappings mappings() {
    return mappings;
  }

  @Override
  public Optional<HostFunction> hostFunction(long function) {
    return NativeFunctions.bodyOf(function) instanceof HostFunctionBody body
        ? Optional.of(body.function())
        : Optional.empty();
  }

  @Override
  public void setGlobal(String name, @Nullable Object value) {
    Objects.requireNonNull(name, "name");
    turns.inTurn(attachment -> {
      setOwned(name, convert(name, value, attachment), attachment);
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

  private long convert(@Nullable Object value, Attachment attachment) {
    return convert("", value, attachment);
  }

  private long convert(String name, @Nullable Object value, Attachment attachment) {
    try {
      return ToPython.convertNamed(this, attachment, name, value);
    } catch (Raised e) { // a set of lists, say
      var error = PythonErrors.ofRun(e, attachment, lines);
      throw new TypeConversionException(
          "a value Python can hold",
          String.valueOf(value == null ? null : value.getClass().getName()),
          ErrorDetails.of("python", "cannot convert to a Python value: " + error.getMessage())
              .causedBy(error));
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
      return translated(attachment, null, a -> ToJava.convert(this, a, found));
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
  public long globals() {
    return globals.dict();
  }

  @Override
  public void clearGlobals() {
    turns.inTurn(_ -> {
      globals.clear();
      return true;
    });
  }

  @Override
  public String print(long object, boolean inContainer) {
    return turns.attached(attachment -> {
      PyRefs.Py_IncRef(object); // the caller's owner of it may become unreachable meanwhile
      try {
        return printed(object, inContainer, attachment);
      } catch (Raised e) {
        throw PythonErrors.ofRun(e, attachment, lines);
      } finally {
        PyRefs.Py_DecRef(object);
      }
    });
  }

  private static String printed(long object, boolean inContainer, Attachment attachment) {
    try {
      return text(
          inContainer ? PyObjects.PyObject_Repr(object) : PyObjects.PyObject_Str(object),
          attachment);
    } catch (LoneSurrogateException e) {
      return text(PyObjects.PyObject_ASCII(object), attachment);
    }
  }

  /** Takes over a str. */
  private static String text(long str, Attachment attachment) {
    try {
      return Text.toJava(Raised.check(str), attachment);
    } finally {
      PyRefs.Py_DecRef(str);
    }
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
