package dev.coachwhip.rhai.optimize;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Expression.BooleanLiteral;
import dev.coachwhip.rhai.ast.Expression.ShortCircuit;
import dev.coachwhip.rhai.ast.ShortCircuitOperator;
import java.util.ArrayList;
import java.util.List;

/** {@code &&}, {@code ||} and {@code ??}, of which Rhai sees all operands in a row. */
final class ShortCircuits {

  private final Constants constants;
  private final Expressions expressions;

  ShortCircuits(Constants constants, Expressions expressions) {
    this.constants = constants;
    this.expressions = expressions;
  }

  Expression optimize(ShortCircuit e) {
    ShortCircuitOperator operator = e.operator();
    List<Expression> operands = new ArrayList<>();
    collect(e, operator, operands);
    boolean decided =
        operator == ShortCircuitOperator.COALESCE
            ? coalesce(operands)
            : logic(operands, operator == ShortCircuitOperator.AND);
    if (decided) {
      constants.change();
      return operands.getLast();
    }
    if (operands.isEmpty()) {
      constants.change();
      return new BooleanLiteral(e.span(), operator == ShortCircuitOperator.AND);
    }
    if (operands.size() == 1) {
      constants.change();
    }
    return joined(e, operands);
  }

  private static void collect(
      Expression expression, ShortCircuitOperator operator, List<Expression> operands) {
    if (expression instanceof ShortCircuit e && e.operator() == operator) {
      collect(e.left(), operator, operands);
      collect(e.right(), operator, operands);
    } else {
      operands.add(expression);
    }
  }

  private static Expression joined(ShortCircuit e, List<Expression> operands) {
    Expression result = operands.getFirst();
    for (Expression operand : operands.subList(1, operands.size())) {
      result = new ShortCircuit(e.span(), e.operator(), result, operand);
    }
    return result;
  }

  /** Drops what decides nothing, and all after what decides; tells whether only that is left. */
  private boolean logic(List<Expression> operands, boolean neutral) {
    for (int i = 0; i < operands.size(); ) {
      Expression operand = operands.get(i);
      if (Purity.is(operand, neutral)) {
        constants.change();
        operands.remove(i);
      } else if (Purity.is(operand, !neutral)) {
        truncate(operands, i + 1);
        return operands.subList(0, i).stream().allMatch(Purity::isPure);
      } else {
        operands.set(i, expressions.optimize(operand, false));
        i++;
      }
    }
    return false;
  }

  private boolean coalesce(List<Expression> operands) {
    for (int i = 0; i < operands.size(); ) {
      Expression operand = operands.get(i);
      if (operand instanceof Expression.UnitLiteral) {
        constants.change();
        operands.remove(i);
      } else if (Purity.isConstant(operand)) {
        truncate(operands, i + 1);
        return false;
      } else {
        operands.set(i, expressions.optimize(operand, false));
        i++;
      }
    }
    return false;
  }

  private void truncate(List<Expression> operands, int size) {
    if (operands.size() > size) {
      operands.subList(size, operands.size()).clear();
      constants.change();
    }
  }
}
