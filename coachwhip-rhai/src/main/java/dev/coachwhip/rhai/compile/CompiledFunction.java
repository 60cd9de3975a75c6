package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.analysis.FunctionGroup;
import dev.coachwhip.rhai.link.DirectFunction;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.runtime.Unit;
import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of a compiled script, or what a closure runs. */
final class CompiledFunction implements DirectFunction {

  private final CompiledProgram program;
  private final dev.coachwhip.rhai.ast.Function function;
  private final int index;
  private final List<String> parameters;
  private final boolean usesThis;
  private final boolean scoped;
  private final boolean closure;
  private @Nullable MethodHandle handle;

  CompiledFunction(CompiledProgram program, FunctionGroup group) {
    this.program = program;
    this.function = group.function();
    this.index = group.index();
    this.parameters = group.parameters();
    this.usesThis = group.usesThis();
    this.scoped = group.isScoped();
    this.closure = group.isClosure();
  }

  boolean isClosure() {
    return closure;
  }

  @Override
  public String name() {
    return function.name();
  }

  @Override
  public List<String> parameters() {
    return parameters;
  }

  @Override
  public @Nullable String thisType() {
    return function.thisType().map(CompiledFunction::typeName).orElse(null);
  }

  private static String typeName(String written) {
    return switch (written) {
      case "int" -> "i64";
      case "float" -> "f64";
      default -> written;
    };
  }

  @Override
  public boolean isVisible() {
    return function.visible();
  }

  @Override
  public List<String> comments() {
    return function.comments();
  }

  @Override
  public String source() {
    return program.sourceName();
  }

  /** Returns its number among the script's functions and closures. */
  int index() {
    return index;
  }

  boolean usesThis() {
    return usesThis;
  }

  /** Tells whether its variables are looked up by name. */
  boolean isScoped() {
    return scoped;
  }

  private boolean isEmpty() {
    return function.body().statements().isEmpty();
  }

  @Override
  public Object call(Run run, @Nullable Ref<Object> self, Object[] arguments) {
    return isEmpty() ? Unit.UNIT : program.code().invoke(index, run, self, arguments);
  }

  /** Calls it in a scope that has variables already. */
  Object callIn(Run run, Scope scope, Object[] arguments) {
    if (isEmpty()) {
      return Unit.UNIT;
    }
    if (!scoped) {
      return call(run, null, arguments);
    }
    if (scope.size() + arguments.length > run.limits().variables()) {
      throw RhaiError.tooManyVariables();
    }
    return program.code().invokeIn(index, run, scope, null, arguments);
  }

  @Override
  public synchronized MethodHandle handle() {
    MethodHandle known = handle;
    if (known == null) {
      known = program.handle(this);
      handle = known;
    }
    return known;
  }
}
