package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.analysis.Node;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes of code nodes take, roughly. What is more than a method should have goes to
 * methods of its own, in {@link Pieces}, and only the calls of these are left where it stood.
 */
final class CodeSize {

  /** What is left of code that went to methods of its own. */
  private static final int CALLS = 400;

  /** What stores an item, or counts a statement. */
  private static final int ITEM = 12;

  private final int most;
  private final IdentityHashMap<Node, Integer> known = new IdentityHashMap<>();

  /**
   * Makes one.
   *
   * @param most how many bytes a method may have
   */
  CodeSize(int most) {
    this.most = most;
  }

  int most() {
    return most;
  }

  /** Tells whether nodes are too many for one method. */
  boolean isLarge(List<Node> nodes) {
    return nodes.size() > 1 && of(nodes) > most;
  }

  /** Returns the size of nodes that are one after the other. */
  long of(List<Node> nodes) {
    long sum = 0;
    for (Node node : nodes) {
      sum += ofItem(node);
    }
    return sum;
  }

  /** Returns the size of a node among others, with what stores or counts it. */
  int ofItem(Node node) {
    return of(node) + ITEM;
  }

  int of(@Nullable Node node) {
    if (node == null) {
      return 2;
    }
    Integer size = known.get(node);
    if (size == null) {
      size = measure(node);
      if (size > CALLS) {
        known.put(node, size);
      }
    }
    return size;
  }

  private int measure(Node node) {
    return switch (node) {
      case Node.Sequence n -> divisible(n.nodes);
      case Node.ArrayItems n -> 15 + divisible(n.items);
      case Node.MapItems n -> 20 + divisible(n.values);
      case Node.Interpolation n -> 20 + divisible(n.parts);
      case Node.Constant n -> 4;
      case Node.Read n -> 6;
      case Node.ReadName n -> 12;
      case Node.ReadQualified n -> 12;
      case Node.ReadThis n -> 8;
      case Node.Unary n -> 15 + of(n.operand);
      case Node.Binary n -> 20 + of(n.left) + of(n.right);
      case Node.Logical n -> 10 + of(n.left) + of(n.right);
      case Node.Coalesce n -> 20 + of(n.left) + of(n.right);
      case Node.RangeOf n -> 15 + of(n.start) + of(n.end);
      case Node.CallScript n -> 30 + arguments(n.arguments);
      case Node.CallNamed n -> 25 + arguments(n.arguments);
      case Node.CallQualified n -> 30 + arguments(n.arguments);
      case Node.CallInScope n -> 30 + arguments(n.arguments);
      case Node.CallKeyword n -> 25 + arguments(n.arguments);
      case Node.ChainRead n -> 10 + of(n.base) + steps(n.steps, 35);
      case Node.ChainAssign n -> 30 + of(n.base) + of(n.value) + steps(n.steps, 60);
      case Node.Assign n -> 15 + of(n.value);
      case Node.Declare n -> 20 + of(n.value);
      case Node.MakeClosure n -> 15 + 25 * n.captures.size();
      case Node.Condition n -> 15 + of(n.condition) + of(n.then) + of(n.otherwise);
      case Node.Select n -> select(n);
      case Node.Loop n -> loop(n);
      case Node.Jump n -> 15 + of(n.value);
      case Node.Return n -> 10 + of(n.value);
      case Node.Throw n -> 10 + of(n.value);
      case Node.Try n -> 110 + of(n.body) + of(n.handler);
      case Node.ImportModule n -> 25 + of(n.path);
      case Node.ExportName n -> 20;
      case Node.Custom n -> 25;
    };
  }

  private int divisible(List<Node> nodes) {
    return isLarge(nodes) ? CALLS : (int) of(nodes);
  }

  private int arguments(List<Node> nodes) {
    return (int) of(nodes);
  }

  private int steps(List<Node.Step> steps, int each) {
    int size = 0;
    for (Node.Step step : steps) {
      size +=
          each
              + switch (step) {
                case Node.PropertyStep p -> 0;
                case Node.IndexStep i -> of(i.index);
                case Node.MethodStep m -> arguments(m.arguments);
              };
    }
    return size;
  }

  private int select(Node.Select node) {
    List<Node> bodies = node.cases.stream().map(Node.Case::body).toList();
    int size = 30 + of(node.subject) + of(node.otherwise);
    if (CaseTables.fits(node)) {
      return size + divisible(bodies);
    }
    for (Node.Case each : node.cases) {
      size += 12 * each.literals().size() + 30 * each.ranges().size();
      size += each.guard() == null ? 0 : of(each.guard());
    }
    return size + (int) of(bodies);
  }

  private int loop(Node.Loop node) {
    return 60
        + of(node.body)
        + switch (node) {
          case Node.WhileLoop n -> of(n.condition);
          case Node.DoLoop n -> of(n.condition);
          case Node.ForLoop n -> of(n.iterable);
        };
  }
}
