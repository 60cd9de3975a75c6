package dev.coachwhip.rhai.compile;

import static java.lang.classfile.TypeKind.BOOLEAN;
import static java.lang.classfile.TypeKind.REFERENCE;

import dev.coachwhip.rhai.analysis.Node;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Generates the code of nodes; each kind of node has its emitter. */
final class Emitter {

  final Body body;
  final CodeBuilder code;
  private final ConstantEmitter constants;
  private final VariableEmitter variables;
  private final OperatorEmitter operators;
  private final ConditionEmitter conditions;
  private final CallEmitter calls;
  private final ChainEmitter chains;
  private final LiteralEmitter literals;
  private final BlockEmitter blocks;
  private final LoopEmitter loops;
  private final SwitchEmitter switches;
  private final TryEmitter attempts;
  private final PieceEmitter pieces;

  Emitter(Body body) {
    this.body = body;
    this.code = body.code;
    constants = new ConstantEmitter(this);
    variables = new VariableEmitter(this);
    operators = new OperatorEmitter(this);
    conditions = new ConditionEmitter(this);
    calls = new CallEmitter(this);
    chains = new ChainEmitter(this);
    literals = new LiteralEmitter(this);
    blocks = new BlockEmitter(this);
    loops = new LoopEmitter(this);
    switches = new SwitchEmitter(this);
    attempts = new TryEmitter(this);
    pieces = new PieceEmitter(this);
  }

  VariableEmitter variables() {
    return variables;
  }

  ConditionEmitter conditions() {
    return conditions;
  }

  OperatorEmitter operators() {
    return operators;
  }

  BlockEmitter blocks() {
    return blocks;
  }

  LiteralEmitter literals() {
    return literals;
  }

  PieceEmitter pieces() {
    return pieces;
  }

  ConstantEmitter constants() {
    return constants;
  }

  /** Pushes a node's value as an object that nobody else changes. */
  void kept(Node node) {
    value(node, REFERENCE, Use.KEEP);
  }

  /** Pushes a node's value as an object to be looked at. */
  void object(Node node) {
    value(node, REFERENCE, Use.LOOK);
  }

  /** Pushes a node's value in the kind of its type. */
  void value(Node node, Use use) {
    value(node, Kinds.of(node.type()), use);
  }

  /** Pushes a node's value in a given kind. */
  void value(Node node, TypeKind kind, Use use) {
    switch (node) {
      case Node.Sequence n -> blocks.sequence(n, kind, use);
      case Node.Condition n -> conditions.choose(n, kind, use);
      case Node.Coalesce n -> conditions.coalesce(n, kind, use);
      case Node.Select n -> switches.select(n, kind, use);
      case Node.Loop n -> loops.loop(n, kind);
      case Node.Try n -> attempts.attempt(n, kind, use);
      case Node.Logical n -> {
        conditions.logical(n);
        Kinds.convert(code, BOOLEAN, kind);
      }
      case Node.Constant n -> constants.push(n, kind);
      default -> {
        push(node, use);
        Kinds.convert(code, Kinds.of(node.type()), kind);
      }
    }
  }

  /** Pushes a node's value in a given kind, or unit if there is no node. */
  void valueOrUnit(@Nullable Node node, TypeKind kind, Use use) {
    if (node == null) {
      body.unit();
      Kinds.convert(code, REFERENCE, kind);
    } else {
      value(node, kind, use);
    }
  }

