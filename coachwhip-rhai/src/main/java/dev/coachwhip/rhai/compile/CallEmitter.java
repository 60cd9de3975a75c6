package dev.coachwhip.rhai.compile;

import static java.lang.classfile.TypeKind.REFERENCE;

import dev.coachwhip.rhai.analysis.FunctionVersion;
import dev.coachwhip.rhai.analysis.NativeTypes;
import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Type;
import dev.coachwhip.rhai.ast.Span;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Calls in the style of functions. */
final class CallEmitter {

  private final Emitter emitter;
  private final Body body;
  private final CodeBuilder code;

  CallEmitter(Emitter emitter) {
    this.emitter = emitter;
    this.body = emitter.body;
    this.code = emitter.code;
  }

  /** A first argument that is a variable is read after the others were evaluated. */
  private boolean comesLast(List<Node> arguments) {
    Node first = arguments.isEmpty() ? null : arguments.getFirst();
    boolean variable =
        first instanceof Node.Read
            || first instanceof Node.ReadName
            || first instanceof Node.ReadThis;
    return variable
        && !arguments.subList(1, arguments.size()).stream().allMatch(Simplicity::isTrivial);
  }

  private void push(List<Node> arguments, List<TypeKind> kinds, Use use) {
    if (!comesLast(arguments)) {
      emitter.arguments(arguments, kinds, use);
      return;
    }
    int mark = body.mark();
    int[] slots = rest(arguments, kinds, use);
    emitter.value(arguments.getFirst(), kinds.getFirst(), use);
    for (int i = 1; i < slots.length; i++) {
      code.loadLocal(kinds.get(i), slots[i]);
    }
    body.release(mark);
  }

  /** Evaluates all but the first argument; returns where they are. */
  private int[] rest(List<Node> arguments, List<TypeKind> kinds, Use use) {
    int[] slots = new int[arguments.size()];
    for (int i = 1; i < slots.length; i++) {
      slots[i] = emitter.toLocal(arguments.get(i), kinds.get(i), use);
    }
    return slots;
  }

  private static List<TypeKind> kinds(List<Node> arguments) {
    return arguments.stream().map(argument -> Kinds.of(argument.type())).toList();
  }

  /** A function of the script. */
  void script(Node.CallScript node) {
    FunctionVersion version = node.version;
    if (version == null) { // empty, or an argument never comes
      for (Node argument : node.arguments) {
        emitter.effect(argument);
      }
      body.unit();
      return;
    }
    List<TypeKind> kinds = version.types().stream().map(Kinds::of).toList();
    boolean late = comesLast(node.arguments);
    boolean jumping = node.arguments.stream().anyMatch(Node::isJumping);
    int mark = body.mark();
    if (late || jumping) {
      push(node.arguments, kinds, Use.KEEP);
      int[] slots = new int[kinds.size()];
      for (int i = kinds.size() - 1; i >= 0; i--) {
        slots[i] = body.allocate(kinds.get(i));
        code.storeLocal(kinds.get(i), slots[i]);
      }
      pushContext(version);
      for (int i = 0; i < slots.length; i++) {
        code.loadLocal(kinds.get(i), slots[i]);
      }
    } else {
      pushContext(version);
      emitter.arguments(node.arguments, kinds, Use.KEEP);
    }
    body.release(mark);
    invoke(version, node.span);
  }

  private void pushContext(FunctionVersion version) {
    body.pushRun();
    if (version.group().isScoped()) {
      code.new_(Signatures.SCOPE).dup();
      code.invokespecial(Signatures.SCOPE, "<init>", Signatures.of(">V"));
    }
    if (version.group().usesThis()) {
      code.aconst_null();
    }
  }

  private void invoke(FunctionVersion version, Span span) {
    body.line(span);
    Label start = code.newBoundLabel();
    body.model.invoke(code, version);
    String name = version.group().function().name();
    emitter.handler(
        start,
        Classes.THROWABLE,
        () -> {
          code.loadConstant(name);
          body.pushPosition(span);
          code.invokestatic(Classes.SUPPORT, "failedCall", ScriptModel.FAILED_CALL);
          code.athrow();
        });
  }

