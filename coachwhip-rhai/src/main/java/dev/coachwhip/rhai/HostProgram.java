package dev.coachwhip.rhai;

import dev.coachwhip.HostFunction;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.Unit;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host function that is a value and has no name to be found by: what its {@code Fn} looks its
 * name up in. Takes any number of arguments.
 *
 * @param calls what calls host functions
 * @param name for messages
 * @param hostFunction as the host gave it
 */
record HostProgram(HostCalls calls, String name, HostFunction hostFunction) implements Program {

  @Override
  public Object execute(Run run) {
    return Unit.UNIT;
  }

  @Override
  public @Nullable ScriptFunction function(String wanted, int arity, @Nullable String thisType) {
    return thisType == null ? new Body(this, arity) : null;
  }

  @Override
  public List<ScriptFunction> functions() {
    return List.of();
  }

  /** It, for one number of arguments. */
  private record Body(HostProgram program, int arity) implements ScriptFunction {

    @Override
    public String name() {
      return program.name;
    }

    @Override
    public List<String> parameters() {
      return Collections.nCopies(arity, "");
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
      return program.calls.call(program.name, program.hostFunction, arguments);
    }
  }
}
