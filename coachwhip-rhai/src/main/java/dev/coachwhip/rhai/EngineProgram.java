package dev.coachwhip.rhai;

import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run looks names up in: the script's own functions, then those of earlier scripts.
 *
 * @param own what runs
 */
record EngineProgram(Program own, Library library) implements Program {

  @Override
  public Object execute(Run run) {
    return own.execute(run);
  }

  @Override
  public @Nullable ScriptFunction function(String name, int arity, @Nullable String thisType) {
    ScriptFunction function = own.function(name, arity, thisType);
    return function == null ? library.link(name, arity, thisType) : function;
  }

  @Override
  public boolean defines(String name, int arity) {
    return own.defines(name, arity) || library.links(name, arity);
  }

  @Override
  public List<ScriptFunction> functions() {
    List<ScriptFunction> all = new ArrayList<>(own.functions());
    for (ScriptFunction function : library.functions()) {
      if (own.function(function.name(), function.parameters().size(), function.thisType())
          == null) {
        all.add(function);
      }
    }
    return all;
  }

  @Override
  public List<ScriptFunction> closures() {
    return own.closures();
  }
}
