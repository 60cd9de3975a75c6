package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Type;
import dev.coachwhip.rhai.ast.BinaryOperator;
import java.util.List;

/**
 * Tells what code calls nothing that counts operations itself or looks at their number: numbers and
 * conditions with variables of the function. Such a loop counts in locals, which costs little; for
 * anything else the count must be up to date in the run.
 */
final class SimpleCode {

  private SimpleCode() {}

  static boolean isSimple(Node node) {
    return switch (node) {
      case Node.Constant _ -> true;
      case Node.Read n -> !n.variable.isCaptured();
      case Node.Unary n -> n.operand.type().isPrimitive() && isSimple(n.operand);
      case Node.Binary n ->
          isInline(n.operator, n.left.type(), n.right.type())
              && isSimple(n.left)
              && isSimple(n.right);
      case Node.Logical n -> isSimple(n.left) && isSimple(n.right);
      case Node.Assign n -> isAssignment(n);
      case Node.Declare n -> !n.exported && !n.variable.isCaptured() && isSimple(n.value);
      case Node.Sequence n -> !n.imports && areSimple(n.nodes);
      case Node.Condition n ->
          isSimple(n.condition)
              && isSimple(n.then)
              && (n.otherwise == null || isSimple(n.otherwise));
      case Node.Select n -> isSelection(n);
      case Node.Loop n -> isLoop(n);
      case Node.Jump n -> n.value == null || isSimple(n.value);
      default -> false;
    };
  }

  private static boolean areSimple(List<Node> nodes) {
    return nodes.stream().allMatch(SimpleCode::isSimple);
  }

  private static boolean isInline(BinaryOperator operator, Type left, Type right) {
    return (left == Type.INT && right == Type.INT)
        || (left.isNumber() && right.isNumber() && OperatorEmitter.isFloatOperator(operator));
  }

  private static boolean isAssignment(Node.Assign node) {
    return node.target instanceof Node.Read read
        && !read.variable.isCaptured()
        && isSimple(node.value)
        && (node.operator == null
            || (read.variable.type() == Type.INT && node.value.type() == Type.INT)
            || (read.variable.type() == Type.FLOAT
                && node.value.type().isNumber()
                && OperatorEmitter.isFloatOperator(node.operator)));
  }

  private static boolean isSelection(Node.Select node) {
    return node.subject.type() == Type.INT
        && isSimple(node.subject)
        && (node.otherwise == null || isSimple(node.otherwise))
        && node.cases.stream()
            .allMatch(
                each -> isSimple(each.body()) && (each.guard() == null || isSimple(each.guard())));
  }

  /** Tells whether a loop is simple as a whole. */
  static boolean isLoop(Node.Loop loop) {
    boolean head =
        switch (loop) {
          case Node.WhileLoop n -> n.condition == null || isSimple(n.condition);
          case Node.DoLoop n -> isSimple(n.condition);
          case Node.ForLoop n ->
              !n.variable.isCaptured()
                  && n.variable.type() != Type.NOTHING
                  && n.counter == null
                  && n.iterable instanceof Node.RangeOf range
                  && range.type() == Type.RANGE
                  && isSimple(range.start)
                  && isSimple(range.end);
        };
    return head && isSimple(loop.body);
  }
}
