package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.ScriptModule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What names mean. */
final class Variables {

  private final Frame frame;

  Variables(Frame frame) {
    this.frame = frame;
  }

  /** Returns what a name or a qualified name means; to be released. */
  Target find(Expression variable) {
    return switch (variable) {
      case Expression.Variable v -> find(v.name(), v.span());
      case Expression.QualifiedVariable v -> find(v);
      default -> throw new IllegalArgumentException(variable.toString());
    };
  }

  /** Returns the name in errors. */
  static String name(Expression variable) {
    return variable instanceof Expression.QualifiedVariable v ? v.name() : plainName(variable);
  }

  /** Returns the name if it is not qualified, else nothing. */
  static String plainName(Expression variable) {
    return variable instanceof Expression.Variable v ? v.name() : "";
  }

  private Target find(String name, Span span) {
    int index = frame.scope.find(name);
    if (index < frame.base) {
      ScriptFunction function = function(name);
      if (function != null) {
        return Target.temporary(FunctionPointer.to(function, List.of()));
      }
    }
    if (index < 0) {
      throw Assignments.at(RhaiError.variableNotFound(name), span);
    }
    return Target.variable(frame.scope, index);
  }

  private @Nullable ScriptFunction function(String name) {
    ScriptFunction own = frame.program.anyFunction(name);
    if (own != null) {
      return own;
    }
    for (ScriptFunction function : frame.run.program().functions()) {
      if (function.name().equals(name)) {
        return function;
      }
    }
    return null;
  }

  private Target find(Expression.QualifiedVariable variable) {
    List<String> path = path(variable.path());
    Span place = variable.startSpan();
    ScriptModule module = frame.run.environment().find(path);
    if (module != null) {
      return constant(module.variable(variable.name()), path, variable);
    }
    if (path.equals(List.of("global"))) {
      return constant(frame.run.environment().constant(variable.name()), path, variable);
    }
    throw Assignments.at(RhaiError.moduleNotFound(String.join("::", path)), place);
  }

  static List<String> path(List<Name> names) {
    return names.stream().map(Name::text).toList();
  }

  private static Target constant(
      @Nullable Object value, List<String> path, Expression.QualifiedVariable variable) {
    if (value == null) {
      String name = String.join("::", path) + "::" + variable.name();
      throw Assignments.at(RhaiError.variableNotFound(name), variable.startSpan());
    }
    return new ModuleConstant(Copies.of(value));
  }

  /** A variable of a module: a copy, which is not to be changed for all that. */
  private static final class ModuleConstant extends Target {
    private final Object value;

    private ModuleConstant(Object value) {
      this.value = value;
    }

    @Override
    Object get() {
      return value;
    }

    @Override
    void set(Object changed) {
      throw new IllegalStateException("a constant");
    }

    @Override
    boolean isTemporary() {
      return true;
    }

    @Override
    boolean isConstant() {
      return true;
    }
  }
}
