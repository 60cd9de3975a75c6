package dev.coachwhip.rhai;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.TypeMapping;
import dev.coachwhip.rhai.convert.EngineLink;
import dev.coachwhip.rhai.convert.FromScript;
import dev.coachwhip.rhai.convert.ToScript;
import dev.coachwhip.rhai.convert.TypeMappings;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.ValueStream;
import dev.coachwhip.spi.ScriptObject;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Values both ways for one engine. */
final class EngineConversions implements EngineLink {

  private final RhaiScriptEngine engine;
  private final ExtensionFunctions extensions;
  private final ToScript toScript;
  private final FromScript fromScript;
  private final LongAdder toScriptCount = new LongAdder();
  private final LongAdder fromScriptCount = new LongAdder();
  private @Nullable EngineFunctions functions;

  /** What runs, or where the function is from that is asked for; in the engine's turn. */
  private ScriptSource source = ScriptSource.of("");

  EngineConversions(
      RhaiScriptEngine engine, ExtensionFunctions extensions, List<TypeMapping<?>> mappings) {
    this.engine = engine;
    this.extensions = extensions;
    TypeMappings table = new TypeMappings(mappings);
    this.toScript = new ToScript(this, table);
    this.fromScript = new FromScript(this, table);
  }

  /** Gets the engine's functions; once, before the first conversion. */
  void setFunctions(EngineFunctions engineFunctions) {
    functions = engineFunctions;
  }

  private EngineFunctions functions() {
    return Objects.requireNonNull(functions);
  }

  @Override
  public void checkStop() {
    engine.checkStop();
  }

  ToScript toScript() {
    return toScript;
  }

  FromScript fromScript() {
    return fromScript;
  }

  Object toScript(String name, @Nullable Object value) {
    toScriptCount.increment();
    return toScript.convert(name, value);
  }

  Object[] toScript(@Nullable Object[] values) {
    Object[] converted = new Object[values.length];
    for (int i = 0; i < converted.length; i++) {
      converted[i] = toScript("argument " + (i + 1), values[i]);
    }
    return converted;
  }

  /**
   * Converts for Java.
   *
   * @param from where functions in it are from
   */
  ScriptValue fromScript(Object value, ScriptSource from) {
    fromScriptCount.increment();
    ScriptSource before = enter(from);
    try {
      return fromScript.convert(value);
    } finally {
      source = before;
    }
  }

  /** Takes note of what runs; returns what did before, to be entered again. */
  ScriptSource enter(ScriptSource running) {
    ScriptSource before = source;
    source = running;
    return before;
  }

  @Override
  public ScriptObject functionObject(FunctionPointer function) {
    return new FunctionReference(engine, function, source);
  }

  @Override
  public ScriptObject streamObject(ValueStream stream) {
    return new StreamReference(stream, fromScript);
  }

  @Override
  public @Nullable FunctionPointer functionOf(ScriptObject object) {
    return object instanceof FunctionReference reference && reference.engine() == engine
        ? reference.pointer()
        : null;
  }

  @Override
  public FunctionPointer hostFunction(String name, HostFunction function) {
    return functions().pointer(name, function);
  }

  @Override
  public void exposing() {
    functions().beginToExpose();
  }

  @Override
  public boolean isScriptType(Class<?> type) {
    return extensions.isScriptType(type);
  }

  @Override
  public String typeName(Object value) {
    return functions().table().typeName(value);
  }

  long toScriptCount() {
    return toScriptCount.sum();
  }

  long fromScriptCount() {
    return fromScriptCount.sum();
  }
}
