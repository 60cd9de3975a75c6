package dev.coachwhip.rhai.compile;

import static java.lang.classfile.TypeKind.INT;
import static java.lang.classfile.TypeKind.REFERENCE;

import dev.coachwhip.rhai.analysis.Node;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.List;

/** Sequences of statements, and leaving a function. */
final class BlockEmitter {

  private final Emitter emitter;
  private final Body body;
  private final CodeBuilder code;

  BlockEmitter(Emitter emitter) {
    this.emitter = emitter;
    this.body = emitter.body;
    this.code = emitter.code;
  }

  /** Runs statements and pushes the last one's value. */
  void sequence(Node.Sequence node, TypeKind kind, Use use) {
    if (node.nodes.isEmpty()) {
      body.unit();
      Kinds.convert(code, REFERENCE, kind);
      return;
    }
    int mark = body.mark();
    Extent extent = begin(node);
    statements(node.nodes.subList(0, node.nodes.size() - 1));
    Node last = node.nodes.getLast();
    statement(last);
    emitter.value(last, kind, use);
    end(extent);
    body.release(mark);
  }

  /** Runs statements. */
  void sequence(Node.Sequence node) {
    if (node.nodes.isEmpty()) {
      return;
    }
    int mark = body.mark();
    Extent extent = begin(node);
    statements(node.nodes);
    end(extent);
    body.release(mark);
  }

  /** Runs statements, in methods of their own if they are too many for one. */
  void statements(List<Node> nodes) {
    if (emitter.pieces().isLarge(nodes)) {
      emitter.pieces().statements(nodes);
      return;
    }
    for (Node node : nodes) {
      statement(node);
      emitter.effect(node);
    }
  }

  private void statement(Node node) {
    body.line(node.start());
    body.count(node);
  }

  /** Where the sizes are kept to which a block's end goes back; below 0 for none. */
  record Extent(int scopeSize, int importsSize) {}

  /** Begins a block of its own. */
  private Extent begin(Node.Sequence node) {
    boolean whole = node == body.version.body();
    return new Extent(
        body.scoped && !whole ? saveScope() : -1, node.imports && !whole ? saveImports() : -1);
  }

  int saveScope() {
    int slot = body.allocate(INT);
    code.aload(body.scope).invokevirtual(Signatures.SCOPE, "size", Signatures.of(">I"));
    code.istore(slot);
    return slot;
  }

  int saveImports() {
    int slot = body.allocate(INT);
    body.pushRun();
    body.call(Classes.SUPPORT, "imports", "R>I");
    code.istore(slot);
    return slot;
  }

  void end(Extent extent) {
    rewindScope(extent.scopeSize);
    rewindImports(extent.importsSize);
  }

  /** Undoes what was declared since a loop began. */
  void rewind(Body.Loop loop) {
    rewindScope(loop.scopeSize());
    rewindImports(loop.importsSize());
  }

  void rewindScope(int slot) {
    if (slot >= 0) {
      code.aload(body.scope).iload(slot);
      code.invokevirtual(Signatures.SCOPE, "rewind", Signatures.of("I>V"));
    }
  }

  void rewindImports(int slot) {
    if (slot >= 0) {
      body.pushRun();
      code.iload(slot);
      body.call(Classes.SUPPORT, "rewindImports", "RI>V");
    }
  }

  /** {@code return}. */
  void leave(Node.Return node) {
    if (new CustomSyntaxEmitter(emitter).leave(node)) {
      return;
    }
    TypeKind kind = body.result();
    emitter.valueOrUnit(node.value, kind, Use.LEAVE);
    code.storeLocal(kind, body.resultSlot);
    code.goto_(body.leave);
  }
}
