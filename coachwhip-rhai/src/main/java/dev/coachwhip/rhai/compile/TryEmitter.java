package dev.coachwhip.rhai.compile;

import static java.lang.classfile.TypeKind.INT;
import static java.lang.classfile.TypeKind.REFERENCE;

import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Variable;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;

/** {@code try} and {@code throw}. */
final class TryEmitter {

  private final Emitter emitter;
  private final Body body;
  private final CodeBuilder code;

  TryEmitter(Emitter emitter) {
    this.emitter = emitter;
    this.body = emitter.body;
    this.code = emitter.code;
  }

  void raise(Node.Throw node) {
    emitter.valueOrUnit(node.value, REFERENCE, Use.KEEP);
    body.pushPosition(node.span);
    code.invokestatic(
        Classes.SUPPORT, "thrown", Signatures.of("AJ>A").changeReturnType(Classes.ERROR));
    code.athrow();
  }

  /** For its value: that of the body, or unit where it was caught. */
  void attempt(Node.Try node, TypeKind kind, Use use) {
    int result = body.allocate(kind);
    attempt(
        node,
        () -> {
          emitter.value(node.body, kind, use);
          code.storeLocal(kind, result);
        },
        () -> {
          body.unit();
          Kinds.convert(code, REFERENCE, kind);
          code.storeLocal(kind, result);
        });
    code.loadLocal(kind, result);
    body.release(result);
  }

  void attempt(Node.Try node) {
    attempt(node, () -> emitter.effect(node.body), () -> {});
  }

  private void attempt(Node.Try node, Runnable tried, Runnable caught) {
    int mark = body.mark();
    int level = body.allocate(INT);
    body.pushRun();
    code.invokevirtual(Signatures.RUN, "callLevel", Signatures.of(">I")).istore(level);
    int imports = emitter.blocks().saveImports();
    int scopeSize = body.scoped ? emitter.blocks().saveScope() : -1;
    Label end = code.newLabel();
    Label start = code.newBoundLabel();
    code.nop(); // a range must not be empty
    body.inRange(tried, end);
    Label rangeEnd = code.newBoundLabel();
    Label handler = code.newBoundLabel();
    code.exceptionCatch(start, rangeEnd, handler, Classes.ERROR);
    int error = body.allocate(REFERENCE);
    code.astore(error);
    body.pushRun();
    code.aload(error);
    code.iload(level).iload(imports);
    code.invokestatic(
        Classes.SUPPORT, "caught", Signatures.of("RAII>V").changeParameterType(1, Classes.ERROR));
    emitter.blocks().rewindScope(scopeSize);
    declare(node, error);
    handle(node, error, end, caught);
    code.labelBinding(end);
    emitter.blocks().rewindScope(scopeSize);
    body.release(mark);
  }

  private void declare(Node.Try node, int error) {
    Variable variable = node.variable;
    if (variable == null) {
      return;
    }
    body.checkVariables(variable, node.variableSpan);
    if (body.scoped) {
      body.pushRun();
      code.aload(body.scope);
      code.loadConstant(variable.name());
      pushCaught(error);
      code.iconst_0();
      body.pushPosition(node.variableSpan);
      body.call(Classes.NAMES, "declare", "RNSAZJ>V");
    } else {
      body.allocate(variable);
      pushCaught(error);
      Kinds.convert(code, REFERENCE, Body.kind(variable));
      body.store(variable);
    }
  }

  private void pushCaught(int error) {
    code.aload(error);
    code.invokevirtual(Classes.ERROR, "caughtValue", Signatures.of(">A"));
  }

  /** The handler; {@code throw} without a value in it throws what was caught. */
  private void handle(Node.Try node, int error, Label end, Runnable caught) {
    Label start = code.newBoundLabel();
    code.nop();
    body.inRange(
        () -> {
          emitter.effect(node.handler);
          caught.run();
        },
        end);
    Label rangeEnd = code.newBoundLabel();
    Label rethrow = code.newBoundLabel();
    code.exceptionCatch(start, rangeEnd, rethrow, Classes.ERROR);
    int thrown = body.allocate(REFERENCE);
    code.astore(thrown);
    code.aload(error).aload(thrown);
    code.invokevirtual(
        Classes.ERROR,
        "rethrown",
        Signatures.of("A>A").changeReturnType(Classes.ERROR).changeParameterType(0, Classes.ERROR));
    code.athrow();
  }
}
