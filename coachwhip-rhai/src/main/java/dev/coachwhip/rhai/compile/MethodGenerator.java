package dev.coachwhip.rhai.compile;

import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.TypeKind.INT;
import static java.lang.classfile.TypeKind.REFERENCE;

import dev.coachwhip.rhai.analysis.FunctionVersion;
import dev.coachwhip.rhai.analysis.Variable;
import dev.coachwhip.rhai.ast.Span;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.List;

/** Generates the methods of functions and of the top level: what is around their bodies. */
final class MethodGenerator {

  private final ScriptModel model;

  MethodGenerator(ScriptModel model) {
    this.model = model;
  }

  // The top level: (this, run, scope, self)

  void top(ClassBuilder type) {
    Pieces.Mark mark = model.pieces.mark();
    type.withMethodBody(
        "execute",
        Signatures.of("RNF>A"),
        ACC_PUBLIC,
        code -> {
          model.pieces.rewind(mark);
          top(code);
        });
  }

  private void top(CodeBuilder code) {
    FunctionVersion version = model.analysis.top();
    boolean scoped = model.analysis.scoped();
    Body body = new Body(code, model, version, true, scoped, 1, 2, 3, 4);
    Emitter emitter = new Emitter(body);
    makeFrame(body, version);
    if (scoped) {
      body.open(REFERENCE);
      emitter.value(version.body(), REFERENCE, Use.KEEP);
      code.storeLocal(REFERENCE, body.resultSlot);
      code.labelBinding(body.leave);
      code.loadLocal(REFERENCE, body.resultSlot).areturn();
      body.emitDeferred();
      return;
    }
    int base = emitter.blocks().saveScope();
    body.declaredSlot = body.allocate(INT);
    code.iconst_0().istore(body.declaredSlot);
    for (Variable variable : model.globals) {
      body.allocate(variable);
      if (!variable.isKeptInScope() && !variable.isFramed()) {
        initialise(code, variable);
      }
    }
    int error = body.allocate(REFERENCE);
    code.aconst_null().astore(error);
    body.open(REFERENCE);
    Label start = code.newBoundLabel();
    code.nop();
    body.inRange(
        () -> {
          emitter.value(version.body(), REFERENCE, Use.KEEP);
          code.storeLocal(REFERENCE, body.resultSlot);
        },
        body.leave);
    Label end = code.newBoundLabel();
    Label handler = code.newBoundLabel();
    code.exceptionCatch(start, end, handler, Classes.THROWABLE);
    code.astore(error);
    code.labelBinding(body.leave);
    flush(body, base);
    Label failed = code.newLabel();
    code.aload(error).ifnonnull(failed);
    code.aload(body.resultSlot).areturn();
    code.labelBinding(failed);
    code.aload(error).checkcast(Classes.THROWABLE).athrow();
  }

  /** Makes boxes for the variables that pieces share, if the body is divided. */
  private static void makeFrame(Body body, FunctionVersion version) {
    int length = body.model.frames.getOrDefault(version, 0);
    if (length > 0) {
      body.frame = body.allocate(REFERENCE);
      body.code.loadConstant(length);
      body.call(Classes.GLOBALS, "frame", "I>O");
      body.code.astore(body.frame);
    }
  }

  private static void initialise(CodeBuilder code, Variable variable) {
    TypeKind kind = Body.kind(variable);
    switch (kind) {
      case LONG -> code.lconst_0();
      case DOUBLE -> code.dconst_0();
      case BOOLEAN -> code.iconst_0();
      default -> code.aconst_null();
    }
    code.storeLocal(kind, variable.slot());
  }

  /** Puts the variables that were declared into the scope. */
  private void flush(Body body, int base) {
    CodeBuilder code = body.code;
    if (model.options.hosted()) { // they are there already
      code.aload(body.scope).iload(base);
      code.invokevirtual(Signatures.SCOPE, "release", Signatures.of("I>V"));
      return;
    }
    List<Variable> globals = model.globals;
    for (int i = 0; i < globals.size(); i++) {
      Variable variable = globals.get(i);
      Label next = code.newLabel();
      code.iload(body.declaredSlot);
      code.loadConstant(i);
      code.if_icmple(next);
      code.aload(body.scope).iload(base);
      code.loadConstant(variable.name());
      code.loadLocal(Body.kind(variable), variable.slot());
      Kinds.convert(code, Body.kind(variable), REFERENCE);
      code.loadConstant(variable.isConstant() ? 1 : 0);
      body.call(Classes.NAMES, "flush", "NISAZ>V");
      code.labelBinding(next);
    }
  }

