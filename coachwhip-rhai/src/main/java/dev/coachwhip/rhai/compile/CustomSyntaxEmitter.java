package dev.coachwhip.rhai.compile;

import static java.lang.classfile.TypeKind.REFERENCE;

import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.runtime.SyntaxJump;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;

/** Syntax of the host, and the jumps out of its inputs. */
final class CustomSyntaxEmitter {

  private final Emitter emitter;
  private final Body body;
  private final CodeBuilder code;

  CustomSyntaxEmitter(Emitter emitter) {
    this.emitter = emitter;
    this.body = emitter.body;
    this.code = emitter.code;
  }

  /** Runs it and pushes its value. */
  void custom(Node.Custom node) {
    int mark = body.mark();
    int result = body.allocate(REFERENCE);
    Label end = code.newLabel();
    body.line(node.span);
    Label start = code.newBoundLabel();
    body.pushRun();
    code.aload(body.scope);
    body.pushSelf();
    body.model.pushProgram(code);
    code.loadConstant(body.model.syntaxSite(node.syntax));
    body.pushPosition(node.span);
    code.invokestatic(Classes.SUPPORT, "customSyntax", ScriptModel.CUSTOM_SYNTAX);
    code.astore(result);
    code.goto_(end);
    Label rangeEnd = code.newBoundLabel();
    Label handler = code.newBoundLabel();
    code.exceptionCatch(start, rangeEnd, handler, Classes.SYNTAX_JUMP);
    int jump = body.allocate(REFERENCE);
    code.astore(jump);
    when(jump, SyntaxJump.Kind.RETURN, () -> returns(jump));
    when(jump, SyntaxJump.Kind.BREAK, () -> leaves(jump, true));
    leaves(jump, false);
    code.labelBinding(end);
    code.aload(result);
    body.release(mark);
  }

  private void when(int jump, SyntaxJump.Kind kind, Runnable emission) {
    Label other = code.newLabel();
    pushJump(jump);
    code.loadConstant(kind.name());
    body.call(Classes.SUPPORT, "isJump", "AS>Z");
    code.ifeq(other);
    emission.run();
    code.labelBinding(other);
  }

  private void pushJump(int jump) {
    code.aload(jump);
  }

  private void pushValue(int jump) {
    pushJump(jump);
    body.call(Classes.SUPPORT, "jumpValue", "A>A");
  }

  private void throwOn(int jump) {
    pushJump(jump);
    code.checkcast(Classes.SYNTAX_JUMP).athrow();
  }

  private void returns(int jump) {
    if (isInput()) {
      throwOn(jump);
      return;
    }
    pushValue(jump);
    Kinds.convert(code, REFERENCE, body.result());
    code.storeLocal(body.result(), body.resultSlot);
    code.goto_(body.leave);
  }

  private void leaves(int jump, boolean leave) {
    if (!body.loops.isEmpty()) {
      Body.Loop loop = body.loop();
      if (leave && loop.result() >= 0) {
        pushValue(jump);
        Kinds.convert(code, REFERENCE, loop.kind());
        code.storeLocal(loop.kind(), loop.result());
      }
      emitter.blocks().rewind(loop);
      code.goto_(leave ? loop.leave() : loop.again());
    } else if (body.around != null) {
      pushValue(jump);
      emitter.pieces().leaveLoop(leave);
    } else {
      throwOn(jump);
    }
  }

  private boolean isInput() {
    return body.top && body.model.options.input();
  }

  // Jumps of inputs

  /** Tells whether a jump without a loop around it leaves an input. */
  boolean leavesInput() {
    return isInput() && body.loops.isEmpty() && body.around == null;
  }

  /** {@code return} in an input. */
  boolean leave(Node.Return node) {
    if (isInput()) {
      jump(SyntaxJump.Kind.RETURN, node.value, node.span);
    }
    return isInput();
  }

  /** {@code break} or {@code continue} in an input, of a loop that is around the syntax. */
  void jump(Node.Jump node) {
    jump(node.leave ? SyntaxJump.Kind.BREAK : SyntaxJump.Kind.CONTINUE, node.value, node.span);
  }

  private void jump(
      SyntaxJump.Kind kind, @org.jspecify.annotations.Nullable Node value, Span span) {
    body.line(span);
    emitter.valueOrUnit(value, REFERENCE, Use.KEEP);
    code.loadConstant(kind.name());
    body.call(Classes.SUPPORT, "jump", "AS>A");
    code.checkcast(Classes.SYNTAX_JUMP).athrow();
  }
}