  /** A function that is not the script's, as far as is known. */
  void named(Node.CallNamed node) {
    List<Node> arguments = node.arguments;
    NativeTypes natives = body.model.analysis.natives();
    boolean pure = natives.isPure(node.name, arguments.size()) && natives.isForConstants(node.name);
    boolean looks = natives.onlyLooks(node.name, arguments.size());
    Use use = looks ? Use.LOOK : Use.KEEP;
    List<TypeKind> kinds = kinds(arguments);
    if (natives.isFloatFunction(node.name, arguments) && node.name.equals("sqrt")) {
      emitter.value(arguments.getFirst(), Use.LOOK);
      code.invokestatic(Signatures.desc(Math.class), "sqrt", Signatures.of("D>D"));
      return;
    }
    Place place =
        arguments.isEmpty() || pure || !body.model.isStandard(node.name)
            ? null
            : emitter.variables().placeOrNull(arguments.getFirst());
    if (place != null && kinds.getFirst() == REFERENCE) {
      byReference(node, place, kinds);
      return;
    }
    int mark = body.mark();
    push(arguments, kinds, use);
    int[] slots = new int[kinds.size()];
    for (int i = kinds.size() - 1; i >= 0; i--) {
      slots[i] = body.allocate(kinds.get(i));
      code.storeLocal(kinds.get(i), slots[i]);
    }
    body.pushRun();
    StringBuilder signature = new StringBuilder("R");
    for (int i = 0; i < slots.length; i++) {
      code.loadLocal(kinds.get(i), slots[i]);
      signature.append(Signatures.letter(kinds.get(i)));
    }
    body.release(mark);
    site(node, signature.toString());
  }

  private static List<TypeKind> objects(int count) {
    return Collections.nCopies(count, REFERENCE);
  }

  /** So many objects are on the stack: puts them into an array. */
  private void collect(int count) {
    int mark = body.mark();
    int[] slots = new int[count];
    for (int i = count - 1; i >= 0; i--) {
      slots[i] = body.allocate(REFERENCE);
      code.astore(slots[i]);
    }
    code.loadConstant(count);
    code.anewarray(ConstantDescs.CD_Object);
    for (int i = 0; i < count; i++) {
      code.dup();
      code.loadConstant(i);
      code.aload(slots[i]).aastore();
    }
    body.release(mark);
  }

  private void site(Node.CallNamed node, String parameters) {
    body.line(node.span);
    String signature = parameters + ">" + Signatures.letter(Kinds.of(node.type()));
    // A function that the standard library has not may be another script's, which the run knows.
    if (body.model.isDirect(node.name)) {
      body.model.sites.function(code, signature, node.name, Body.position(node.span));
    } else {
      body.model.sites.named(code, signature, node.name, Body.position(node.span));
    }
  }

  /** The first argument is a variable, which a function of Java may change. */
  private void byReference(Node.CallNamed node, Place place, List<TypeKind> kinds) {
    int mark = body.mark();
    int[] slots = rest(node.arguments, kinds, Use.KEEP);
    int ref = body.allocate(REFERENCE);
    place.pushArgument();
    code.astore(ref);
    StringBuilder signature = new StringBuilder("RF");
    body.pushRun();
    code.aload(ref);
    for (int i = 1; i < slots.length; i++) {
      code.loadLocal(kinds.get(i), slots[i]);
      signature.append(Signatures.letter(kinds.get(i)));
    }
    site(node, signature.toString());
    place.afterArgument(ref);
    body.release(mark);
  }

  void qualified(Node.CallQualified node) {
    push(node.arguments, objects(node.arguments.size()), Use.KEEP);
    collect(node.arguments.size());
    body.pushRun();
    code.loadConstant(ModulePaths.join(node.path));
    code.loadConstant(node.name);
    code.loadConstant(Body.position(node.path.getFirst().span()));
    body.pushPosition(node.span);
    body.call(Classes.SUPPORT, "callQualified", "ORSSJJ>A");
  }

  void inScope(Node.CallInScope node) {
    emitter.arguments(node.arguments, objects(node.arguments.size()), Use.KEEP);
    collect(node.arguments.size());
    body.pushRun();
    code.aload(body.scope);
    code.loadConstant(node.name);
    body.pushPosition(node.span);
    body.call(Classes.SUPPORT, "callInScope", "ORNSJ>A");
  }

