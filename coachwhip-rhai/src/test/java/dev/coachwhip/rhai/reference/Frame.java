package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.runtime.Unit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A running call, or the running top level: its variables, and how its statements are run. */
final class Frame {

  final Run run;
  final Evaluator program;
  final Scope scope;
  final @Nullable Ref<Object> self;

  /** Where the variables of this code begin; those before are the host's or the caller's. */
  final int base;

  private final Expressions expressions;
  private final boolean topLevel;
  private int blockBase;
  private int depth;

  Frame(Run run, Evaluator program, Scope scope, @Nullable Ref<Object> self, boolean topLevel) {
    this.run = run;
    this.program = program;
    this.scope = scope;
    this.self = self;
    this.topLevel = topLevel;
    base = scope.size();
    blockBase = base;
    expressions = new Expressions(this);
  }

  /** Counts an operation. */
  void operation(Span span) {
    run.checkStop(span.line(), span.column());
    if (run.countsOperations()) {
      run.operation(span.line(), span.column());
    }
  }

  Object evaluate(Expression expression) {
    return expressions.evaluate(expression);
  }

  /** Runs a block with variables and imports of its own. */
  Object block(Block block) {
    return block.statements().isEmpty() ? Unit.UNIT : nested(block.statements());
  }

  private Object nested(List<Statement> statements) {
    int size = scope.size();
    int imports = run.environment().imports();
    int outerBase = blockBase;
    depth++;
    blockBase = size;
    try {
      return statements(statements);
    } finally {
      scope.rewind(size);
      run.environment().rewind(imports);
      blockBase = outerBase;
      depth--;
    }
  }

  /** Runs statements whose variables stay. */
  Object statements(List<Statement> statements) {
    Object result = Unit.UNIT;
    for (Statement statement : statements) {
      result = run(statement);
    }
    return result;
  }

  private Object run(Statement statement) {
    operation(statement.span());
    return switch (statement) {
      case Statement.ExpressionStatement s -> expressionStatement(s.expression());
      case Statement.Declaration s -> declare(s);
      case Statement.Assignment s -> new Assignments(this).assign(s);
      case Statement.Return s -> throw new Jump.Return(valueOf(s.value()));
      case Statement.Throw s -> throw thrown(s);
      case Statement.Break s -> throw new Jump.Break(valueOf(s.value()));
      case Statement.Continue s -> throw new Jump.Continue(Unit.UNIT);
      case Statement.TryCatch s -> tryCatch(s);
      case Statement.Import s -> importModule(s);
      case Statement.Export s -> export(s);
      case Statement.Empty s -> Unit.UNIT;
    };
  }

  private Object expressionStatement(Expression expression) {
    return expressions.isStatement(expression)
        ? expressions.value(expression)
        : Copies.flatten(evaluate(expression));
  }

  private Object valueOf(Optional<Expression> value) {
    return value.map(this::evaluate).map(Copies::flatten).orElse(Unit.UNIT);
  }

  /** Leaves by a statement that stands where a value is expected. */
  Object leave(Statement jump) {
    return run(jump);
  }

  private Object declare(Statement.Declaration declaration) {
    Span place = declaration.name().span();
    String name = declaration.name().text();
    int known = scope.find(name);
    boolean again = known >= blockBase;
    if (!again && scope.size() >= run.limits().variables()) {
      throw RhaiError.tooManyVariables().withPosition(place.line(), place.column());
    }
    Object value = Copies.interned(valueOf(declaration.value()));
    if (declaration.constant() && topLevel && depth == 0 && program.definesFunctions()) {
      run.environment().setConstant(name, Copies.of(value));
    }
    int index = known;
    if (again) {
      scope.set(known, value);
      scope.setConstant(known, declaration.constant());
    } else {
      index = scope.size();
      scope.push(name, value, declaration.constant());
    }
    if (declaration.exported()) {
      scope.export(index, name);
    }
    return Unit.UNIT;
  }

  private RhaiError thrown(Statement.Throw statement) {
    Span span = statement.span();
    return RhaiError.thrown(valueOf(statement.value())).withPosition(span.line(), span.column());
  }

  private Object tryCatch(Statement.TryCatch statement) {
    int level = run.callLevel();
    try {
      return block(statement.body());
    } catch (RhaiError error) {
      if (!error.isCatchable()) {
        throw error;
      }
      run.resetCallLevel(level);
      return handle(statement, error);
    }
  }

  private Object handle(Statement.TryCatch statement, RhaiError error) {
    int size = scope.size();
    try {
      statement.variable().ifPresent(variable -> declareCaught(variable, error));
      block(statement.handler());
      return Unit.UNIT;
    } catch (RhaiError thrown) {
      throw error.rethrown(thrown);
    } finally {
      scope.rewind(size);
    }
  }

  private void declareCaught(Name variable, RhaiError error) {
    Object value = error.caughtValue();
    if (scope.size() >= run.limits().variables()) {
      Span span = variable.span();
      throw RhaiError.tooManyVariables().withPosition(span.line(), span.column());
    }
    scope.push(variable.text(), value);
  }

  private Object importModule(Statement.Import statement) {
    run.checkModules(statement.span().line(), statement.span().column());
    Object path = evaluate(statement.path());
    Span start = statement.path().span();
    String alias = statement.alias().map(Name::text).orElse("");
    run.importModule(path, alias, start.line(), start.column());
    return Unit.UNIT;
  }

  private Object export(Statement.Export statement) {
    for (Statement.Exported exported : statement.names()) {
      Name name = exported.name();
      int index = scope.find(name.text());
      if (index < 0) {
        throw RhaiError.variableNotFound(name.text())
            .withPosition(name.span().line(), name.span().column());
      }
      scope.export(index, exported.alias().orElse(name).text());
    }
    return Unit.UNIT;
  }
}
