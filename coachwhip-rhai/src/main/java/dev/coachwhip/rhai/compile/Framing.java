package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.analysis.FunctionVersion;
import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Variable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the variables of a body that pieces of it share: what is in scope where code is divided
 * lives in a frame, an array, and not in JVM locals.
 */
final class Framing {

  /** The first element of a frame is for the results of pieces. */
  static final int RESULT = 0;

  private final CodeSize sizes;
  private final Set<Node.Loop> dividedLoops;
  private int next = RESULT + 1;

  private Framing(CodeSize sizes, Set<Node.Loop> dividedLoops) {
    this.sizes = sizes;
    this.dividedLoops = dividedLoops;
  }

  /**
   * Gives variables their places; returns the length of the frame, 0 if none is needed.
   *
   * @param dividedLoops gets the loops that have pieces
   */
  static int of(FunctionVersion version, CodeSize sizes, Set<Node.Loop> dividedLoops) {
    Framing framing = new Framing(sizes, dividedLoops);
    if (!framing.isDivided(version.body())) {
      return 0;
    }
    version.parameters().forEach(framing::place);
    return framing.next;
  }

  private void place(@Nullable Variable variable) {
    if (variable != null && !variable.isFramed()) {
      variable.putInFrame(next++);
    }
  }

  private boolean isDivided(@Nullable Node node) {
    return switch (node) {
      case null -> false;
      case Node.Sequence n -> sequence(n);
      case Node.ArrayItems n -> divisible(n.items);
      case Node.MapItems n -> divisible(n.values);
      case Node.Interpolation n -> divisible(n.parts);
      case Node.Select n -> select(n);
      case Node.Loop n -> loop(n);
      case Node.Try n -> attempt(n);
      case Node.Condition n ->
          any(isDivided(n.condition), isDivided(n.then), isDivided(n.otherwise));
      case Node.Unary n -> isDivided(n.operand);
      case Node.Binary n -> any(isDivided(n.left), isDivided(n.right));
      case Node.Logical n -> any(isDivided(n.left), isDivided(n.right));
      case Node.Coalesce n -> any(isDivided(n.left), isDivided(n.right));
      case Node.RangeOf n -> any(isDivided(n.start), isDivided(n.end));
      case Node.CallScript n -> anyOf(n.arguments);
      case Node.CallNamed n -> anyOf(n.arguments);
      case Node.CallQualified n -> anyOf(n.arguments);
      case Node.CallInScope n -> anyOf(n.arguments);
      case Node.CallKeyword n -> anyOf(n.arguments);
      case Node.ChainRead n -> any(isDivided(n.base), steps(n.steps));
      case Node.ChainAssign n -> any(isDivided(n.base), steps(n.steps), isDivided(n.value));
      case Node.Assign n -> isDivided(n.value);
      case Node.Declare n -> isDivided(n.value);
      case Node.Jump n -> isDivided(n.value);
      case Node.Return n -> isDivided(n.value);
      case Node.Throw n -> isDivided(n.value);
      case Node.ImportModule n -> isDivided(n.path);
      default -> false;
    };
  }

  /** Unlike {@code ||}, all parts are looked into: each has variables to be placed. */
  private static boolean any(boolean... divided) {
    for (boolean each : divided) {
      if (each) {
        return true;
      }
    }
    return false;
  }

  private boolean sequence(Node.Sequence node) {
    boolean divided = divisible(node.nodes);
    if (divided) {
      for (Node each : node.nodes) {
        if (each instanceof Node.Declare declare) {
          place(declare.variable);
        }
      }
    }
    return divided;
  }

  private boolean divisible(List<Node> nodes) {
    return any(anyOf(nodes), sizes.isLarge(nodes));
  }

  private boolean anyOf(List<Node> nodes) {
    boolean divided = false;
    for (Node node : nodes) {
      divided |= isDivided(node);
    }
    return divided;
  }

  private boolean steps(List<Node.Step> steps) {
    boolean divided = false;
    for (Node.Step step : steps) {
      divided |=
          switch (step) {
            case Node.PropertyStep p -> false;
            case Node.IndexStep i -> isDivided(i.index);
            case Node.MethodStep m -> anyOf(m.arguments);
          };
    }
    return divided;
  }

  private boolean select(Node.Select node) {
    boolean divided = any(isDivided(node.subject), isDivided(node.otherwise));
    for (Node.Case each : node.cases) {
      divided |= any(isDivided(each.guard()), isDivided(each.body()));
    }
    List<Node> bodies = node.cases.stream().map(Node.Case::body).toList();
    return any(divided, CaseTables.fits(node) && sizes.isLarge(bodies));
  }

  private boolean loop(Node.Loop node) {
    boolean divided =
        switch (node) {
          case Node.ForLoop n -> forLoop(n);
          case Node.WhileLoop n -> any(isDivided(n.condition), isDivided(n.body));
          case Node.DoLoop n -> any(isDivided(n.body), isDivided(n.condition));
        };
    if (divided) {
      dividedLoops.add(node);
    }
    return divided;
  }

  private boolean forLoop(Node.ForLoop node) {
    boolean divided = isDivided(node.body);
    if (divided) {
      place(node.variable);
      place(node.counter);
    }
    return any(divided, isDivided(node.iterable));
  }

  private boolean attempt(Node.Try node) {
    boolean handler = isDivided(node.handler);
    if (handler) {
      place(node.variable);
    }
    return any(handler, isDivided(node.body));
  }
}
