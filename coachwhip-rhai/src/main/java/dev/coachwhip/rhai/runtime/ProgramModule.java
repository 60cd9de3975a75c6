package dev.coachwhip.rhai.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A script as a module: it ran once, and its public functions, the variables that it exported as
 * they were then, and the modules that it imported can be used. Its functions see each other and
 * the constants of its top level, then the functions of the script that runs.
 */
public final class ProgramModule implements ScriptModule {

  private final Program program;
  private final Environment environment = new Environment();
  private final Map<String, Object> variables = new HashMap<>();

  private ProgramModule(Program program) {
    this.program = program;
  }

  /**
   * Runs a script for the module that it makes.
   *
   * @throws RhaiError if it fails; as the script threw it
   */
  public static ProgramModule load(Run run, Program program) {
    ProgramModule module = new ProgramModule(program);
    Scope scope = new Scope();
    run.inModule(program, scope, module.environment, () -> program.execute(run));
    module.export(scope);
    return module;
  }

  private void export(Scope scope) {
    for (int i = scope.size() - 1; i >= 0; i--) {
      Object value = Values.copy(scope.get(i));
      for (String alias : scope.aliases(i)) {
        variables.putIfAbsent(alias, value);
      }
    }
  }

  @Override
  public @Nullable ScriptFunction function(String name, int arity) {
    ScriptFunction function = program.function(name, arity, null);
    return function != null && function.isVisible() ? new Member(function) : null;
  }

  @Override
  public @Nullable Overload overload(String name, Class<?>... types) {
    return null;
  }

  @Override
  public @Nullable Object variable(String name) {
    return variables.get(name);
  }

  @Override
  public @Nullable ScriptModule module(String name) {
    return environment.find(List.of(name));
  }

  /** A function that sees what its module sees. */
  private final class Member implements ScriptFunction {
    private final ScriptFunction function;

    private Member(ScriptFunction function) {
      this.function = function;
    }

    @Override
    public String name() {
      return function.name();
    }

    @Override
    public List<String> parameters() {
      return function.parameters();
    }

    @Override
    public @Nullable String thisType() {
      return function.thisType();
    }

    @Override
    public boolean isVisible() {
      return function.isVisible();
    }

    @Override
    public List<String> comments() {
      return function.comments();
    }

    @Override
    public String source() {
      return function.source();
    }

    @Override
    public Object call(Run run, @Nullable Ref<Object> self, Object[] arguments) {
      Program both = new Layered(program, run.program());
      return run.inModule(
          both, run.scope(), environment, () -> function.call(run, self, arguments));
    }
  }

  /** The functions of a module, then those of the script that uses it. */
  private record Layered(Program own, Program outer) implements Program {

    @Override
    public Object execute(Run run) {
      return own.execute(run);
    }

    @Override
    public @Nullable ScriptFunction function(String name, int arity, @Nullable String thisType) {
      ScriptFunction function = own.function(name, arity, thisType);
      return function != null ? function : outer.function(name, arity, thisType);
    }

    @Override
    public boolean defines(String name, int arity) {
      return own.defines(name, arity) || outer.defines(name, arity);
    }

    @Override
    public List<ScriptFunction> functions() {
      return own.functions();
    }

    @Override
    public List<ScriptFunction> closures() {
      return own.closures();
    }
  }
}
