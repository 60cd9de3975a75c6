package dev.coachwhip.rhai.compile;

import static java.lang.classfile.TypeKind.REFERENCE;

import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Type;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Text with parts, arrays, maps and closures. */
final class LiteralEmitter {

  /** Longer ones are built item by item, in loops of code that need no large operand. */
  private static final int MOST_KEYS = 32;

  private final Emitter emitter;
  private final Body body;
  private final CodeBuilder code;

  LiteralEmitter(Emitter emitter) {
    this.emitter = emitter;
    this.body = emitter.body;
    this.code = emitter.code;
  }

  void interpolation(Node.Interpolation node) {
    int mark = body.mark();
    int text = body.allocate(REFERENCE);
    code.new_(Classes.STRING_BUILDER).dup();
    code.invokespecial(Classes.STRING_BUILDER, "<init>", Signatures.of(">V"));
    code.astore(text);
    emitter
        .pieces()
        .items(
            node.parts, 0, text, (to, part, index, target) -> to.literals().append(part, target));
    code.aload(text);
    body.pushRun();
    body.pushPosition(node.parts.isEmpty() ? node.span : node.parts.getLast().span);
    code.invokestatic(Classes.LITERALS, "text", builder("ARJ>A"));
    body.release(mark);
  }

  private static MethodTypeDesc builder(String letters) {
    return Signatures.of(letters).changeParameterType(0, Classes.STRING_BUILDER);
  }

  private void append(Node part, int text) {
    if (part instanceof Node.Constant constant && constant.type() == Type.STRING) {
      body.pushTarget(text, Classes.STRING_BUILDER);
      emitter.constants().javaString((String) constant.value);
      code.invokestatic(Classes.LITERALS, "append", builder("AS>V"));
    } else if (part.type() == Type.INT) {
      int slot = emitter.toLocal(part, java.lang.classfile.TypeKind.LONG, Use.LOOK);
      body.pushTarget(text, Classes.STRING_BUILDER);
      code.lload(slot);
      code.invokestatic(Classes.LITERALS, "append", builder("AJ>V"));
      body.release(slot);
    } else {
      int slot = emitter.toLocal(part, REFERENCE, Use.LOOK);
      body.pushTarget(text, Classes.STRING_BUILDER);
      code.aload(slot);
      body.pushRun();
      body.pushPosition(part.span);
      code.invokestatic(Classes.LITERALS, "append", builder("AARJ>V"));
      body.release(slot);
    }
  }

  /** Pushes an Object[] of kept values. */
  private void objects(List<Node> nodes, boolean jumping) {
    code.loadConstant(nodes.size());
    code.anewarray(ConstantDescs.CD_Object);
    int slot = -1;
    if (emitter.pieces().isLarge(nodes)) {
      slot = body.allocate(REFERENCE);
      code.astore(slot);
      emitter.pieces().items(nodes, 0, slot, LiteralEmitter::store);
      code.aload(slot);
      body.release(slot);
      return;
    }
    if (jumping) {
      slot = body.allocate(REFERENCE);
      code.astore(slot);
    }
    for (int i = 0; i < nodes.size(); i++) {
      if (jumping) {
        int value = emitter.toLocal(nodes.get(i), REFERENCE, Use.KEEP);
        code.aload(slot);
        code.loadConstant(i);
        code.aload(value).aastore();
        body.release(value);
      } else {
        code.dup();
        code.loadConstant(i);
        emitter.kept(nodes.get(i));
        code.aastore();
      }
    }
    if (jumping) {
      code.aload(slot);
      body.release(slot);
    }
  }

  private static void store(Emitter to, Node item, int index, int array) {
    int value = to.toLocal(item, REFERENCE, Use.KEEP);
    to.body.pushTarget(array, ConstantDescs.CD_Object.arrayType());
    to.code.loadConstant(index);
    to.code.aload(value).aastore();
    to.body.release(value);
  }

  void array(Node.ArrayItems node) {
    objects(node.items, node.isJumping());
    body.pushRun();
    body.pushPosition(node.items.isEmpty() ? node.span : node.items.getLast().span);
    body.call(Classes.LITERALS, "array", "ORJ>A");
  }

  void map(Node.MapItems node) {
    if (node.keys.size() > MOST_KEYS) {
      largeMap(node);
      return;
    }
    objects(node.values, node.isJumping());
    emitter.constants().template(node.keys);
    code.swap();
    body.pushRun();
    body.pushPosition(node.values.isEmpty() ? node.span : node.values.getLast().span);
    body.call(Classes.LITERALS, "map", "AORJ>A");
  }

  private void largeMap(Node.MapItems node) {
    int map = body.allocate(REFERENCE);
    body.call(Classes.LITERALS, "emptyMap", ">A");
    code.astore(map);
    emitter
        .pieces()
        .items(
            node.values,
            0,
            map,
            (to, value, index, target) -> to.literals().put(node.keys.get(index), value, target));
    code.aload(map);
    body.release(map);
  }

  private void put(String key, Node node, int map) {
    int value = emitter.toLocal(node, REFERENCE, Use.KEEP);
    code.aload(map);
    emitter.constants().javaString(key);
    code.aload(value);
    body.pushRun();
    body.pushPosition(node.span);
    body.call(Classes.LITERALS, "put", "ASARJ>V");
    body.release(value);
  }

  void closure(Node.MakeClosure node) {
    for (Node capture : node.captures) {
      share(capture);
    }
    body.model.pushProgram(code);
    code.loadConstant(node.function.index());
    code.loadConstant(node.captures.size());
    code.anewarray(ConstantDescs.CD_Object);
    for (int i = 0; i < node.captures.size(); i++) {
      code.dup();
      code.loadConstant(i);
      if (node.captures.get(i) instanceof Node.Read read) {
        body.load(read.variable);
      } else {
        shareName((Node.ReadName) node.captures.get(i));
      }
      code.aastore();
    }
    code.invokevirtual(Classes.PROGRAM, "closure", Signatures.of("IO>A"));
  }

  private void share(Node capture) {
    if (capture instanceof Node.Read read) {
      body.load(read.variable);
      code.loadConstant(read.variable.isConstant() ? 1 : 0);
      body.call(Classes.SLOTS, "share", "AZ>A");
      body.store(read.variable);
    } else {
      shareName((Node.ReadName) capture);
      code.pop();
    }
  }

  private void shareName(Node.ReadName name) {
    if (body.scope < 0) {
      body.pushRun();
      code.loadConstant(name.name);
      body.pushPosition(name.span);
      body.call(Classes.SUPPORT, "unknownVariable", "RSJ>A");
    } else {
      emitter.variables().pushName(name);
      body.call(Classes.NAMES, "share", "RNSJ>A");
    }
  }
}
