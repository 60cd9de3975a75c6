package dev.coachwhip.rhai.compile;

import static java.lang.classfile.TypeKind.BOOLEAN;
import static java.lang.classfile.TypeKind.DOUBLE;
import static java.lang.classfile.TypeKind.LONG;

import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Type;
import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.UnaryOperator;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;

/** Operators: inline where the types are known, else a call site. */
final class OperatorEmitter {

  private final Emitter emitter;
  private final Body body;
  private final CodeBuilder code;

  OperatorEmitter(Emitter emitter) {
    this.emitter = emitter;
    this.body = emitter.body;
    this.code = emitter.code;
  }

  /** Pushes the value in the kind of the node's type. */
  void binary(Node.Binary node) {
    Type left = node.left.type();
    Type right = node.right.type();
    if (left == Type.INT && right == Type.INT) {
      if (!byConstant(node)) {
        emitter.operands(node.left, LONG, node.right, LONG);
        integers(node.operator, null);
      }
    } else if (left.isNumber() && right.isNumber() && isFloatOperator(node.operator)) {
      emitter.operands(node.left, DOUBLE, node.right, DOUBLE);
      floats(node.operator);
    } else if (left == Type.BOOL && right == Type.BOOL && isBooleanOperator(node.operator)) {
      emitter.operands(node.left, BOOLEAN, node.right, BOOLEAN);
      booleans(node.operator);
    } else {
      general(node);
    }
  }

  private void general(Node.Binary node) {
    TypeKind left = Kinds.of(node.left.type());
    TypeKind right = Kinds.of(node.right.type());
    TypeKind result = Kinds.of(node.type());
    if (!node.left.isJumping() && !node.right.isJumping()) {
      body.pushRun();
      emitter.operands(node.left, left, node.right, right);
    } else {
      int mark = body.mark();
      int slot = emitter.toLocal(node.left, left, Use.KEEP);
      int other = emitter.toLocal(node.right, right, Use.LOOK);
      body.pushRun();
      code.loadLocal(left, slot);
      code.loadLocal(right, other);
      body.release(mark);
    }
    site("binary", node.operator, left, right, result, node.span);
  }

  /** Calls an operator's site: (Run, left, right)result. */
  void site(
      String kind,
      BinaryOperator operator,
      TypeKind left,
      TypeKind right,
      TypeKind result,
      Span span) {
    String signature =
        "R" + Signatures.letter(left) + Signatures.letter(right) + ">" + Signatures.letter(result);
    body.model.sites.operator(code, kind, signature, operator.symbol(), Body.position(span));
  }

  /** Divisions and shifts by a constant need no checks. */
  private boolean byConstant(Node.Binary node) {
    if (!(node.right instanceof Node.Constant constant)) {
      return false;
    }
    long value = (Long) constant.value;
    return switch (node.operator) {
      case DIVIDE, REMAINDER -> {
        if (value == 0 || value == -1) {
          yield false;
        }
        emitter.value(node.left, LONG, Use.LOOK);
        code.loadConstant(value);
        if (node.operator == BinaryOperator.DIVIDE) {
          code.ldiv();
        } else {
          code.lrem();
        }
        yield true;
      }
      case SHIFT_LEFT, SHIFT_RIGHT -> {
        if (value < 0 || value >= Long.SIZE) {
          yield false;
        }
        emitter.value(node.left, LONG, Use.LOOK);
        code.loadConstant((int) value);
        if (node.operator == BinaryOperator.SHIFT_LEFT) {
          code.lshl();
        } else {
          code.lshr();
        }
        yield true;
      }
      default -> false;
    };
  }

  /**
   * Two integers on the stack: leaves an integer, or for comparisons a boolean.
   *
   * @param span where errors are; null for nowhere
   */
  void integers(BinaryOperator operator, @org.jspecify.annotations.Nullable Span span) {
    switch (operator) {
      case ADD -> arithmetic("add", span);
      case SUBTRACT -> arithmetic("subtract", span);
      case MULTIPLY -> arithmetic("multiply", span);
      case DIVIDE -> arithmetic("divide", span);
      case REMAINDER -> arithmetic("remainder", span);
      case POWER -> arithmetic("power", span);
      case SHIFT_LEFT -> body.call(Classes.ARITHMETIC, "shiftLeft", "JJ>J");
      case SHIFT_RIGHT -> body.call(Classes.ARITHMETIC, "shiftRight", "JJ>J");
      case AND -> code.land();
      case OR -> code.lor();
      case XOR -> code.lxor();
      default -> {
        code.lcmp();
        emitter.conditions().fromComparison(operator);
      }
    }
  }

