package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.runtime.SyntaxInput;
import dev.coachwhip.rhai.runtime.SyntaxUse;
import dev.coachwhip.rhai.runtime.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A place where a script uses a syntax of the host. Its inputs are programs of their own, compiled
 * when they first run, whose variables are looked up by name in the scope around.
 */
final class CustomSyntaxSite {

  private final Expression.CustomSyntax syntax;
  private final List<Part> parts = new ArrayList<>();

  CustomSyntaxSite(
      Expression.CustomSyntax syntax, BiFunction<Expression, Boolean, CompiledProgram> compiler) {
    this.syntax = syntax;
    syntax.inputs().forEach(input -> parts.add(new Part(input, compiler)));
  }

  Object run(Run run, Scope scope, @Nullable Ref<Object> self) {
    SyntaxUse.Action action = run.syntax(syntax.key());
    if (action == null) {
      throw RhaiError.customSyntax(
          "Invalid custom syntax prefix: " + syntax.key(), syntax.tokens());
    }
    List<SyntaxInput> inputs = new ArrayList<>(parts.size());
    for (Part part : parts) {
      inputs.add(new Input(part, run, scope, self));
    }
    return action.run(
        new SyntaxUse(run, scope, self, List.copyOf(inputs), syntax.tokens(), syntax.state()));
  }

  /** An input with what was compiled of it: as a value, and as a block that keeps its variables. */
  private static final class Part {
    private final Expression input;
    private final BiFunction<Expression, Boolean, CompiledProgram> compiler;
    private volatile @Nullable CompiledProgram value;
    private volatile @Nullable CompiledProgram keeping;

    Part(Expression input, BiFunction<Expression, Boolean, CompiledProgram> compiler) {
      this.input = input;
      this.compiler = compiler;
    }

    CompiledProgram program(boolean keepsVariables) {
      CompiledProgram known = keepsVariables ? keeping : value;
      if (known == null) {
        known = compiler.apply(input, keepsVariables);
        if (keepsVariables) {
          keeping = known;
        } else {
          value = known;
        }
      }
      return known;
    }
  }

  /** An input in a scope. */
  private record Input(Part part, Run run, Scope scope, @Nullable Ref<Object> self)
      implements SyntaxInput {

    @Override
    public Object evaluate(boolean keepsVariables) {
      CompiledProgram program = part.program(keepsVariables);
      int level = run.callLevel();
      try {
        return program.evaluate(run, scope, self);
      } finally {
        run.resetCallLevel(level);
      }
    }

    @Override
    public @Nullable String text() {
      return switch (part.input) {
        case Expression.Variable variable -> variable.name();
        case Expression.StringLiteral text -> text.value();
        case Expression.This _ -> "this";
        default -> null;
      };
    }

    @Override
    public @Nullable Object literal() {
      return switch (part.input) {
        case Expression.IntegerLiteral number -> number.value();
        case Expression.FloatLiteral number -> number.value();
        case Expression.BooleanLiteral truth -> truth.value();
        case Expression.CharacterLiteral character -> RhaiCharacter.of(character.codePoint());
        case Expression.StringLiteral text -> RhaiString.of(text.value());
        case Expression.Variable variable -> RhaiString.of(variable.name());
        case Expression.UnitLiteral _ -> Unit.UNIT;
        default -> null;
      };
    }

    @Override
    public int line() {
      return part.input.span().line();
    }

    @Override
    public int column() {
      return part.input.span().column();
    }
  }
}