  void keyword(Node.CallKeyword node) {
    switch (node.keyword) {
      case PRINT -> text(node, "print");
      case DEBUG -> text(node, "debug");
      case TYPE_OF -> {
        emitter.object(node.arguments.getFirst());
        body.pushRun();
        body.call(Classes.SUPPORT, "typeOf", "AR>A");
      }
      case EVAL -> {
        emitter.object(node.arguments.getFirst());
        body.pushRun();
        code.aload(body.scope);
        body.pushSelf();
        body.model.pushProgram(code);
        body.pushPosition(node.arguments.getFirst().start());
        code.invokestatic(Classes.SUPPORT, "eval", ScriptModel.EVAL);
      }
      case FN -> {
        emitter.object(node.arguments.getFirst());
        body.pushPosition(node.arguments.getFirst().start());
        body.call(Classes.SUPPORT, "pointer", "AJ>A");
      }
      case CALL -> call(node);
      case CURRY -> curry(node);
      case IS_DEF_VAR -> {
        emitter.object(node.arguments.getFirst());
        code.aload(body.scope);
        body.pushPosition(node.arguments.getFirst().start());
        body.call(Classes.SUPPORT, "isDefinedVariable", "ANJ>Z");
      }
      case IS_DEF_FN -> {
        emitter.arguments(node.arguments, objects(node.arguments.size()), Use.LOOK);
        collect(node.arguments.size());
        body.pushRun();
        body.pushPosition(node.span);
        body.call(Classes.SUPPORT, "isDefinedFunction", "ORJ>Z");
      }
      case IS_SHARED -> isShared(node);
    }
  }

  private void text(Node.CallKeyword node, String name) {
    if (node.arguments.isEmpty()) {
      code.aconst_null();
    } else {
      emitter.object(node.arguments.getFirst());
    }
    body.pushRun();
    body.pushPosition(node.span);
    body.call(Classes.SUPPORT, name, "ARJ>A");
  }

  private void isShared(Node.CallKeyword node) {
    Place place = emitter.variables().placeOrNull(node.arguments.getFirst());
    if (place != null && place.isShareable()) {
      place.pushSlot();
      body.call(Classes.SLOTS, "isShared", "A>Z");
    } else {
      emitter.effect(node.arguments.getFirst());
      code.iconst_0();
    }
  }

  /** {@code call(f, x)}: the pointer first. */
  private void call(Node.CallKeyword node) {
    int mark = body.mark();
    List<Node> arguments = node.arguments;
    List<TypeKind> kinds = new ArrayList<>(kinds(arguments));
    kinds.set(0, REFERENCE);
    long first = Body.position(arguments.getFirst().start());
    int pointer = emitter.toLocal(arguments.getFirst(), REFERENCE, Use.KEEP);
    code.aload(pointer);
    body.pushRun();
    code.loadConstant(first);
    body.call(Classes.SUPPORT, "checkPointer", "ARJ>V");
    int[] slots = rest(arguments, kinds, Use.KEEP);
    body.pushRun();
    code.aload(pointer);
    StringBuilder signature = new StringBuilder("RA");
    for (int i = 1; i < slots.length; i++) {
      code.loadLocal(kinds.get(i), slots[i]);
      signature.append(Signatures.letter(kinds.get(i)));
    }
    body.line(node.span);
    body.model.sites.method(
        code, signature.append(">A").toString(), "call", 2, Body.position(node.span), first);
    body.release(mark);
  }

  private void curry(Node.CallKeyword node) {
    int mark = body.mark();
    List<Node> arguments = node.arguments;
    int pointer = emitter.toLocal(arguments.getFirst(), REFERENCE, Use.KEEP);
    code.aload(pointer);
    body.pushRun();
    body.pushPosition(arguments.getFirst().start());
    body.call(Classes.SUPPORT, "checkPointer", "ARJ>V");
    int[] slots = rest(arguments, objects(arguments.size()), Use.KEEP);
    code.aload(pointer);
    for (int i = 1; i < slots.length; i++) {
      code.aload(slots[i]);
    }
    collect(slots.length - 1);
    body.call(Classes.SUPPORT, "curry", "AO>A");
    body.release(mark);
  }

  void importModule(Node.ImportModule node) {
    body.pushRun();
    body.pushPosition(node.span);
    body.call(Classes.SUPPORT, "checkModules", "RJ>V");
    emitter.object(node.path);
    body.pushRun();
    code.loadConstant(node.alias == null ? "" : node.alias);
    body.pushPosition(Body.whole(node.path));
    body.call(Classes.SUPPORT, "importModule", "ARSJ>V");
  }

  void export(Node.ExportName node) {
    body.pushRun();
    code.aload(body.scope);
    code.loadConstant(node.name);
    code.loadConstant(node.alias);
    body.pushPosition(node.span);
    body.call(Classes.NAMES, "export", "RNSSJ>V");
  }

  static boolean isUnit(Node node) {
    return node.type() == Type.UNIT;
  }
}
