package dev.coachwhip.rhai.compile;

import static java.lang.classfile.TypeKind.INT;
import static java.lang.classfile.TypeKind.REFERENCE;

import dev.coachwhip.rhai.analysis.Node;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Code that goes to methods of its own, since it is too large for one, and the jumps out of these:
 * a piece returns what its caller is to do.
 */
final class PieceEmitter {

  private static final int LEAVE_METHOD = 1;
  private static final int LEAVE_LOOP = 2;
  private static final int AGAIN = 3;

  /** Stores one of several values that belong to something. */
  interface Item {
    void emit(Emitter emitter, Node node, int index, int target);
  }

  private final Emitter emitter;
  private final Body body;
  private final CodeBuilder code;

  PieceEmitter(Emitter emitter) {
    this.emitter = emitter;
    this.body = emitter.body;
    this.code = emitter.code;
  }

  boolean isLarge(List<Node> nodes) {
    return nodes.size() > 1 && body.model.sizes.isLarge(nodes);
  }

  /** Runs statements. */
  void statements(List<Node> nodes) {
    for (List<Node> part : Pieces.parts(nodes, body.model.sizes)) {
      call(part, -1, piece -> piece.blocks().statements(part));
    }
  }

  /**
   * Generates the same for each of several nodes, such as the items of an array.
   *
   * @param first the index of the first one
   * @param target the local of an object that they belong to, which the pieces get
   */
  void items(List<Node> nodes, int first, int target, Item item) {
    if (!isLarge(nodes)) {
      for (int i = 0; i < nodes.size(); i++) {
        item.emit(emitter, nodes.get(i), first + i, target);
      }
      return;
    }
    int start = first;
    for (List<Node> part : Pieces.parts(nodes, body.model.sizes)) {
      int from = start;
      call(part, target, piece -> piece.pieces().items(part, from, piece.body.target, item));
      start += part.size();
    }
  }

  /**
   * Generates code for one of several nodes, by the number that an object in a local tells.
   *
   * @param first the number of the first one
   */
  void choose(List<Node> nodes, int first, int number, Item item) {
    Label end = code.newLabel();
    if (isLarge(nodes)) {
      int from = first;
      for (List<Node> part : Pieces.parts(nodes, body.model.sizes)) {
        int start = from;
        Label next = code.newLabel();
        from += part.size();
        pushNumber(number);
        code.loadConstant(from);
        code.if_icmpge(next);
        call(part, number, piece -> piece.pieces().choose(part, start, piece.body.target, item));
        code.goto_(end);
        code.labelBinding(next);
      }
    } else {
      List<SwitchCase> cases = new ArrayList<>();
      for (int i = 0; i < nodes.size(); i++) {
        cases.add(SwitchCase.of(first + i, code.newLabel()));
      }
      pushNumber(number);
      code.tableswitch(first, first + nodes.size() - 1, end, cases);
      for (int i = 0; i < nodes.size(); i++) {
        code.labelBinding(cases.get(i).target());
        item.emit(emitter, nodes.get(i), first + i, number);
        code.goto_(end);
      }
    }
    code.labelBinding(end);
  }

  private void pushNumber(int slot) {
    code.aload(slot).checkcast(ConstantDescs.CD_Integer);
    code.invokevirtual(ConstantDescs.CD_Integer, "intValue", Signatures.of(">I"));
  }

  private void call(List<Node> nodes, int target, Pieces.Emission emission) {
    int size = (int) Math.min(body.model.sizes.most(), body.model.sizes.of(nodes));
    Pieces.Piece piece = body.model.pieces.add(body, size, emission);
    body.pushRun();
    code.aload(body.frame);
    if (body.scope >= 0) {
      code.aload(body.scope);
    }
    if (body.self >= 0) {
      code.aload(body.self);
    }
    if (target < 0) {
      code.aconst_null();
    } else {
      code.aload(target);
    }
    code.invokestatic(ScriptModel.owner(piece.owner()), piece.name(), descriptor(body));
    if (nodes.stream().anyMatch(Node::isJumping)) {
      goOn();
    } else {
      code.pop();
    }
  }

