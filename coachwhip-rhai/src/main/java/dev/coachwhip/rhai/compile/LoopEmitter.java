package dev.coachwhip.rhai.compile;

import static java.lang.classfile.TypeKind.LONG;
import static java.lang.classfile.TypeKind.REFERENCE;

import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Type;
import dev.coachwhip.rhai.analysis.Variable;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import org.jspecify.annotations.Nullable;

/** Loops and the jumps out of them. */
final class LoopEmitter {

  private final Emitter emitter;
  private final Body body;
  private final CodeBuilder code;

  LoopEmitter(Emitter emitter) {
    this.emitter = emitter;
    this.body = emitter.body;
    this.code = emitter.code;
  }

  /** A loop for its value: that of {@code break}, or unit. */
  void loop(Node.Loop node, TypeKind kind) {
    int result = body.allocate(kind);
    loop(node, kind, result);
    code.loadLocal(kind, result);
    body.release(result);
  }

  /** A loop for its effects. */
  void loop(Node.Loop node) {
    loop(node, REFERENCE, -1);
  }

  private void loop(Node.Loop node, TypeKind kind, int result) {
    int mark = body.mark();
    if (result >= 0) {
      initialise(kind);
      code.storeLocal(kind, result);
    }
    if (countsInLocals(node)) {
      new LocalCount(body).around(() -> rounds(node, kind, result));
    } else {
      rounds(node, kind, result);
    }
    body.release(mark);
  }

  private boolean countsInLocals(Node.Loop node) {
    return body.model.options.countsOperations()
        && body.localCount == null
        && !body.scoped
        && !body.model.dividedLoops.contains(node) // pieces count in the run
        && SimpleCode.isLoop(node);
  }

  private void rounds(Node.Loop node, TypeKind kind, int result) {
    switch (node) {
      case Node.WhileLoop n -> whileLoop(n, kind, result);
      case Node.DoLoop n -> doLoop(n, kind, result);
      case Node.ForLoop n -> forLoop(n, kind, result);
    }
  }

  /** Pushes unit; where only a {@code break} with a value of a kind can leave, anything of it. */
  private void initialise(TypeKind kind) {
    switch (kind) {
      case REFERENCE -> body.unit();
      case LONG -> code.lconst_0();
      case DOUBLE -> code.dconst_0();
      default -> code.iconst_0();
    }
  }

  private void enter(Label leave, Label again, TypeKind kind, int result) {
    int scopeSize = body.scoped ? emitter.blocks().saveScope() : -1;
    int imports = body.model.importsModules(body) ? emitter.blocks().saveImports() : -1;
    body.loops.push(new Body.Loop(leave, again, kind, result, scopeSize, imports));
  }

  private void exit() {
    body.loops.pop();
  }

  private void poll(Node.Loop node) {
    body.pushRun();
    code.loadConstant(node.span.line());
    code.loadConstant(node.span.column());
    code.invokevirtual(Signatures.RUN, "checkStop", Signatures.of("II>V"));
    if (!(node instanceof Node.DoLoop)) {
      body.countRound(node);
    }
  }

  private void whileLoop(Node.WhileLoop node, TypeKind kind, int result) {
    Label again = code.newLabel();
    Label leave = code.newLabel();
    enter(leave, again, kind, result);
    code.labelBinding(again);
    poll(node);
    if (node.condition != null) {
      body.line(node.condition.start());
      emitter.conditions().jumpIf(node.condition, false, leave);
    }
    emitter.effect(node.body);
    code.goto_(again);
    code.labelBinding(leave);
    exit();
  }

  private void doLoop(Node.DoLoop node, TypeKind kind, int result) {
    Label again = code.newLabel();
    Label leave = code.newLabel();
    enter(leave, again, kind, result);
    code.labelBinding(again);
    poll(node);
    emitter.effect(node.body);
    body.line(node.condition.start());
    body.countRound(node);
    emitter.conditions().jumpIf(node.condition, !node.until, again);
    code.labelBinding(leave);
    exit();
  }

  private void forLoop(Node.ForLoop node, TypeKind kind, int result) {
    // As in Rhai, a counter is not asked for.
    Variable first = node.counter == null ? node.variable : node.counter;
    body.checkVariables(first, node.variableSpan);
    if (!body.scoped
        && node.iterable instanceof Node.RangeOf range
        && range.type() == Type.RANGE
        && !node.variable.isCaptured()
        && node.variable.type() != Type.NOTHING) {
      countingLoop(node, range, kind, result);
    } else {
      iteratingLoop(node, kind, result);
    }
  }

