package dev.coachwhip.rhai.compile;

import static java.lang.classfile.TypeKind.REFERENCE;

import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Type;
import dev.coachwhip.rhai.analysis.Variable;
import dev.coachwhip.rhai.ast.BinaryOperator;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Objects;

/** Variables: reading, declaring, assigning. */
final class VariableEmitter {

  private static final MethodTypeDesc DECLARE =
      Signatures.of("ANSA>K").changeParameterType(3, ConstantDescs.CD_Class);

  private final Emitter emitter;
  private final Body body;
  private final CodeBuilder code;

  VariableEmitter(Emitter emitter) {
    this.emitter = emitter;
    this.body = emitter.body;
    this.code = emitter.code;
  }

  private void copy() {
    body.call(Classes.VALUES, "copy", "A>A");
  }

  /** Pushes a variable in the kind of its type. */
  void read(Node.Read node, Use use) {
    Variable variable = node.variable;
    body.load(variable);
    boolean copies = use.copies() && variable.type().needsCopy();
    if (variable.isCaptured()) {
      body.call(Classes.SLOTS, "read", "A>A");
    } else if (use == Use.LEAVE && !variable.isGlobal()) {
      copies = false;
    }
    if (copies) {
      copy();
    }
  }

  void readName(Node.ReadName node, Use use) {
    if (node.function) {
      body.model.pushFunction(code, node.name);
    } else if (body.scope < 0) {
      body.pushRun();
      code.loadConstant(node.name);
      body.pushPosition(node.span);
      body.call(Classes.SUPPORT, "unknownVariable", "RSJ>A");
    } else {
      pushName(node);
      body.call(Classes.NAMES, "read", "RNSJ>A");
      if (use.copies()) {
        copy();
      }
    }
  }

  /** Pushes the run, the scope, the name and the position. */
  void pushName(Node.ReadName node) {
    body.pushRun();
    code.aload(body.scope);
    code.loadConstant(node.name);
    body.pushPosition(node.span);
  }

  void readQualified(Node.ReadQualified node) {
    body.pushRun();
    code.loadConstant(ModulePaths.join(node.path));
    code.loadConstant(node.name);
    body.pushPosition(node.start());
    body.call(Classes.SUPPORT, "readQualified", "RSSJ>A");
  }

  /** Pushes what {@code this} is bound to. */
  void readThis(Node.ReadThis node, Use use) {
    body.pushSelf();
    body.pushPosition(node.span);
    body.call(Classes.SUPPORT, "self", "FJ>A");
    if (use.copies()) {
      copy();
    }
  }

  void declare(Node.Declare node) {
    Variable variable = node.variable;
    body.checkVariables(variable, node.start());
    if (body.scoped) {
      emitter.kept(node.value);
      declareName(variable.name(), variable.isConstant(), node);
      return;
    }
    TypeKind kind = Body.kind(variable);
    if (node.value instanceof Node.Constant constant && constant.type() == Type.UNIT) {
      body.unit();
    } else {
      emitter.value(node.value, kind, Use.KEEP);
    }
    if (!variable.isGlobal()) {
      body.allocate(variable);
    }
    if (node.global) {
      declareGlobal(variable, kind);
      if (variable.isConstant() && body.model.hasFunctions()) {
        body.pushRun();
        code.loadConstant(variable.name());
        body.load(variable);
        Kinds.convert(code, kind, REFERENCE);
        body.call(Classes.SUPPORT, "defineConstant", "RSA>V");
      }
    } else {
      body.store(variable);
    }
  }

  /** The value is on the stack. */
  private void declareGlobal(Variable variable, TypeKind kind) {
    if (variable.isKeptInScope()) {
      Kinds.convert(code, kind, REFERENCE);
      code.aload(body.scope);
      code.loadConstant(variable.name());
      pushClass(variable.type());
      code.invokestatic(Classes.GLOBALS, "declare", DECLARE);
      body.storeBox(variable);
    } else {
      body.store(variable);
      if (body.model.options.hosted()) {
        declareConstant(variable, kind);
      } else {
        body.model.declared(body, variable);
      }
    }
  }

  private void declareConstant(Variable variable, TypeKind kind) {
    code.aload(body.scope);
    code.loadConstant(variable.name());
    body.load(variable);
    Kinds.convert(code, kind, REFERENCE);
    code.iconst_1();
    code.invokevirtual(Signatures.SCOPE, "push", Signatures.of("SAZ>V"));
  }

