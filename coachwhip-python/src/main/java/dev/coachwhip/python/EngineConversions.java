package dev.coachwhip.python;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.array.HostMemory;
import dev.coachwhip.python.array.PythonArrays;
import dev.coachwhip.python.convert.ConversionCounts;
import dev.coachwhip.python.convert.EngineLink;
import dev.coachwhip.python.convert.JavaObjects;
import dev.coachwhip.python.convert.OwnPython;
import dev.coachwhip.python.convert.ToJava;
import dev.coachwhip.python.convert.TypeMappings;
import dev.coachwhip.python.error.SourceLines;
import dev.coachwhip.python.expose.ExposedObjects;
import dev.coachwhip.python.ffi.PyBuffers;
import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Capsules;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.LoneSurrogateException;
import dev.coachwhip.python.interp.NativeFunctions;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.Text;
import dev.coachwhip.python.spi.PythonFunction;
import dev.coachwhip.spi.EngineConfig;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What conversions ask of an engine. */
final class EngineConversions implements EngineLink {

  /** What asking an iterator at its end for another element gives. */
  private static final ScriptValue NO_MORE = ToJava.of(null, "NoneType");

  private final PythonScriptEngine engine;
  private final EngineTurns turns;
  private final EngineCalls calls;
  private final TypeMappings mappings;
  private final HostMemory hostMemory = new HostMemory();
  private final ConversionCounts conversions = new ConversionCounts();

  EngineConversions(
      PythonScriptEngine engine, EngineTurns turns, EngineConfig config, SourceLines lines) {
    this.engine = engine;
    this.turns = turns;
    this.calls = new EngineCalls(this, turns, config.limits(), lines);
    this.mappings = new TypeMappings(config.mappings());
  }

  /** Returns what calls into Python with these conversions. */
  EngineCalls calls() {
    return calls;
  }

  @Override
  public ConversionCounts conversions() {
    return conversions;
  }

  @Override
  public Optional<CompletableFuture<ScriptValue>> future(PyRef object) {
    turns.requireOpen();
    return turns.attached(attachment -> {
      try {
        return EngineLoop.isAwaitable(object.borrow())
            ? Optional.of(engine.loop().future(object.borrow(), attachment))
            : Optional.empty();
      } catch (Raised e) {
        throw calls.error(e, attachment);
      }
    });
  }

  @Override
  public <T> T attached(Function<Attachment, T> work) {
    return turns.attached(work::apply);
  }

  @Override
  public <T> T release(Attachment attachment, Callable<T> code) throws Exception {
    return engine.hostCalls().detached(attachment, code);
  }

  @Override
  public ScriptValue call(PyRef callable, Map<String, ?> named, @Nullable Object[] arguments) {
    return calls.inRun(attachment -> calls.call(callable.borrow(), named, arguments, attachment));
  }

  @Override
  public ScriptValue helper(String file, String function, @Nullable Object... arguments) {
    return calls.inRun(attachment ->
        calls.called(
            Interpreter.running().helper(file, function), Map.of(), arguments, attachment));
  }

  @Override
  public ScriptValue call(PythonFunction function, @Nullable Object[] arguments) {
    return calls.inRun(
        attachment -> calls.called(OwnPython.function(function), Map.of(), arguments, attachment));
  }

  @Override
  public long capsulePointer(PyRef capsule, String name) {
    return turns.attached(_ -> Capsules.pointer(capsule.borrow(), name));
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the end is told apart from every element
  public Optional<ScriptValue> next(PyRef iterator) {
    ScriptValue element =
        calls.inRun(attachment -> {
          long item = next(iterator.borrow());
          return item == 0 ? NO_MORE : calls.taken(item, attachment);
        });
    return element == NO_MORE || element == EngineCalls.EXITED
        ? Optional.empty()
        : Optional.of(element);
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
  public long function(Attachment attachment, String name, HostFunction function) {
    return NativeFunctions.create(
        name, FunctionText.of(name, function), new HostFunctionBody(engine, this, name, function));
  }

  @Override
  public JavaObjects objects() {
    return ExposedObjects.INSTANCE;
  }

  @Override
  public <T extends @Nullable Object> T hostCall(Attachment attachment, Callable<T> code)
      throws Exception {
    return engine.hostCalls().call(attachment, code);
  }

  @Override
  public Optional<ScriptArray> array(PyRef object) {
    return turns.attached(attachment -> {
      try {
        return PyBuffers.PyObject_CheckBuffer(object.borrow()) == 0
            ? Optional.empty()
            : Optional.ofNullable(new PythonArrays(attachment, this).ofBuffer(object.borrow()));
      } catch (Raised e) {
        throw calls.error(e, attachment);
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
  public long globals() {
    return engine.globalsDict();
  }

  @Override
  public String print(long object, boolean inContainer) {
    return turns.attached(attachment -> {
      PyRefs.Py_IncRef(object); // the caller's owner of it may become unreachable meanwhile
      try {
        return printed(object, inContainer, attachment);
      } catch (Raised e) {
        throw calls.error(e, attachment);
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
}
