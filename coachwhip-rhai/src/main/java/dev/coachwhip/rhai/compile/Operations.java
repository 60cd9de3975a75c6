package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Type;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.List;

/**
 * The operations that Rhai counts for code that certainly runs when a statement begins, by their
 * positions. What may not run, such as branches, counts when it does.
 */
final class Operations {

  // As in Rhai: each statement, each expression and each call of a function counts; calls that are
  // statements are no expressions, built-in operators no calls; a script's function counts itself.

  private final Methods methods;
  private final List<Span> places = new ArrayList<>();

  /** Tells which methods are functions of Java, not of the script or in a property. */
  interface Methods {
    boolean isNative(String name, int arity);
  }

  private Operations(Methods methods) {
    this.methods = methods;
  }

  /** Returns those of a statement. */
  static List<Span> ofStatement(Node node, Methods methods) {
    Operations operations = new Operations(methods);
    operations.statement(node);
    return operations.places;
  }

  /** Returns those of an expression. */
  static List<Span> ofExpression(Node node, Methods methods) {
    Operations operations = new Operations(methods);
    operations.expression(node);
    return operations.places;
  }

  /** Returns those of a loop's round that are not those of the statements in it. */
  static List<Span> ofRound(Node.Loop loop, Methods methods) {
    boolean empty = loop.body instanceof Node.Sequence sequence && sequence.nodes.isEmpty();
    return switch (loop) {
      case Node.WhileLoop n when n.condition != null -> ofExpression(n.condition, methods);
      case Node.DoLoop n -> ofExpression(n.condition, methods);
      case Node.WhileLoop _, Node.ForLoop _ -> empty ? List.of(loop.body.span) : List.of();
    };
  }

  private void add(Span place) {
    places.add(place);
  }

  private void statement(Node node) {
    add(Body.whole(node));
    if (!call(node)) {
      parts(node, false);
    }
  }

  private void expression(Node node) {
    add(Body.whole(node));
    if (!call(node)) {
      parts(node, true);
    }
  }

  private void expressions(List<Node> nodes) {
    nodes.forEach(this::expression);
  }

  /** Tells whether Rhai's optimizer takes a statement for a call. */
  static boolean isCall(Node node) {
    return switch (node) {
      case Node.Unary _, Node.Binary _, Node.RangeOf _, Node.CallScript _ -> true;
      case Node.CallInScope _, Node.CallQualified _, Node.CallNamed _, Node.CallKeyword _ -> true;
      default -> false;
    };
  }

