package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds types: those of variables, nodes and results, and with them which versions of functions are
 * called. Types only grow, so going over all code until nothing changes ends after a few rounds.
 */
final class Inference {

  private final Resolver resolver;
  private final NativeTypes natives;
  private final List<FunctionVersion> versions = new ArrayList<>();
  private final Set<FunctionVersion> reached = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Node.Loop> loops = new ArrayList<>();
  private boolean changed;
  private FunctionVersion current;

  Inference(Resolver resolver, NativeTypes natives, FunctionVersion top) {
    this.resolver = resolver;
    this.natives = natives;
    this.current = top;
    versions.add(top);
    reached.add(top);
  }

  /** Runs to the end and returns the reached versions, the top level first. */
  List<FunctionVersion> run() {
    int functions = resolver.groups().size();
    for (int i = 0; i < functions; i++) {
      reach(resolver.groups().get(i).generic(resolver));
    }
    do {
      changed = false;
      for (int i = 0; i < versions.size(); i++) {
        infer(versions.get(i));
      }
      // Functions mostly call what stands before or behind them: one of both ways is short.
      for (int i = versions.size() - 1; changed && i >= 0; i--) {
        infer(versions.get(i));
      }
    } while (changed);
    return versions;
  }

  private void reach(FunctionVersion version) {
    if (reached.add(version)) {
      versions.add(version);
      changed = true;
    }
  }

  private void infer(FunctionVersion version) {
    current = version;
    for (Variable parameter : version.parameters()) {
      Type given = parameter.given();
      add(parameter, given == null ? Type.DYNAMIC : given);
    }
    Type value = type(version.body());
    changed |= version.addResult(value);
  }

  private void add(Variable variable, Type type) {
    changed |= variable.addType(type);
  }

  private Type optional(@Nullable Node node, Type otherwise) {
    return node == null ? otherwise : type(node);
  }

  private void all(List<Node> nodes) {
    for (Node node : nodes) {
      type(node);
    }
  }

  private Type type(Node node) {
    Type found = find(node);
    if (node.type() != found) {
      Type joined = node.type().join(found);
      changed |= node.setType(joined);
      return joined;
    }
    return found;
  }

