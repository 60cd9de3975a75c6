package dev.coachwhip.rhai.compile;

import static java.lang.classfile.TypeKind.REFERENCE;

import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Variable;
import dev.coachwhip.rhai.ast.Span;
import java.lang.classfile.TypeKind;

/**
 * Where a value is that can be replaced, for code that does not care what kind of variable it is.
 */
interface Place {

  /** Generates the error if it must not be assigned to. */
  void checkAssignable();

  /** Generates the error if its parts must not be assigned to. */
  default void checkPartsAssignable() {
    checkAssignable();
  }

  /** Pushes the value as an object, not copied. */
  void load();

  /** Pops an object and stores it. */
  void store();

  /** Tells whether its values are part of a constant. */
  default boolean isConstant() {
    return false;
  }

  /** Pushes whether its values are part of a constant, as a boolean. */
  default void pushConstant() {
    throw new IllegalStateException();
  }

  /** Tells whether its values have parts that can be assigned to, unless it is a constant. */
  default boolean hasParts() {
    return false;
  }

  /** Pushes its name, and its position as a long. */
  default void pushName() {
    throw new IllegalStateException();
  }

  /** Tells whether it may be shared with closures, and so has to be locked. */
  default boolean isShareable() {
    return false;
  }

  /** Pushes what {@code Slots} locks. */
  default void pushSlot() {
    throw new IllegalStateException();
  }

  /** Pushes a Ref to be the first argument of a function that may change it. */
  void pushArgument();

  /** Stores what a function made of its first argument; its result stays on the stack. */
  void afterArgument(int ref);

  /** Returns the same place, while this chain has locked it. */
  default Place held() {
    return this;
  }

  /** A variable that is known when compiling. */
  interface OfVariable extends Place {
    Body body();

    Variable variable();

    Span span();

    @Override
    default boolean isConstant() {
      return variable().isConstant();
    }

    @Override
    default boolean hasParts() {
      return true;
    }

    @Override
    default void pushName() {
      body().code.loadConstant(variable().name());
      body().pushPosition(span());
    }
  }

  /** A local variable of one function only. */
  record Local(Body body, Variable variable, Span span) implements OfVariable {
    @Override
    public void checkAssignable() {
      if (variable.isConstant()) {
        pushName();
        body.call(Classes.SUPPORT, "assignToConstant", "SJ>V");
      }
    }

    @Override
    public void load() {
      TypeKind kind = Body.kind(variable);
      body.load(variable);
      Kinds.convert(body.code, kind, REFERENCE);
    }

    @Override
    public void store() {
      TypeKind kind = Body.kind(variable);
      Kinds.convert(body.code, REFERENCE, kind);
      body.store(variable);
    }

    @Override
    public void pushConstant() {
      body.code.loadConstant(variable.isConstant() ? 1 : 0);
    }

    @Override
    public void pushArgument() {
      body.code.new_(Signatures.REF).dup();
      load();
      if (variable.isConstant()) {
        body.call(Classes.VALUES, "copy", "A>A");
      }
      body.code.invokespecial(Signatures.REF, "<init>", Signatures.of("A>V"));
    }

    @Override
    public void afterArgument(int ref) {
      if (!variable.isConstant() && Body.kind(variable) == REFERENCE) {
        body.code.aload(ref).invokevirtual(Signatures.REF, "get", Signatures.of(">A"));
        body.store(variable);
      }
    }
  }

  /** The result of a method: nobody's variable. */
  record Temporary(Body body, int slot) implements Place {
    @Override
    public void checkAssignable() {}

    @Override
    public void load() {
      body.load(REFERENCE, slot);
    }

    @Override
    public void store() {
      body.code.pop();
    }

    @Override
    public void pushArgument() {
      body.code.new_(Signatures.REF).dup();
      load();
      body.code.invokespecial(Signatures.REF, "<init>", Signatures.of("A>V"));
    }

    @Override
    public void afterArgument(int ref) {}
  }

  /** A variable that closures share. */
  record Captured(Body body, Variable variable, Span span, boolean isHeld) implements OfVariable {
    @Override
    public void checkAssignable() {
      pushSlot();
      pushName();
      body.call(Classes.SLOTS, "checkAssignable", "ASJ>V");
    }

    @Override
    public void load() {
      pushSlot();
      body.call(Classes.SLOTS, isHeld ? "readLocked" : "read", "A>A");
    }

    @Override
    public void store() {
      body.load(variable);
      body.code.swap();
      body.call(Classes.SLOTS, "assignLocked", "AA>A");
      body.store(variable);
    }

    @Override
    public void pushConstant() {
      pushSlot();
      body.call(Classes.SLOTS, "isConstant", "A>Z");
    }

    @Override
    public boolean isShareable() {
      return true;
    }

    @Override
    public void pushSlot() {
      body.load(variable);
    }