  private void arithmetic(String name, @org.jspecify.annotations.Nullable Span span) {
    if (span == null) {
      body.call(Classes.INTEGERS, name, "JJ>J");
    } else {
      body.pushPosition(span);
      body.call(Classes.INTEGERS, name, "JJJ>J");
    }
  }

  /** Two floats on the stack: leaves a float, or for comparisons a boolean. */
  void floats(BinaryOperator operator) {
    switch (operator) {
      case ADD -> code.dadd();
      case SUBTRACT -> code.dsub();
      case MULTIPLY -> code.dmul();
      case DIVIDE -> code.ddiv();
      case REMAINDER -> code.drem();
      case POWER -> body.call(Classes.ARITHMETIC, "power", "DD>D");
      case EQUAL -> body.call(Classes.COMPARISON, "equal", "DD>Z");
      case NOT_EQUAL -> body.call(Classes.COMPARISON, "notEqual", "DD>Z");
      case LESS -> body.call(Classes.COMPARISON, "less", "DD>Z");
      case LESS_OR_EQUAL -> body.call(Classes.COMPARISON, "lessOrEqual", "DD>Z");
      case GREATER -> body.call(Classes.COMPARISON, "greater", "DD>Z");
      case GREATER_OR_EQUAL -> body.call(Classes.COMPARISON, "greaterOrEqual", "DD>Z");
      default -> throw new IllegalStateException(operator.symbol());
    }
  }

  static boolean isFloatOperator(BinaryOperator operator) {
    return switch (operator) {
      case SHIFT_LEFT, SHIFT_RIGHT, AND, OR, XOR -> false;
      default -> true;
    };
  }

  private static boolean isBooleanOperator(BinaryOperator operator) {
    return switch (operator) {
      case AND, OR, XOR -> true;
      default -> isComparison(operator);
    };
  }

  static boolean isComparison(BinaryOperator operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
      default -> false;
    };
  }

  private void booleans(BinaryOperator operator) {
    switch (operator) {
      case AND -> code.iand();
      case OR -> code.ior();
      case XOR, NOT_EQUAL -> code.ixor();
      default -> {
        code.isub();
        emitter.conditions().fromComparison(operator);
      }
    }
  }

  /** Tells whether {@code variable op= value} is done inline for these types. */
  static boolean assignsInline(BinaryOperator operator, Type target, Type value) {
    if (target == Type.INT && value == Type.INT) {
      return !isComparison(operator);
    }
    if (target == Type.FLOAT && value.isNumber()) {
      return isFloatOperator(operator) && !isComparison(operator);
    }
    return false;
  }

  /** Pushes a unary operator's value in the kind of the node's type. */
  void unary(Node.Unary node) {
    Type type = node.operand.type();
    if (node.operator == UnaryOperator.NOT && type == Type.BOOL) {
      emitter.value(node.operand, BOOLEAN, Use.LOOK);
      code.iconst_1().ixor();
    } else if (node.operator != UnaryOperator.NOT && type.isNumber()) {
      emitter.value(node.operand, Use.LOOK);
      if (node.operator == UnaryOperator.MINUS) {
        negate(node);
      }
    } else {
      emitter.object(node.operand);
      body.pushRun();
      code.loadConstant(node.operator.name());
      body.pushPosition(node.span);
      body.call(Classes.SUPPORT, "unary", "ARSJ>A");
      Kinds.convert(code, TypeKind.REFERENCE, Kinds.of(node.type()));
    }
  }

  private void negate(Node.Unary node) {
    if (node.operand.type() == Type.FLOAT) {
      code.dneg();
    } else {
      body.pushPosition(node.span);
      body.call(Classes.INTEGERS, "negate", "JJ>J");
    }
  }

  void range(Node.RangeOf node) {
    if (node.type() == Type.RANGE) {
      emitter.operands(node.start, LONG, node.end, LONG);
      code.loadConstant(node.inclusive ? 1 : 0);
      body.call(Classes.LITERALS, "range", "JJZ>A");
      return;
    }
    emitter.operands(node.start, TypeKind.REFERENCE, node.end, TypeKind.REFERENCE);
    code.loadConstant(node.inclusive ? 1 : 0);
    body.pushRun();
    body.pushPosition(node.span);
    body.call(Classes.LITERALS, "range", "AAZRJ>A");
  }
}
