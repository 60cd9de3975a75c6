package dev.coachwhip.python.convert;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptIterator;
import dev.coachwhip.ScriptSignature;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.spi.PythonFunction;
import dev.coachwhip.python.spi.PythonReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A Python object that has no plain Java counterpart; any engine of this process can be given it
 * back.
 */
final class PythonObject implements PythonReference {

  private final EngineLink engine;
  private final PyRef ref;
  private final boolean callable;
  private final boolean code;
  private final Optional<HostFunction> hostFunction;

  PythonObject(
      EngineLink engine,
      PyRef ref,
      boolean callable,
      boolean code,
      Optional<HostFunction> hostFunction) {
    this.engine = engine;
    this.ref = ref;
    this.callable = callable;
    this.code = code;
    this.hostFunction = hostFunction;
  }

  PyRef ref() {
    return ref;
  }

  @Override
  public Optional<ScriptCallable> callable() {
    return callable ? Optional.of(new Callable()) : Optional.empty();
  }

  @Override
  public ScriptValue call(PythonFunction function, @Nullable Object... arguments) {
    return engine.call(function, arguments);
  }

  @Override
  public long capsulePointer(String name) {
    return engine.capsulePointer(ref, name);
  }

  @Override
  public boolean isCode() {
    return code;
  }

  @Override
  public Optional<HostFunction> hostFunction() {
    return hostFunction;
  }

  @Override
  public Optional<Map<String, ScriptValue>> fields() {
    return inspection().fields();
  }

  @Override
  public Optional<ScriptSignature> signature() {
    return callable ? inspection().signature() : Optional.empty();
  }

  @Override
  public Optional<ScriptIterator> iterator() {
    return code ? Optional.empty() : PythonIterator.begin(engine, ToJava.of(this, "object"));
  }

  @Override
  public Optional<ScriptArray> array() {
    return inspection().hasMask() ? Optional.empty() : engine.array(ref);
  }

  @Override
  public Optional<ScriptValue> attribute(String name) {
    return inspection().attribute(name);
  }

  @Override
  public Optional<String> constantName() {
    return inspection().constantName();
  }

  @Override
  public Optional<CompletableFuture<ScriptValue>> future() {
    return engine.future(ref);
  }

  @Override
  public String print() {
    return ref.whileHeld(object -> engine.print(object, false));
  }

  @Override
  public String printInContainer() {
    return ref.whileHeld(object -> engine.print(object, true));
  }

  private Inspection inspection() {
    return new Inspection(engine, ToJava.of(this, "object"));
  }

  private final class Callable implements ScriptCallable {
    @Override
    public ScriptValue call(Map<String, ?> named, @Nullable Object... arguments) {
      return engine.call(ref, named, arguments);
    }
  }
}