  /** Adds what a call or an operator counts, besides that it is a statement or an expression. */
  private boolean call(Node node) {
    switch (node) {
      case Node.Unary n -> {
        argument(n.operand);
        if (n.operator != UnaryOperator.NOT) {
          add(n.span);
        }
      }
      case Node.Binary n -> {
        argument(n.left);
        argument(n.right);
        if (isContainer(n.left) && isContainer(n.right)) {
          add(n.span);
        }
      }
      case Node.RangeOf n when isLiteral(n) -> {} // the optimizer has made one value of it
      case Node.RangeOf n -> {
        argument(n.start);
        argument(n.end);
      }
      case Node.CallScript n -> arguments(n.arguments);
      case Node.CallInScope n -> arguments(n.arguments);
      case Node.CallQualified n -> arguments(n.arguments);
      case Node.CallNamed n -> {
        arguments(n.arguments);
        add(n.span);
      }
      case Node.CallKeyword n -> {
        arguments(n.arguments);
        if (isNative(n.keyword)) {
          add(n.span);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean isContainer(Node node) {
    return node.type() == Type.ARRAY || node.type() == Type.MAP;
  }

  private static boolean isNative(Node.Keyword keyword) {
    return switch (keyword) {
      case PRINT, DEBUG -> true;
      case TYPE_OF, EVAL, FN, CALL, CURRY, IS_DEF_VAR, IS_DEF_FN, IS_SHARED -> false;
    };
  }

  private void arguments(List<Node> nodes) {
    nodes.forEach(this::argument);
  }

  private void argument(Node node) {
    if (isLiteral(node)) {
      add(node.start());
    } else {
      expression(node);
    }
  }

  private static boolean isLiteral(Node node) {
    return switch (node) {
      case Node.Constant _ -> true;
      case Node.ArrayItems n -> n.items.stream().allMatch(Operations::isLiteral);
      case Node.MapItems n -> n.values.stream().allMatch(Operations::isLiteral);
      case Node.RangeOf n -> isLiteral(n.start) && isLiteral(n.end);
      case Node.MakeClosure n -> n.captures.isEmpty();
      default -> false;
    };
  }

  /** Adds what is in a node, which is no call; a statement in an expression is one more. */
  private void parts(Node node, boolean within) {
    switch (node) {
      case Node.Constant _, Node.ReadName _, Node.ReadQualified _, Node.ReadThis _ -> plain(within);
      case Node.Read _, Node.Custom _ -> plain(within);
      default -> {
        boolean statement = isStatement(node);
        if (statement == within && !(node instanceof Node.Sequence)) {
          add(Body.whole(node)); // a statement as an expression, or an expression as a statement
        }
        inner(node);
      }
    }
  }

  private void plain(boolean within) {
    if (!within) {
      add(places.getLast());
    }
  }

  private static boolean isStatement(Node node) {
    return switch (node) {
      case Node.Interpolation _, Node.ArrayItems _, Node.MapItems _ -> false;
      case Node.Logical _, Node.Coalesce _, Node.ChainRead _, Node.MakeClosure _ -> false;
      default -> true;
    };
  }

  private void inner(Node node) {
    switch (node) {
      case Node.Interpolation n -> expressions(n.parts);
      case Node.ArrayItems n -> items(n, n.items);
      case Node.MapItems n -> items(n, n.values);
      case Node.Logical n -> first(n);
      case Node.Coalesce n -> first(n);
      case Node.ChainRead n -> chain(n.base, n.steps);
      case Node.MakeClosure n -> closure(n);
      case Node.Declare n -> expression(n.value);
      case Node.Assign n -> {
        expression(n.value);
        add(n.target.span);
        if (n.operator != null && n.target.type() == Type.MAP && n.value.type() == Type.MAP) {
          add(n.span);
        }
      }
      case Node.ChainAssign n -> {
        expression(n.value);
        chain(n.base, n.steps);
      }
      case Node.Condition n -> expression(n.condition);
      case Node.Select n -> expression(n.subject);
      case Node.ForLoop n -> expression(n.iterable);
      case Node.ImportModule n -> expression(n.path);
      case Node.Jump n when n.value != null -> expression(n.value);
      case Node.Return n when n.value != null -> expression(n.value);
      case Node.Throw n when n.value != null -> expression(n.value);
      default -> {}
    }
  }

  private void items(Node container, List<Node> items) {
    if (!isLiteral(container)) {
      expressions(items);
    }
  }

  /** The left side; of {@code a && b && c} there is but one. */
  private void first(Node.Logical node) {
    if (node.left instanceof Node.Logical left && left.and == node.and) {
      first(left);
    } else {
      expression(node.left);
    }
  }

  private void first(Node.Coalesce node) {
    if (node.left instanceof Node.Coalesce left) {
      first(left);
    } else {
      expression(node.left);
    }
  }

  private void closure(Node.MakeClosure node) {
    if (!node.captures.isEmpty()) { // shares variables, then curries
      for (int i = 0; i < 3 + node.captures.size(); i++) {
        add(node.span);
      }
    }
  }

  private void chain(Node base, List<Node.Step> steps) {
    boolean several = steps.size() > 1;
    for (Node.Step step : steps) {
      if (several || takesArgument(step)) {
        add(step.span);
      }
      switch (step) {
        case Node.PropertyStep _ -> {}
        case Node.IndexStep index -> {
          if (several || takesArgument(step)) {
            expression(index.index);
          }
        }
        case Node.MethodStep method -> arguments(method.arguments);
      }
    }
    expression(base);
    for (Node.Step step : steps) {
      if (!(step instanceof Node.MethodStep method)) {
        add(Span.NONE);
      } else if (isNative(method)) {
        add(step.span);
      }
    }
  }

  private static boolean takesArgument(Node.Step step) {
    return switch (step) {
      case Node.PropertyStep _ -> false;
      case Node.IndexStep index -> !isLiteral(index.index);
      case Node.MethodStep method -> !method.arguments.isEmpty();
    };
  }

  private boolean isNative(Node.MethodStep method) {
    return switch (method.name) {
      case "call", "curry", "is_shared" -> false;
      default -> methods.isNative(method.name, method.arguments.size());
    };
  }
}
