package dev.coachwhip.rhai.optimize;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Statement;
import dev.coachwhip.rhai.ast.Statement.ExpressionStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Statements in a row. */
final class Blocks {

  private final Constants constants;
  private final Expressions expressions;
  private final Statements statements;

  Blocks(Constants constants, Expressions expressions) {
    this.constants = constants;
    this.expressions = expressions;
    statements = new Statements(constants, expressions, this);
  }

  /** Returns a block that is inside of another one, optimized. */
  Block optimize(Block block, boolean keepsValue) {
    return new Block(
        block.span(), block.end(), optimize(block.statements(), keepsValue, true, false));
  }

  /** Returns a statement optimized that stands alone. */
  Statement single(Statement statement) {
    return statements.optimize(statement, true);
  }

  /**
   * Returns statements optimized.
   *
   * @param keepsValue whether the value of the last one is needed
   * @param inside whether their variables end with them
   * @param function whether they are the body of a function or script, which a return ends
   */
  List<Statement> optimize(
      List<Statement> all, boolean keepsValue, boolean inside, boolean function) {
    if (all.isEmpty()) {
      return all;
    }
    boolean changed = constants.isChanged();
    List<Statement> result = new ArrayList<>(all);
    changed |= flatten(result);
    Pass pass = new Pass(result, keepsValue, inside, function);
    do {
      constants.setChanged(false);
      pass.run();
      changed |= constants.isChanged();
    } while (constants.isChanged());
    constants.setChanged(changed);
    return List.copyOf(result);
  }

  /** Puts the statements of blocks without variables in the place of the blocks. */
  private static boolean flatten(List<Statement> all) {
    boolean changed = false;
    for (int i = 0; i < all.size(); ) {
      if (all.get(i) instanceof ExpressionStatement statement
          && statement.expression() instanceof Expression.BlockExpression block
          && block.block().statements().stream().noneMatch(Purity::dependsOnBlock)) {
        all.remove(i);
        all.addAll(i, block.block().statements());
        changed = true;
      } else {
        i++;
      }
    }
    return changed;
  }

  /** One go through the statements, done again until nothing changes. */
  private final class Pass {
    private final List<Statement> all;
    private final boolean keepsValue;
    private final boolean function;
    private final Predicate<Statement> pure;

    private Pass(List<Statement> all, boolean keepsValue, boolean inside, boolean function) {
      this.all = all;
      this.keepsValue = keepsValue;
      this.function = function;
      pure = inside ? Purity::isPureInside : Purity::isPure;
    }

    private void run() {
      int known = constants.size();
      boolean propagating = constants.isPropagating();
      dropDeadCode();
      for (int i = 0; i < all.size(); i++) {
        all.set(i, optimize(all.get(i), keepsValue && i == all.size() - 1));
      }
      dropPure();
      if (keepsValue) {
        trimKeepingValue();
      } else {
        trim();
      }
      constants.rewind(known);
      constants.setPropagating(propagating);
    }

    private void dropDeadCode() {
      for (int i = 0; i < all.size() - 1; i++) {
        if (Purity.leaves(all.get(i))) {
          truncate(i + 1);
        }
      }
    }

    private void truncate(int size) {
      all.subList(size, all.size()).clear();
      constants.change();
    }

    private Statement optimize(Statement statement, boolean needed) {
      return statement instanceof Statement.Declaration declaration
          ? declare(declaration)
          : statements.optimize(statement, needed);
    }

    private Statement declare(Statement.Declaration declaration) {
      Optional<Expression> value =
          declaration.value().map(given -> expressions.optimize(given, false));
      boolean literal = declaration.constant() && value.isPresent();
      constants.declare(
          declaration.name().text(),
          literal && Purity.isConstant(value.get()) ? value.get() : null);
      return new Statement.Declaration(
          declaration.span(),
          declaration.name(),
          value,
          declaration.constant(),
          declaration.exported());
    }

    private void dropPure() {
      int lastImpure = 0;
      for (int i = 0; i < all.size(); i++) {
        if (!pure.test(all.get(i))) {
          lastImpure = i;
        }
      }
      for (int i = 0; i < all.size(); ) {
        if (keepsValue && i >= all.size() - 1) {
          return;
        }
        Statement statement = all.get(i);
        if (pure.test(statement) && i >= lastImpure) {
          remove(i);
        } else if (isVariable(statement) || Purity.isPure(statement)) {
          lastImpure -= i < lastImpure ? 1 : 0;
          remove(i);
        } else {
          i++;
        }
      }
    }

    private static boolean isVariable(Statement statement) {
      return statement instanceof ExpressionStatement s
          && (s.expression() instanceof Expression.Variable
              || s.expression() instanceof Expression.QualifiedVariable);
    }

    private void remove(int index) {
      all.remove(index);
      constants.change();
    }

    private void trimKeepingValue() {
      while (!all.isEmpty() && trimOnceKeepingValue()) {
        constants.change();
      }
    }

    private boolean trimOnceKeepingValue() {
      Statement last = all.getLast();
      boolean alone = all.size() == 1;
      Statement before = alone ? last : all.get(all.size() - 2);
      if (function && last instanceof Statement.Return exit) {
        if (exit.value().isPresent()) {
          all.set(all.size() - 1, new ExpressionStatement(exit.value().get()));
        } else if (alone || !Purity.hasValue(before)) {
          all.removeLast();
        } else {
          all.set(all.size() - 1, new Statement.Empty(exit.span()));
        }
        return true;
      }
      if (Purity.hasValue(last) || !pure.test(last)) {
        return false;
      }
      if (!alone && Purity.hasValue(before)) {
        if (last instanceof Statement.Empty) {
          return false;
        }
        all.set(all.size() - 1, new Statement.Empty(last.span()));
      } else {
        all.removeLast();
      }
      return true;
    }

    private void trim() {
      while (!all.isEmpty() && pure.test(all.getLast())) {
        remove(all.size() - 1);
      }
    }
  }
}