  // Pieces of either: (run, frame, [scope], [self], target)

  void piece(ClassBuilder type, Pieces.Piece piece) {
    Pieces.Mark mark = model.pieces.mark();
    type.withMethodBody(
        piece.name(),
        PieceEmitter.descriptor(piece.caller()),
        ACC_PUBLIC | ACC_STATIC,
        code -> {
          model.pieces.rewind(mark);
          PieceEmitter.generate(code, model, piece);
        });
  }

  // Functions: (run, [scope], [self], parameters...)

  void function(ClassBuilder type, FunctionVersion version) {
    Pieces.Mark mark = model.pieces.mark();
    type.withMethodBody(
        ScriptModel.name(version),
        ScriptModel.descriptor(version),
        ACC_PUBLIC | ACC_STATIC,
        code -> {
          model.pieces.rewind(mark);
          function(code, version);
        });
  }

  private void function(CodeBuilder code, FunctionVersion version) {
    boolean scoped = version.group().isScoped();
    int next = 1;
    int scope = scoped ? next++ : -1;
    int self = version.group().usesThis() ? next++ : -1;
    int first = next;
    for (var parameter : version.types()) {
      next += Kinds.of(parameter).slotSize();
    }
    Body body = new Body(code, model, version, false, scoped, 0, scope, self, next);
    Emitter emitter = new Emitter(body);
    body.line(version.group().function().span());
    enter(body);
    body.checkVariables(version.parameters().size(), Span.NONE);
    makeFrame(body, version);
    int base = scoped ? emitter.blocks().saveScope() : -1;
    int imports = version.imports() ? emitter.blocks().saveImports() : -1;
    parameters(body, version, first);
    TypeKind kind = body.result();
    body.open(kind);
    Label start = code.newBoundLabel();
    code.nop();
    emitter.value(version.body(), kind, Use.LEAVE);
    code.storeLocal(kind, body.resultSlot);
    code.labelBinding(body.leave);
    emitter.blocks().end(new BlockEmitter.Extent(base, imports));
    body.pushRun();
    code.invokevirtual(Signatures.RUN, "leaveCall", Signatures.of(">V"));
    code.loadLocal(kind, body.resultSlot);
    code.return_(kind);
    body.emitDeferred();
    if (scoped) {
      rewindOnError(body, start, base);
    }
  }

  private static void enter(Body body) {
    CodeBuilder code = body.code;
    body.pushRun();
    code.iconst_0().iconst_0();
    code.invokevirtual(Signatures.RUN, "enterCall", Signatures.of("II>V"));
    body.pushRun();
    code.iconst_0().iconst_0();
    code.invokevirtual(Signatures.RUN, "checkStop", Signatures.of("II>V"));
    body.countCall();
  }

  private static void parameters(Body body, FunctionVersion version, int first) {
    CodeBuilder code = body.code;
    int slot = first;
    for (int i = 0; i < version.types().size(); i++) {
      TypeKind given = Kinds.of(version.types().get(i));
      Variable variable = version.parameters().get(i);
      if (body.scoped) {
        code.aload(body.scope);
        code.loadConstant(variable.name());
        code.loadLocal(given, slot);
        code.invokevirtual(Signatures.SCOPE, "push", Signatures.of("SA>V"));
      } else if (given == Body.kind(variable) && !variable.isFramed()) {
        variable.setSlot(slot);
      } else {
        code.loadLocal(given, slot);
        Kinds.convert(code, given, Body.kind(variable));
        body.allocate(variable);
        body.store(variable);
      }
      slot += given.slotSize();
    }
  }

  /** A function that ran in the caller's scope leaves nothing there when it fails. */
  private static void rewindOnError(Body body, Label start, int base) {
    CodeBuilder code = body.code;
    Label end = code.newBoundLabel();
    Label handler = code.newBoundLabel();
    code.exceptionCatchAll(start, end, handler);
    code.aload(body.scope).iload(base);
    code.invokevirtual(Signatures.SCOPE, "rewind", Signatures.of("I>V"));
    code.athrow();
  }
}
