package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.ast.Expression.Closure;
import dev.coachwhip.rhai.ast.Function;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.Unit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A function of a script, or what a closure runs. */
final class EvaluatedFunction implements ScriptFunction {

  private final Evaluator program;
  private final Function function;
  private final List<String> parameters;

  private EvaluatedFunction(Evaluator program, Function function, Stream<Name> parameters) {
    this.program = program;
    this.function = function;
    this.parameters = parameters.map(Name::text).toList();
  }

  static EvaluatedFunction of(Evaluator program, Function function) {
    return new EvaluatedFunction(program, function, function.parameters().stream());
  }

  static EvaluatedFunction of(Evaluator program, Closure closure) {
    Stream<Name> captured = closure.captures().stream();
    Stream<Name> own = closure.function().parameters().stream();
    return new EvaluatedFunction(program, closure.function(), Stream.concat(captured, own));
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
    return function.thisType().map(EvaluatedFunction::typeName).orElse(null);
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

  /** Tells whether nothing is to be done. */
  boolean isEmpty() {
    return function.body().statements().isEmpty();
  }

  @Override
  public Object call(Run run, @Nullable Ref<Object> self, Object[] arguments) {
    run.enterCall(0, 0);
    try {
      return callIn(run, new Scope(), self, arguments);
    } finally {
      run.leaveCall();
    }
  }

  /** Calls it with its parameters in a scope that has variables already. */
  Object callIn(Run run, Scope scope, @Nullable Ref<Object> self, Object[] arguments) {
    if (isEmpty()) {
      return Unit.UNIT;
    }
    if (scope.size() + parameters.size() > run.limits().variables()) {
      throw RhaiError.tooManyVariables();
    }
    if (self != null) {
      self.markSetByScript();
    }
    Frame frame = new Frame(run, program, scope, self, false);
    int size = scope.size();
    for (int i = 0; i < arguments.length; i++) {
      scope.push(parameters.get(i), arguments[i]);
    }
    try {
      return Copies.flatten(frame.block(function.body()));
    } catch (Jump.Return jump) {
      return Copies.flatten(jump.value);
    } finally {
      scope.rewind(size);
    }
  }
}
