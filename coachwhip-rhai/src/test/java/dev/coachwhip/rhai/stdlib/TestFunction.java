package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of a script, written in Java. */
public record TestFunction(String name, int arity, Body body) implements ScriptFunction {

  /** What it does. */
  public interface Body {
    Object call(@Nullable Ref<Object> self, Object[] arguments);
  }

  /** Returns a pointer to a closure. */
  static FunctionPointer closure(int arity, Body body) {
    return FunctionPointer.to(new TestFunction("anon$test", arity, body), List.of());
  }

  @Override
  public List<String> parameters() {
    return Collections.nCopies(arity, "x");
  }

  @Override
  public @Nullable String thisType() {
    return null;
  }

  @Override
  public boolean isVisible() {
    return true;
  }

  @Override
  public List<String> comments() {
    return List.of();
  }

  @Override
  public Object call(Run run, @Nullable Ref<Object> self, Object[] arguments) {
    run.enterCall(0, 0);
    Object result = body.call(self, arguments);
    run.leaveCall();
    return result;
  }
}