  private Type find(Node node) {
    return switch (node) {
      case Node.Constant n -> n.type();
      case Node.Read n -> n.variable.type();
      case Node.ReadName n -> n.function ? Type.FUNCTION : Type.DYNAMIC;
      case Node.ReadQualified n -> Type.DYNAMIC;
      case Node.ReadThis n -> Type.DYNAMIC;
      case Node.Interpolation n -> {
        all(n.parts);
        yield Type.STRING;
      }
      case Node.ArrayItems n -> {
        all(n.items);
        yield Type.ARRAY;
      }
      case Node.MapItems n -> {
        all(n.values);
        yield Type.MAP;
      }
      case Node.Unary n -> unary(n.operator, type(n.operand));
      case Node.Binary n -> binary(n.operator, type(n.left), type(n.right));
      case Node.Logical n -> {
        type(n.left);
        type(n.right);
        yield Type.BOOL;
      }
      case Node.Coalesce n -> {
        Type left = type(n.left);
        Type right = type(n.right);
        yield left == Type.UNIT ? right : left == Type.DYNAMIC ? Type.DYNAMIC : left;
      }
      case Node.RangeOf n -> {
        Type start = type(n.start);
        Type end = type(n.end);
        yield start == Type.INT && end == Type.INT ? Type.RANGE : Type.DYNAMIC;
      }
      case Node.CallScript n -> callScript(n);
      case Node.CallNamed n -> {
        all(n.arguments);
        changesArgument(n);
        yield natives.result(n.name, n.arguments);
      }
      case Node.CallQualified n -> {
        all(n.arguments);
        yield Type.DYNAMIC;
      }
      case Node.CallInScope n -> {
        all(n.arguments);
        yield Type.DYNAMIC;
      }
      case Node.CallKeyword n -> {
        all(n.arguments);
        yield switch (n.keyword) {
          case PRINT, DEBUG -> Type.UNIT;
          case TYPE_OF -> Type.STRING;
          case IS_DEF_FN, IS_DEF_VAR, IS_SHARED -> Type.BOOL;
          case FN, CURRY -> Type.FUNCTION;
          case EVAL, CALL -> Type.DYNAMIC;
        };
      }
      case Node.ChainRead n -> {
        Type base = type(n.base);
        allSteps(n.steps);
        yield chain(n, base);
      }
      case Node.ChainAssign n -> {
        type(n.value);
        type(n.base);
        allSteps(n.steps);
        changesBase(n.base, n.steps);
        yield Type.UNIT;
      }
      case Node.Assign n -> assign(n);
      case Node.Declare n -> {
        add(n.variable, type(n.value));
        yield Type.UNIT;
      }
      case Node.MakeClosure n -> {
        all(n.captures);
        reach(n.function.generic(resolver));
        yield Type.FUNCTION;
      }
      case Node.Sequence n -> sequence(n);
      case Node.Condition n -> {
        type(n.condition);
        Type then = type(n.then);
        yield then.join(optional(n.otherwise, Type.UNIT));
      }
      case Node.Select n -> select(n);
      case Node.WhileLoop n -> {
        if (n.condition != null) {
          type(n.condition);
        }
        Type broken = loop(n);
        yield n.condition == null ? broken : broken.join(Type.UNIT);
      }
      case Node.DoLoop n -> {
        Type broken = loop(n);
        type(n.condition);
        yield broken.join(Type.UNIT);
      }
      case Node.ForLoop n -> forLoop(n);
      case Node.Jump n -> jump(n);
      case Node.Return n -> {
        Type value = optional(n.value, Type.UNIT);
        changed |= current.addResult(value);
        yield Type.NOTHING;
      }
      case Node.Throw n -> {
        optional(n.value, Type.UNIT);
        yield Type.NOTHING;
      }
      case Node.Try n -> {
        Type body = type(n.body);
        if (n.variable != null) {
          add(n.variable, Type.DYNAMIC);
        }
        Type handler = type(n.handler);
        yield handler == Type.NOTHING ? body : body.join(Type.UNIT);
      }
      case Node.ImportModule n -> {
        type(n.path);
        yield Type.UNIT;
      }
      case Node.ExportName n -> Type.UNIT;
      case Node.Custom n -> {
        if (!loops.isEmpty()) { // an input may leave it with any value
          changed |= loops.getLast().addBroken(Type.DYNAMIC);
        }
        yield Type.DYNAMIC;
      }
    };
  }

  private void allSteps(List<Node.Step> steps) {
    for (Node.Step step : steps) {
      switch (step) {
        case Node.PropertyStep ignored -> {}
        case Node.IndexStep index -> type(index.index);
        case Node.MethodStep method -> all(method.arguments);
      }
    }
  }

  private void changesArgument(Node.CallNamed call) {
    if (natives.replacesArgument(call.name)
        && !call.arguments.isEmpty()
        && call.arguments.getFirst() instanceof Node.Read read) {
      add(read.variable, Type.DYNAMIC);
    }
  }

  /** A chain may write the variable that it begins with, mostly when that holds no container. */
  private void changesBase(Node base, List<Node.Step> steps) {
    if (base instanceof Node.Read read
        && (!isContainer(read.variable.type()) || replacesContainers(steps.getFirst()))) {
      add(read.variable, Type.DYNAMIC);
    }
  }

  private boolean replacesContainers(Node.Step step) {
    return step instanceof Node.MethodStep method && natives.replacesContainers(method.name);
  }

  private static boolean isContainer(Type type) {
    return type == Type.ARRAY || type == Type.MAP || type == Type.NOTHING;
  }

  private Type chain(Node.ChainRead chain, Type base) {
    Node.Step last = chain.steps.getLast();
    if (chain.steps.stream()
        .anyMatch(step ->
            step instanceof Node.MethodStep method
                && (!natives.isPure(method.name, method.arguments.size())
                    || resolver.isMethod(method.name, method.arguments.size())))) {
      changesBase(chain.base, chain.steps);
    }
    if (chain.steps.size() == 1 && !last.elvis) {
      return switch (last) {
        case Node.PropertyStep property -> natives.property(base, property.name);
        case Node.MethodStep method ->
            resolver.isMethod(method.name, method.arguments.size())
                ? Type.DYNAMIC
                : natives.method(base, method.name, method.arguments);
        case Node.IndexStep index -> Type.DYNAMIC;
      };
    }
    return Type.DYNAMIC;
  }

