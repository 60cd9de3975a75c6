package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.analysis.Node;
import java.util.List;

/**
 * How many operations Rhai counts for code that certainly runs when a statement begins. What may
 * not run, such as branches, counts when it does, by its own statements.
 */
final class Operations {

  private Operations() {}

  static int of(Node node) {
    return switch (node) {
      case Node.Sequence n -> 0;
      case Node.Constant n -> 1;
      case Node.Read n -> 1;
      case Node.ReadName n -> 1;
      case Node.ReadQualified n -> 1;
      case Node.ReadThis n -> 1;
      case Node.Interpolation n -> 1 + of(n.parts);
      case Node.ArrayItems n -> 1 + of(n.items);
      case Node.MapItems n -> 1 + of(n.values);
      case Node.Unary n -> 1 + of(n.operand);
      case Node.Binary n -> 1 + of(n.left) + of(n.right);
      case Node.Logical n -> 1 + of(n.left);
      case Node.Coalesce n -> 1 + of(n.left);
      case Node.RangeOf n -> 1 + of(n.start) + of(n.end);
      case Node.CallScript n -> 1 + of(n.arguments);
      case Node.CallNamed n -> 2 + of(n.arguments);
      case Node.CallQualified n -> 2 + of(n.arguments);
      case Node.CallInScope n -> 2 + of(n.arguments);
      case Node.CallKeyword n -> 2 + of(n.arguments);
      case Node.ChainRead n -> 1 + of(n.base) + ofSteps(n.steps);
      case Node.ChainAssign n -> of(n.value) + of(n.base) + ofSteps(n.steps);
      case Node.Assign n -> 1 + of(n.value);
      case Node.Declare n -> of(n.value);
      case Node.MakeClosure n -> 1;
      case Node.Condition n -> of(n.condition);
      case Node.Select n -> of(n.subject);
      case Node.ForLoop n -> of(n.iterable);
      case Node.Loop n -> 0;
      case Node.Jump n -> n.value == null ? 0 : of(n.value);
      case Node.Return n -> n.value == null ? 0 : of(n.value);
      case Node.Throw n -> n.value == null ? 0 : of(n.value);
      case Node.Try n -> 0;
      case Node.ImportModule n -> of(n.path);
      case Node.ExportName n -> 0;
      case Node.Custom n -> 1;
    };
  }

  private static int of(List<Node> nodes) {
    return nodes.stream().mapToInt(Operations::of).sum();
  }

  private static int ofSteps(List<Node.Step> steps) {
    int sum = 0;
    for (Node.Step step : steps) {
      sum +=
          switch (step) {
            case Node.PropertyStep p -> 1;
            case Node.IndexStep i -> 1 + of(i.index);
            case Node.MethodStep m -> 2 + of(m.arguments);
          };
    }
    return sum;
  }

  /** Returns the operations of a loop's round that are not those of the statements in it. */
  static int ofRound(Node.Loop loop) {
    boolean empty = loop.body instanceof Node.Sequence sequence && sequence.nodes.isEmpty();
    return switch (loop) {
      case Node.WhileLoop n -> n.condition == null ? (empty ? 1 : 0) : of(n.condition);
      case Node.DoLoop n -> of(n.condition);
      case Node.ForLoop n -> empty ? 1 : 0;
    };
  }
}