  /** Returns the type of pieces of a body: (run, frame, [scope], [self], target)what to do. */
  static MethodTypeDesc descriptor(Body body) {
    return Signatures.of("RO" + (body.scope >= 0 ? "N" : "") + (body.self >= 0 ? "F" : "") + "A>I");
  }

  /** What a piece has returned is on the stack. */
  private void goOn() {
    int mark = body.mark();
    int taken = body.allocate(INT);
    Label next = code.newLabel();
    code.istore(taken).iload(taken).ifeq(next);
    if (body.isPiece && body.loops.isEmpty()) {
      code.iload(taken).ireturn();
    } else {
      Label inLoop = code.newLabel();
      code.iload(taken);
      code.loadConstant(LEAVE_METHOD);
      code.if_icmpne(inLoop);
      leaveMethod();
      code.labelBinding(inLoop);
    }
    if (!body.loops.isEmpty()) {
      inLoop(taken);
    }
    code.labelBinding(next);
    body.release(mark);
  }

  private void leaveMethod() {
    if (body.isPiece) {
      code.loadConstant(LEAVE_METHOD);
      code.ireturn();
    } else {
      pushResult();
      Kinds.convert(code, REFERENCE, body.result());
      code.storeLocal(body.result(), body.resultSlot);
      code.goto_(body.leave);
    }
  }

  private void inLoop(int taken) {
    Body.Loop loop = body.loop();
    Label again = code.newLabel();
    code.iload(taken);
    code.loadConstant(LEAVE_LOOP);
    code.if_icmpne(again);
    if (loop.result() >= 0) {
      pushResult();
      Kinds.convert(code, REFERENCE, loop.kind());
      code.storeLocal(loop.kind(), loop.result());
    }
    emitter.blocks().rewind(loop);
    code.goto_(loop.leave());
    code.labelBinding(again);
    emitter.blocks().rewind(loop);
    code.goto_(loop.again());
  }

  /** Pushes the object that a piece has kept. */
  void pushResult() {
    code.aload(body.frame);
    code.loadConstant(Framing.RESULT);
    code.aaload();
  }

  /** An object is on the stack: keeps it for the caller of this piece. */
  void storeResult() {
    int slot = body.allocate(REFERENCE);
    code.astore(slot);
    code.aload(body.frame);
    code.loadConstant(Framing.RESULT);
    code.aload(slot).aastore();
    body.release(slot);
  }

  /** {@code break} or {@code continue} of a loop that is around the piece. */
  void jump(Node.Jump node) {
    Body.Loop outer = around();
    if (node.leave && outer.result() >= 0) {
      emitter.valueOrUnit(node.value, outer.kind(), Use.KEEP);
      Kinds.convert(code, outer.kind(), REFERENCE);
      storeResult();
    } else if (node.value != null) {
      emitter.effect(node.value);
    }
    leavePiece(node.leave);
  }

  private Body.Loop around() {
    return Objects.requireNonNull(body.around, "no loop around");
  }

  private void leavePiece(boolean leavesLoop) {
    code.loadConstant(leavesLoop ? LEAVE_LOOP : AGAIN);
    code.ireturn();
  }

  /**
   * A value is on the stack: leaves the loop around the piece with it, or begins its next round.
   */
  void leaveLoop(boolean leave) {
    if (leave && around().result() >= 0) {
      storeResult();
    } else {
      code.pop();
    }
    leavePiece(leave);
  }

  /** Generates a piece. */
  static void generate(CodeBuilder code, ScriptModel model, Pieces.Piece piece) {
    Body caller = piece.caller();
    int next = 2;
    int scope = caller.scope >= 0 ? next++ : -1;
    int self = caller.self >= 0 ? next++ : -1;
    Body body =
        new Body(code, model, caller.version, caller.top, caller.scoped, 0, scope, self, next + 1);
    body.frame = 1;
    body.target = next;
    body.isPiece = true;
    body.around = piece.loop();
    Emitter emitter = new Emitter(body);
    body.open(body.result());
    piece.emission().emit(emitter);
    code.iconst_0().ireturn();
    code.labelBinding(body.leave);
    code.loadLocal(body.result(), body.resultSlot);
    Kinds.convert(code, body.result(), REFERENCE);
    emitter.pieces().storeResult();
    code.loadConstant(LEAVE_METHOD);
    code.ireturn();
    body.emitDeferred();
  }
}