    @Override
    public Place held() {
      return new Captured(body, variable, span, true);
    }

    @Override
    public void pushArgument() {
      pushSlot();
      body.code.loadConstant(variable.isConstant() ? 1 : 0);
      body.call(Classes.SLOTS, "argument", "AZ>F");
    }

    @Override
    public void afterArgument(int ref) {
      if (!variable.isConstant()) {
        pushSlot();
        body.code.aload(ref);
        body.call(Classes.SLOTS, "afterCall", "AF>A");
        body.store(variable);
      }
    }
  }

  /** A variable that is found by its name. */
  record Named(VariableEmitter variables, Body body, Node.ReadName name, boolean isHeld)
      implements Place {
    @Override
    public void checkAssignable() {
      variables.pushName(name);
      body.call(Classes.NAMES, "checkAssignable", "RNSJ>V");
    }

    @Override
    public void load() {
      variables.pushName(name);
      body.call(Classes.NAMES, isHeld ? "readLocked" : "read", "RNSJ>A");
    }

    @Override
    public void store() {
      int slot = body.allocate(REFERENCE);
      body.store(REFERENCE, slot);
      body.pushRun();
      body.code.aload(body.scope);
      body.code.loadConstant(name.name);
      body.load(REFERENCE, slot);
      body.pushPosition(name.span);
      body.call(Classes.NAMES, "store", "RNSAJ>V");
      body.release(slot);
    }

    @Override
    public void pushConstant() {
      body.code.aload(body.scope);
      body.code.loadConstant(name.name);
      body.call(Classes.NAMES, "isConstant", "NS>Z");
    }

    @Override
    public boolean isShareable() {
      return true;
    }

    @Override
    public void pushSlot() {
      variables.pushName(name);
      body.call(Classes.NAMES, "slot", "RNSJ>A");
    }

    @Override
    public Place held() {
      return new Named(variables, body, name, true);
    }

    @Override
    public boolean hasParts() {
      return true;
    }

    @Override
    public void pushName() {
      body.code.loadConstant(name.name);
      body.pushPosition(name.span);
    }

    @Override
    public void pushArgument() {
      variables.pushName(name);
      body.call(Classes.NAMES, "argument", "RNSJ>F");
    }

    @Override
    public void afterArgument(int ref) {
      body.pushRun();
      body.code.aload(body.scope);
      body.code.loadConstant(name.name);
      body.code.aload(ref);
      body.pushPosition(name.span);
      body.call(Classes.NAMES, "afterCall", "RNSFJ>V");
    }
  }

  /** {@code this}. */
  record This(VariableEmitter variables, Body body, Node.ReadThis self) implements Place {
    @Override
    public void checkAssignable() {
      body.pushSelf();
      body.pushPosition(self.span);
      body.call(Classes.SUPPORT, "checkSelf", "FJ>V");
    }

    @Override
    public void load() {
      variables.readThis(self, Use.LOOK);
    }

    @Override
    public void store() {
      body.pushSelf();
      body.code.swap();
      body.call(Classes.SUPPORT, "setSelf", "FA>V");
    }

    @Override
    public void pushConstant() {
      body.pushSelf();
      body.code.invokevirtual(Signatures.REF, "isConstant", Signatures.of(">Z"));
    }

    @Override
    public boolean hasParts() {
      return true;
    }

    @Override
    public void pushName() {
      body.code.loadConstant("");
      body.pushPosition(self.span);
    }

    @Override
    public void pushArgument() {
      body.pushSelf();
      body.pushPosition(self.span);
      body.call(Classes.SUPPORT, "boundSelf", "FJ>F");
    }

    @Override
    public void afterArgument(int ref) {}
  }

  /** The name of a function, or of nothing: assigning is an error. */
  record Nowhere(Emitter emitter, Node node) implements Place {
    @Override
    public void checkAssignable() {
      check(node.span);
    }

    @Override
    public void checkPartsAssignable() {
      check(node.start());
    }

    private void check(dev.coachwhip.rhai.ast.Span place) {
      if (node instanceof Node.ReadName || node instanceof Node.ReadQualified) {
        emitter.object(node);
        emitter.code.pop();
        String text = node instanceof Node.ReadName n ? n.name : ((Node.ReadQualified) node).name;
        emitter.code.loadConstant(text);
        emitter.body.pushPosition(place);
        emitter.body.call(Classes.SUPPORT, "assignToConstant", "SJ>V");
      }
    }

    @Override
    public void load() {
      emitter.object(node);
    }

    @Override
    public void store() {
      emitter.code.pop();
    }

    @Override
    public boolean isConstant() {
      return node instanceof Node.ReadName || node instanceof Node.ReadQualified;
    }

    @Override
    public void pushArgument() {
      throw new IllegalStateException();
    }

    @Override
    public void afterArgument(int ref) {}
  }
}
