package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.analysis.Node;

/** Which nodes can be evaluated a little earlier or later without anybody seeing it. */
final class Simplicity {

  private Simplicity() {}

  /** Tells whether a node changes nothing: it only reads and computes, though it may fail. */
  static boolean isSimple(Node node) {
    return switch (node) {
      case Node.Constant n -> true;
      case Node.Read n -> true;
      case Node.ReadName n -> true;
      case Node.ReadThis n -> true;
      case Node.Unary n -> isSimple(n.operand);
      case Node.Binary n -> isSimple(n.left) && isSimple(n.right);
      case Node.Logical n -> isSimple(n.left) && isSimple(n.right);
      case Node.RangeOf n -> isSimple(n.start) && isSimple(n.end);
      case Node.ChainRead n ->
          isSimple(n.base)
              && n.steps.stream()
                  .allMatch(step ->
                      switch (step) {
                        case Node.PropertyStep p -> true;
                        case Node.IndexStep i -> isSimple(i.index);
                        case Node.MethodStep m -> false;
                      });
      default -> false;
    };
  }

  /** Tells whether a node neither changes anything nor fails. */
  static boolean isTrivial(Node node) {
    return node instanceof Node.Constant
        || (node instanceof Node.Read read && !read.variable.isCaptured());
  }
}
