package dev.coachwhip.rhai;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptSignature;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.spi.ScriptObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function of a script or the host that a value in Java refers to.
 *
 * @param engine whose function it is
 * @param pointer the function
 * @param source what ran when the value was made
 */
record FunctionReference(RhaiScriptEngine engine, FunctionPointer pointer, ScriptSource source)
    implements ScriptObject {

  /** Calls it by position; Rhai has no other way. */
  private record Callable(FunctionReference function) implements ScriptCallable {
    @Override
    public ScriptValue call(Map<String, ?> named, @Nullable Object... arguments) {
      if (!named.isEmpty()) {
        throw new IllegalArgumentException(
            "functions of Rhai take no arguments by name, but got " + named.keySet());
      }
      return function.engine.callPointer(function.pointer, function.source, arguments);
    }
  }

  @Override
  public Optional<ScriptCallable> callable() {
    return Optional.of(new Callable(this));
  }

  @Override
  public boolean isCode() {
    return true;
  }

  @Override
  public Optional<HostFunction> hostFunction() {
    return engine.hostFunctionOf(pointer);
  }

  @Override
  public Optional<ScriptSignature> signature() {
    ScriptFunction function = pointer.function();
    if (function == null) {
      return Optional.empty();
    }
    List<String> all = function.parameters();
    List<ScriptSignature.Parameter> free =
        all.subList(Math.min(pointer.curried().size(), all.size()), all.size()).stream()
            .map(FunctionReference::parameter)
            .toList();
    String comments = String.join("\n", function.comments());
    Optional<String> text = comments.isEmpty() ? Optional.empty() : Optional.of(comments);
    return Optional.of(new ScriptSignature(function.name(), free, text));
  }

  private static ScriptSignature.Parameter parameter(String name) {
    return new ScriptSignature.Parameter(name, ScriptSignature.Kind.POSITIONAL_ONLY, false);
  }

  @Override
  public String print() {
    return pointer.toString();
  }
}