  private Type callScript(Node.CallScript call) {
    List<Type> types = new ArrayList<>();
    for (Node argument : call.arguments) {
      types.add(type(argument));
    }
    if (types.contains(Type.NOTHING)) {
      return Type.NOTHING; // not known yet, or never called
    }
    if (call.function.isEmpty()) {
      return Type.UNIT;
    }
    FunctionVersion version = call.function.version(types, resolver);
    call.version = version;
    reach(version);
    return version.result();
  }

  private Type assign(Node.Assign node) {
    Type value = type(node.value);
    if (node.target instanceof Node.Read read) {
      Type target = type(read);
      add(read.variable, node.operator == null ? value : binary(node.operator, target, value));
    } else {
      type(node.target);
    }
    return Type.UNIT;
  }

  private Type sequence(Node.Sequence sequence) {
    Type last = Type.UNIT;
    boolean completes = true;
    for (Node node : sequence.nodes) {
      last = type(node);
      completes &= last != Type.NOTHING;
    }
    return completes ? last : Type.NOTHING;
  }

  private Type select(Node.Select node) {
    type(node.subject);
    Type result = optional(node.otherwise, Type.UNIT);
    for (Node.Case each : node.cases) {
      all(each.literals());
      for (Node.RangeOf range : each.ranges()) {
        type(range);
      }
      optional(each.guard(), Type.BOOL);
      result = result.join(type(each.body()));
    }
    return result;
  }

  private Type loop(Node.Loop loop) {
    loops.add(loop);
    type(loop.body);
    loops.removeLast();
    return loop.broken();
  }

  private Type forLoop(Node.ForLoop loop) {
    Type iterable = type(loop.iterable);
    if (loop.counter != null) {
      add(loop.counter, Type.INT);
    }
    add(
        loop.variable,
        switch (iterable) {
          case NOTHING -> Type.NOTHING;
          case RANGE -> Type.INT;
          case STRING -> Type.CHAR;
          default -> Type.DYNAMIC;
        });
    return loop(loop).join(Type.UNIT);
  }

  private Type jump(Node.Jump jump) {
    if (jump.leave) {
      Type value = optional(jump.value, Type.UNIT);
      if (!loops.isEmpty()) {
        changed |= loops.getLast().addBroken(value);
      }
    }
    return Type.NOTHING;
  }

  private static Type unary(UnaryOperator operator, Type operand) {
    if (operand == Type.NOTHING) {
      return Type.NOTHING;
    }
    return switch (operator) {
      case NOT -> operand == Type.BOOL ? Type.BOOL : Type.DYNAMIC;
      case MINUS, PLUS -> operand.isNumber() ? operand : Type.DYNAMIC;
    };
  }

  /** Returns the type of what an operator gives. */
  static Type binary(BinaryOperator operator, Type left, Type right) {
    if (left == Type.NOTHING || right == Type.NOTHING) {
      return Type.NOTHING;
    }
    boolean ints = left == Type.INT && right == Type.INT;
    return switch (operator) {
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Type.BOOL;
      case ADD -> add(left, right);
      case SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, POWER -> number(left, right);
      case SHIFT_LEFT, SHIFT_RIGHT -> ints ? Type.INT : Type.DYNAMIC;
      case AND, OR, XOR ->
          ints ? Type.INT : left == Type.BOOL && right == Type.BOOL ? Type.BOOL : Type.DYNAMIC;
    };
  }

  private static Type number(Type left, Type right) {
    if (!left.isNumber() || !right.isNumber()) {
      return Type.DYNAMIC;
    }
    return left == right ? left : Type.FLOAT;
  }

  private static Type add(Type left, Type right) {
    if (left == Type.STRING || right == Type.STRING) {
      return left == Type.DYNAMIC || right == Type.DYNAMIC ? Type.DYNAMIC : Type.STRING;
    }
    if (left == right && (left == Type.ARRAY || left == Type.MAP)) {
      return left;
    }
    return left == Type.CHAR && right == Type.CHAR ? Type.STRING : number(left, right);
  }
}
