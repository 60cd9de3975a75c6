package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.ast.Function;
import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.runtime.ErrorKind;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A script run by walking its tree: plain, slow, in the order in which Rhai does things. What the
 * compiler is held against.
 */
public final class Evaluator implements Program {

  private final Script script;
  private final SyntaxOptions options;
  private final List<EvaluatedFunction> functions = new ArrayList<>();
  private final List<EvaluatedFunction> closures = new ArrayList<>();

  /**
   * Makes one.
   *
   * @param script its tree
   * @param options how texts for {@code eval} are parsed
   */
  public Evaluator(Script script, SyntaxOptions options) {
    this.script = script;
    this.options = options;
    for (Function function : script.functions()) {
      functions.add(EvaluatedFunction.of(this, function));
    }
    ClosureFinder.all(script).forEach(each -> closures.add(EvaluatedFunction.of(this, each)));
  }

  /** Tells whether constants of the top level can be seen as {@code global::X}: by functions. */
  boolean definesFunctions() {
    return !functions.isEmpty() || !closures.isEmpty();
  }

  SyntaxOptions options() {
    return options;
  }

  @Override
  public Object execute(Run run) {
    Frame frame = new Frame(run, this, run.scope(), null, true);
    try {
      return Copies.flatten(frame.statements(script.body().statements()));
    } catch (Jump.Return jump) {
      return Copies.flatten(jump.value);
    } catch (RhaiError error) {
      if (error.kind() == ErrorKind.EXIT) {
        return error.value();
      }
      throw error;
    }
  }

  @Override
  public @Nullable ScriptFunction function(String name, int arity, @Nullable String thisType) {
    for (EvaluatedFunction function : functions) {
      if (function.name().equals(name)
          && function.parameters().size() == arity
          && Objects.equals(function.thisType(), thisType)) {
        return function;
      }
    }
    return null;
  }

  /** Returns a function of the name with any number of parameters, as a bare name means it. */
  @Nullable ScriptFunction anyFunction(String name) {
    for (EvaluatedFunction function : functions) {
      if (function.name().equals(name)) {
        return function;
      }
    }
    return null;
  }

  @Override
  public List<ScriptFunction> functions() {
    return List.copyOf(functions);
  }

  @Override
  public List<ScriptFunction> closures() {
    return List.copyOf(closures);
  }
}