  private void push(Node node, Use use) {
    switch (node) {
      case Node.Read n -> variables.read(n, use);
      case Node.ReadName n -> variables.readName(n, use);
      case Node.ReadQualified n -> variables.readQualified(n);
      case Node.ReadThis n -> variables.readThis(n, use);
      case Node.Interpolation n -> literals.interpolation(n);
      case Node.ArrayItems n -> literals.array(n);
      case Node.MapItems n -> literals.map(n);
      case Node.MakeClosure n -> literals.closure(n);
      case Node.Unary n -> operators.unary(n);
      case Node.Binary n -> operators.binary(n);
      case Node.RangeOf n -> operators.range(n);
      case Node.CallScript n -> calls.script(n);
      case Node.CallNamed n -> calls.named(n);
      case Node.CallQualified n -> calls.qualified(n);
      case Node.CallInScope n -> calls.inScope(n);
      case Node.CallKeyword n -> calls.keyword(n);
      case Node.ChainRead n -> chains.read(n, use);
      case Node.Custom n -> new CustomSyntaxEmitter(this).custom(n);
      case Node.Jump n -> loops.jump(n);
      case Node.Return n -> blocks.leave(n);
      case Node.Throw n -> attempts.raise(n);
      default -> {
        statement(node);
        body.unit();
      }
    }
  }

  /** Runs a node for its effects only. */
  void effect(Node node) {
    switch (node) {
      case Node.Sequence n -> blocks.sequence(n);
      case Node.Condition n -> conditions.choose(n);
      case Node.Select n -> switches.select(n);
      case Node.Loop n -> loops.loop(n);
      case Node.Try n -> attempts.attempt(n);
      case Node.Constant n -> {}
      case Node.Jump n -> loops.jump(n);
      case Node.Return n -> blocks.leave(n);
      case Node.Throw n -> attempts.raise(n);
      case Node.Declare n -> statement(n);
      case Node.Assign n -> statement(n);
      case Node.ChainAssign n -> statement(n);
      case Node.ImportModule n -> statement(n);
      case Node.ExportName n -> statement(n);
      default -> {
        TypeKind kind = Kinds.of(node.type());
        value(node, kind, Use.LOOK);
        Kinds.pop(code, kind);
      }
    }
  }

  private void statement(Node node) {
    switch (node) {
      case Node.Declare n -> variables.declare(n);
      case Node.Assign n -> variables.assign(n);
      case Node.ChainAssign n -> chains.assign(n);
      case Node.ImportModule n -> calls.importModule(n);
      case Node.ExportName n -> calls.export(n);
      default -> throw new IllegalStateException(node.getClass().getName());
    }
  }

  /** Stores a value in a new local and returns that. */
  int toLocal(Node node, TypeKind kind, Use use) {
    value(node, kind, use);
    int slot = body.allocate(kind);
    code.storeLocal(kind, slot);
    return slot;
  }

  /** Pushes two operands, the left one first, whatever they are. */
  void operands(Node left, TypeKind leftKind, Node right, TypeKind rightKind) {
    // What the right side may change must not be seen to change on the left.
    Use use = left.type().needsCopy() && !Simplicity.isSimple(right) ? Use.KEEP : Use.LOOK;
    if (right.isJumping()) {
      int mark = body.mark();
      int slot = toLocal(left, leftKind, use);
      int other = toLocal(right, rightKind, Use.LOOK);
      code.loadLocal(leftKind, slot);
      code.loadLocal(rightKind, other);
      body.release(mark);
      return;
    }
    value(left, leftKind, use);
    value(right, rightKind, Use.LOOK);
  }

  /** Pushes arguments in order. */
  void arguments(List<Node> nodes, List<TypeKind> kinds, Use use) {
    boolean jumping = false;
    for (int i = 1; i < nodes.size(); i++) {
      jumping |= nodes.get(i).isJumping();
    }
    if (!jumping) {
      for (int i = 0; i < nodes.size(); i++) {
        value(nodes.get(i), kinds.get(i), use);
      }
      return;
    }
    int mark = body.mark();
    int[] slots = new int[nodes.size()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = toLocal(nodes.get(i), kinds.get(i), use);
    }
    for (int i = 0; i < slots.length; i++) {
      code.loadLocal(kinds.get(i), slots[i]);
    }
    body.release(mark);
  }

  /** Covers the code from a label to here by a handler, which is emitted out of line. */
  void handler(Label start, java.lang.constant.ClassDesc caught, Runnable emission) {
    Label end = code.newBoundLabel();
    Label handler = code.newLabel();
    code.exceptionCatch(start, end, handler, caught);
    body.defer(() -> {
      code.labelBinding(handler);
      emission.run();
    });
  }
}