  private void pushClass(Type type) {
    Class<?> values = type.valueClass();
    if (values == null) {
      code.aconst_null();
    } else {
      code.loadConstant(Signatures.desc(values));
    }
  }

  /** The value is on the stack. */
  private void declareName(String name, boolean constant, Node.Declare node) {
    int slot = body.allocate(REFERENCE);
    code.astore(slot);
    body.pushRun();
    code.aload(body.scope);
    code.loadConstant(name);
    code.aload(slot);
    code.loadConstant(constant ? 1 : 0);
    body.pushPosition(node.span);
    body.call(Classes.NAMES, "declare", "RNSAZJ>V");
    if (node.exported) {
      body.pushRun();
      code.aload(body.scope);
      code.loadConstant(name).dup();
      body.pushPosition(node.span);
      body.call(Classes.NAMES, "export", "RNSSJ>V");
    }
    if (node.global && constant && body.model.hasFunctions()) {
      body.pushRun();
      code.loadConstant(name);
      code.aload(slot);
      body.call(Classes.SUPPORT, "defineConstant", "RSA>V");
    }
    body.release(slot);
  }

  void assign(Node.Assign node) {
    switch (node.target) {
      case Node.Read read when read.variable.isConstant() -> {
        emitter.effect(node.value);
        constant(read.variable.name(), node.target);
      }
      case Node.Read read when !read.variable.isCaptured() -> assign(node, read.variable);
      default -> assignPlace(node);
    }
  }

  private void constant(String name, Node target) {
    code.loadConstant(name);
    body.pushPosition(target.span);
    body.call(Classes.SUPPORT, "assignToConstant", "SJ>V");
  }

  private void assign(Node.Assign node, Variable variable) {
    TypeKind kind = Body.kind(variable);
    Type value = node.value.type();
    if (node.operator == null) {
      emitter.value(node.value, kind, Use.KEEP);
      body.store(variable);
      return;
    }
    if (OperatorEmitter.assignsInline(node.operator, variable.type(), value)) {
      assignInline(node, variable, kind);
      return;
    }
    TypeKind operand = Kinds.of(value);
    int slot = emitter.toLocal(node.value, operand, Use.KEEP);
    body.pushRun();
    body.load(variable);
    code.loadLocal(operand, slot);
    emitter.operators().site("assign", node.operator, kind, operand, kind, node.span);
    body.store(variable);
    body.release(slot);
  }

  private void assignInline(Node.Assign node, Variable variable, TypeKind kind) {
    // The right side comes first: it may change the variable, unless it only reads.
    if (Simplicity.isSimple(node.value)) {
      body.load(variable);
      emitter.value(node.value, kind, Use.LOOK);
    } else {
      int slot = emitter.toLocal(node.value, kind, Use.LOOK);
      body.load(variable);
      code.loadLocal(kind, slot);
      body.release(slot);
    }
    BinaryOperator operator = Objects.requireNonNull(node.operator, "a plain assignment");
    if (variable.type() == Type.INT) {
      emitter.operators().integers(operator, node.span);
    } else {
      emitter.operators().floats(operator);
    }
    body.store(variable);
  }

  private void assignPlace(Node.Assign node) {
    int value = emitter.toLocal(node.value, REFERENCE, Use.KEEP);
    Place place = place(node.target);
    place.checkAssignable();
    if (node.operator == null) {
      code.aload(value);
    } else {
      body.pushRun();
      place.load();
      code.aload(value);
      emitter.operators().site("assign", node.operator, REFERENCE, REFERENCE, REFERENCE, node.span);
    }
    place.store();
    body.release(value);
  }

  /** Returns where a chain or an assignment begins; null if that is no variable. */
  @org.jspecify.annotations.Nullable
  Place placeOrNull(Node node) {
    return switch (node) {
      case Node.Read read ->
          read.variable.isCaptured()
              ? new Place.Captured(body, read.variable, read.span, false)
              : new Place.Local(body, read.variable, read.span);
      case Node.ReadName name when !name.function && body.scope >= 0 ->
          new Place.Named(this, body, name, false);
      case Node.ReadThis self -> new Place.This(this, body, self);
      default -> null;
    };
  }

  Place place(Node node) {
    Place place = placeOrNull(node);
    return place != null ? place : new Place.Nowhere(emitter, node);
  }
}