  private void countingLoop(Node.ForLoop node, Node.RangeOf range, TypeKind kind, int result) {
    int next = emitter.toLocal(range.start, LONG, Use.LOOK);
    int end = emitter.toLocal(range.end, LONG, Use.LOOK);
    Variable variable = node.variable;
    body.allocate(variable);
    int count = beginCount(node.counter);
    Label again = code.newLabel();
    Label leave = code.newLabel();
    Label test = code.newLabel();
    enter(leave, again, kind, result);
    code.labelBinding(test);
    code.lload(next).lload(end).lcmp();
    if (range.inclusive) {
      code.ifgt(leave);
    } else {
      code.ifge(leave);
    }
    poll(node);
    code.lload(next);
    TypeKind held = Body.kind(variable);
    Kinds.convert(code, LONG, held);
    body.store(variable);
    setCounter(node.counter, count);
    emitter.effect(node.body);
    code.labelBinding(again);
    if (range.inclusive) {
      code.lload(next).lload(end).lcmp().ifeq(leave);
    }
    code.lload(next).lconst_1().ladd().lstore(next);
    advance(count);
    code.goto_(test);
    code.labelBinding(leave);
    exit();
  }

  /** Makes a local that counts rounds if the script wants that; else below 0. */
  private int beginCount(@Nullable Variable counter) {
    if (counter == null) {
      return -1;
    }
    if (!body.scoped) {
      body.allocate(counter);
      if (counter.isCaptured()) {
        body.unit();
        body.store(counter);
      }
    }
    int count = body.allocate(LONG);
    code.lconst_0().lstore(count);
    return count;
  }

  private void setCounter(@Nullable Variable counter, int count) {
    if (counter != null) {
      code.lload(count);
      Kinds.convert(code, LONG, Body.kind(counter));
      setVariable(counter, Body.kind(counter));
    }
  }

  /** The value is on the stack: sets a variable of the loop, which is one for all rounds. */
  private void setVariable(Variable variable, TypeKind kind) {
    if (body.scoped) {
      Kinds.convert(code, kind, REFERENCE);
      int slot = body.allocate(REFERENCE);
      code.astore(slot);
      code.aload(body.scope);
      code.loadConstant(variable.name());
      code.aload(slot);
      body.call(Classes.NAMES, "set", "NSA>V");
      body.release(slot);
    } else if (variable.isCaptured()) {
      body.load(variable);
      code.swap();
      body.call(Classes.SLOTS, "assign", "AA>A");
      body.store(variable);
    } else {
      body.store(variable);
    }
  }

  private void advance(int count) {
    if (count >= 0) {
      code.lload(count).lconst_1().ladd().lstore(count);
    }
  }

  private void iteratingLoop(Node.ForLoop node, TypeKind kind, int result) {
    int outer = body.scoped ? emitter.blocks().saveScope() : -1;
    emitter.value(node.iterable, REFERENCE, Use.LOOK);
    body.pushRun();
    body.pushPosition(node.iterable.start());
    body.call(Classes.LOOPS, "iterate", "ARJ>A");
    code.checkcast(Classes.ITERATOR);
    int items = body.allocate(REFERENCE);
    code.astore(items);
    Variable variable = node.variable;
    declare(node.counter);
    if (!body.scoped) {
      body.allocate(variable);
    }
    declare(variable);
    int count = beginCount(node.counter);
    if (variable.isCaptured() && !body.scoped) {
      body.unit();
      body.store(variable);
    }
    Label again = code.newLabel();
    Label leave = code.newLabel();
    Label test = code.newLabel();
    enter(leave, again, kind, result);
    code.labelBinding(test);
    code.aload(items);
    body.pushPosition(node.iterable.span);
    code.invokestatic(Classes.LOOPS, "hasNext", iterator("AJ>Z"));
    code.ifeq(leave);
    poll(node);
    setCounter(node.counter, count);
    code.aload(items);
    body.pushPosition(node.iterable.span);
    code.invokestatic(Classes.LOOPS, "next", iterator("AJ>A"));
    TypeKind held = body.scoped ? REFERENCE : Body.kind(variable);
    Kinds.convert(code, REFERENCE, held);
    setVariable(variable, held);
    emitter.effect(node.body);
    code.labelBinding(again);
    advance(count);
    code.goto_(test);
    code.labelBinding(leave);
    exit();
    emitter.blocks().rewindScope(outer);
  }

  private static java.lang.constant.MethodTypeDesc iterator(String letters) {
    return Signatures.of(letters).changeParameterType(0, Classes.ITERATOR);
  }

  private void declare(@Nullable Variable variable) {
    if (variable != null && body.scoped) {
      body.pushRun();
      code.aload(body.scope);
      code.loadConstant(variable.name());
      body.unit();
      code.iconst_0();
      code.lconst_0();
      body.call(Classes.NAMES, "declare", "RNSAZJ>V");
    }
  }

  void jump(Node.Jump node) {
    CustomSyntaxEmitter syntax = new CustomSyntaxEmitter(emitter);
    if (syntax.leavesInput()) {
      syntax.jump(node);
      return;
    }
    if (body.loops.isEmpty()) {
      emitter.pieces().jump(node);
      return;
    }
    Body.Loop loop = body.loop();
    if (node.leave && loop.result() >= 0) {
      emitter.valueOrUnit(node.value, loop.kind(), Use.KEEP);
      code.storeLocal(loop.kind(), loop.result());
    } else if (node.value != null) {
      emitter.effect(node.value);
    }
    emitter.blocks().rewind(loop);
    code.goto_(node.leave ? loop.leave() : loop.again());
  }
}
