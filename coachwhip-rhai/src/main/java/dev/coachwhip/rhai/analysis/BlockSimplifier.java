package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Simplifies blocks, again and again until nothing changes. */
@SuppressWarnings("ReferenceEquality") // a tree that did not change is returned itself
final class BlockSimplifier {

  // Rhai goes on for as long as something changes, which is up to a round per statement
  private static final int MOST_ROUNDS = 1_000;

  private final Simplification state;

  BlockSimplifier(Simplification state) {
    this.state = state;
  }

  Block simplify(Block block, boolean keepResult) {
    List<Statement> left = simplify(block.statements(), keepResult, true, false);
    return new Block(block.span(), block.end(), left);
  }

  /**
   * Simplifies statements.
   *
   * @param keepResult whether the last one's value is used
   * @param inner whether what they declare is gone after them
   * @param reduceReturn whether they are the body of a function or script
   */
  List<Statement> simplify(
      List<Statement> original, boolean keepResult, boolean inner, boolean reduceReturn) {
    if (original.isEmpty()) {
      return original;
    }
    boolean changed = state.isDirty();
    List<Statement> statements = flattened(original);
    changed |= statements.size() != original.size();
    for (int round = 0; round < MOST_ROUNDS && state.mayVisit(original.size()); round++) {
      state.setDirty(false);
      int declared = state.declared();
      boolean propagating = state.isPropagating();
      dropUnreachable(statements);
      simplifyEach(statements, keepResult);
      Predicate<Statement> pure = inner ? Purity::isInternallyPure : Purity::isPure;
      dropPure(statements, keepResult, pure);
      if (keepResult) {
        trimWithResult(statements, pure, reduceReturn);
      } else {
        trim(statements, pure, reduceReturn);
      }
      state.forget(declared);
      state.propagate(propagating);
      if (!state.isDirty()) {
        break;
      }
      changed = true;
    }
    state.setDirty(changed);
    return List.copyOf(statements);
  }

  private static List<Statement> flattened(List<Statement> statements) {
    List<Statement> flat = new ArrayList<>(statements.size());
    addFlattened(statements, flat);
    return flat;
  }

  private static void addFlattened(List<Statement> statements, List<Statement> flat) {
    for (Statement statement : statements) {
      if (statement instanceof Statement.ExpressionStatement(Expression.BlockExpression block)
          && block.block().statements().stream().noneMatch(Purity::dependsOnBlock)) {
        addFlattened(block.block().statements(), flat);
      } else {
        flat.add(statement);
      }
    }
  }

  private void dropUnreachable(List<Statement> statements) {
    for (int i = 0; i < statements.size() - 1; i++) {
      if (Purity.leaves(statements.get(i))) {
        statements.subList(i + 1, statements.size()).clear();
        state.setDirty(true);
      }
    }
  }

  private void simplifyEach(List<Statement> statements, boolean keepResult) {
    int last = statements.size() - 1;
    for (int i = 0; i <= last; i++) {
      Statement statement = statements.get(i);
      if (statement instanceof Statement.Declaration declaration) {
        statements.set(i, declaration(declaration));
      } else {
        statements.set(i, state.statements().simplify(statement, keepResult && i == last));
      }
    }
  }

  private Statement declaration(Statement.Declaration declaration) {
    Expression value = null;
    Statement.Declaration result = declaration;
    if (declaration.value().isPresent()) {
      Expression before = declaration.value().get();
      value = state.expressions().simplify(before);
      result = value == before ? declaration : withValue(declaration, value);
    } else if (declaration.constant()) {
      value = new Expression.UnitLiteral(Span.NONE);
    }
    boolean propagates =
        declaration.constant()
            && value != null
            && Purity.isConstant(value)
            && Literal.isSmall(value);
    state.declare(declaration.name().text(), propagates ? value : null);
    return result;
  }

  private static Statement.Declaration withValue(
      Statement.Declaration declaration, Expression value) {
    return new Statement.Declaration(
        declaration.span(),
        declaration.name(),
        Optional.of(value),
        declaration.constant(),
        declaration.exported());
  }

  private void dropPure(List<Statement> statements, boolean keepResult, Predicate<Statement> pure) {
    int lastImpure = 0;
    for (int i = statements.size() - 1; i >= 0; i--) {
      if (!pure.test(statements.get(i))) {
        lastImpure = i;
        break;
      }
    }
    int kept = 0;
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      boolean result = keepResult && i == statements.size() - 1;
      if (result || !isNeedless(statement, i >= lastImpure, pure)) {
        statements.set(kept++, statement);
      }
    }
    if (kept < statements.size()) {
      statements.subList(kept, statements.size()).clear();
      state.setDirty(true);
    }
  }

  private static boolean isNeedless(Statement statement, boolean atEnd, Predicate<Statement> pure) {
    return (atEnd && pure.test(statement)) || isName(statement) || Purity.isPure(statement);
  }

  private static boolean isName(Statement statement) {
    return statement instanceof Statement.ExpressionStatement s
        && (s.expression() instanceof Expression.Variable
            || s.expression() instanceof Expression.QualifiedVariable);
  }

  private static boolean isBareReturn(Statement statement) {
    return statement instanceof Statement.Return s && s.value().isEmpty();
  }

  private void trimWithResult(
      List<Statement> statements, Predicate<Statement> pure, boolean reduceReturn) {
    while (!statements.isEmpty() && trimLast(statements, pure, reduceReturn)) {
      state.setDirty(true);
    }
  }

  private static boolean trimLast(
      List<Statement> statements, Predicate<Statement> pure, boolean reduceReturn) {
    int size = statements.size();
    Statement last = statements.getLast();
    if (size == 1) {
      if ((reduceReturn && isBareReturn(last)) || (!Purity.returnsValue(last) && pure.test(last))) {
        statements.clear();
        return true;
      }
      return reduceReturn && reducedReturn(statements, last);
    }
    Statement before = statements.get(size - 2);
    if (reduceReturn && isBareReturn(last) && !Purity.returnsValue(before)) {
      statements.removeLast();
      return true;
    }
    if (reduceReturn && reducedReturn(statements, last)) {
      return true;
    }
    if (last instanceof Statement.Empty && Purity.returnsValue(before)) {
      return false;
    }
    if (!Purity.returnsValue(last) && pure.test(last)) {
      statements.removeLast();
      if (Purity.returnsValue(before)) {
        statements.add(new Statement.Empty(last.span()));
      }
      return true;
    }
    return false;
  }

  // a return at the very end is its value
  private static boolean reducedReturn(List<Statement> statements, Statement last) {
    if (!(last instanceof Statement.Return s)) {
      return false;
    }
    Statement value =
        s.value()
            .<Statement>map(Statement.ExpressionStatement::new)
            .orElseGet(() -> new Statement.Empty(s.span()));
    statements.set(statements.size() - 1, value);
    return true;
  }

  private void trim(List<Statement> statements, Predicate<Statement> pure, boolean reduceReturn) {
    while (!statements.isEmpty()) {
      Statement last = statements.getLast();
      boolean needless =
          reduceReturn
              && last instanceof Statement.Return s
              && s.value().map(Purity::isPure).orElse(true);
      if (!needless && !pure.test(last)) {
        return;
      }
      statements.removeLast();
      state.setDirty(true);
    }
  }
}
