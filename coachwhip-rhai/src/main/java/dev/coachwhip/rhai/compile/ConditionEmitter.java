package dev.coachwhip.rhai.compile;

import static java.lang.classfile.TypeKind.BOOLEAN;
import static java.lang.classfile.TypeKind.LONG;
import static java.lang.classfile.TypeKind.REFERENCE;

import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Type;
import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.ast.UnaryOperator;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;

/** Conditions, as jumps; and what depends on them. */
final class ConditionEmitter {

  private final Emitter emitter;
  private final Body body;
  private final CodeBuilder code;

  ConditionEmitter(Emitter emitter) {
    this.emitter = emitter;
    this.body = emitter.body;
    this.code = emitter.code;
  }

  /** Jumps to a place if a condition is true, or is false; else goes on. */
  void jumpIf(Node condition, boolean sense, Label target) {
    switch (condition) {
      case Node.Constant n when n.type() == Type.BOOL -> {
        if ((Boolean) n.value == sense) {
          code.goto_(target);
        }
      }
      case Node.Logical n -> jumpIf(n, sense, target);
      case Node.Unary n when n.operator == UnaryOperator.NOT && n.operand.type() == Type.BOOL ->
          jumpIf(n.operand, !sense, target);
      case Node.Binary n when isIntegerComparison(n) -> {
        emitter.operands(n.left, LONG, n.right, LONG);
        code.lcmp();
        code.branch(sense ? opcode(n.operator) : opposite(opcode(n.operator)), target);
      }
      default -> {
        truth(condition);
        if (sense) {
          code.ifne(target);
        } else {
          code.ifeq(target);
        }
      }
    }
  }

  private static boolean isIntegerComparison(Node.Binary node) {
    return node.left.type() == Type.INT
        && node.right.type() == Type.INT
        && OperatorEmitter.isComparison(node.operator);
  }

  private void jumpIf(Node.Logical node, boolean sense, Label target) {
    if (node.and == sense) {
      // and, if true; or, if false: both sides must agree
      Label over = code.newLabel();
      jumpIf(node.left, !sense, over);
      body.countPart(node.right);
      jumpIf(node.right, sense, target);
      code.labelBinding(over);
    } else {
      jumpIf(node.left, sense, target);
      body.countPart(node.right);
      jumpIf(node.right, sense, target);
    }
  }

  /** Pushes a condition as a boolean; it is an error if it is none. */
  void truth(Node condition) {
    if (condition.type() == Type.BOOL) {
      emitter.value(condition, BOOLEAN, Use.LOOK);
      return;
    }
    emitter.object(condition);
    body.pushPosition(condition.span);
    body.call(Classes.SUPPORT, "isTrue", "AJ>Z");
  }

  void logical(Node.Logical node) {
    Label yes = code.newLabel();
    jumpIf(node, true, yes);
    fromJump(yes);
  }

  /** Pushes true if control comes by a jump to a label, else false. */
  private void fromJump(Label yes) {
    Label end = code.newLabel();
    code.iconst_0().goto_(end).labelBinding(yes).iconst_1().labelBinding(end);
  }

  /** The result of a comparison, below, at or above 0, is on the stack: turns it into a boolean. */
  void fromComparison(BinaryOperator operator) {
    Label yes = code.newLabel();
    code.branch(opcode(operator), yes);
    fromJump(yes);
  }

  private static Opcode opcode(BinaryOperator operator) {
    return switch (operator) {
      case EQUAL -> Opcode.IFEQ;
      case NOT_EQUAL -> Opcode.IFNE;
      case LESS -> Opcode.IFLT;
      case LESS_OR_EQUAL -> Opcode.IFLE;
      case GREATER -> Opcode.IFGT;
      case GREATER_OR_EQUAL -> Opcode.IFGE;
      default -> throw new IllegalStateException(operator.symbol());
    };
  }

  private static Opcode opposite(Opcode opcode) {
    return switch (opcode) {
      case IFEQ -> Opcode.IFNE;
      case IFNE -> Opcode.IFEQ;
      case IFLT -> Opcode.IFGE;
      case IFLE -> Opcode.IFGT;
      case IFGT -> Opcode.IFLE;
      case IFGE -> Opcode.IFLT;
      default -> throw new IllegalStateException(opcode.name());
    };
  }

  /** {@code if} for its value. */
  void choose(Node.Condition node, TypeKind kind, Use use) {
    Label otherwise = code.newLabel();
    Label end = code.newLabel();
    jumpIf(node.condition, false, otherwise);
    emitter.value(node.then, kind, use);
    code.goto_(end);
    code.labelBinding(otherwise);
    emitter.valueOrUnit(node.otherwise, kind, use);
    code.labelBinding(end);
  }

  /** {@code if} for its effects. */
  void choose(Node.Condition node) {
    Label otherwise = code.newLabel();
    jumpIf(node.condition, false, otherwise);
    emitter.effect(node.then);
    if (node.otherwise == null) {
      code.labelBinding(otherwise);
      return;
    }
    Label end = code.newLabel();
    code.goto_(end);
    code.labelBinding(otherwise);
    emitter.effect(node.otherwise);
    code.labelBinding(end);
  }

  /** {@code a ?? b}. */
  void coalesce(Node.Coalesce node, TypeKind kind, Use use) {
    TypeKind left = Kinds.of(node.left.type());
    if (left != REFERENCE) {
      emitter.value(node.left, kind, use);
      return;
    }
    Label end = code.newLabel();
    Label otherwise = code.newLabel();
    emitter.value(node.left, REFERENCE, use);
    if (node.right.isJumping()) {
      int mark = body.mark();
      int slot = body.allocate(REFERENCE);
      code.dup().astore(slot);
      body.unit();
      code.if_acmpeq(otherwise);
      code.aload(slot);
      body.release(mark);
    } else {
      code.dup();
      body.unit();
      Label some = code.newLabel();
      code.if_acmpne(some);
      code.pop();
      code.goto_(otherwise);
      code.labelBinding(some);
    }
    Kinds.convert(code, REFERENCE, kind);
    code.goto_(end);
    code.labelBinding(otherwise);
    body.countPart(node.right);
    emitter.value(node.right, kind, use);
    code.labelBinding(end);
  }
}
