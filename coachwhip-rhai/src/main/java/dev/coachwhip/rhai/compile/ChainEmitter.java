package dev.coachwhip.rhai.compile;

import static java.lang.classfile.TypeKind.LONG;
import static java.lang.classfile.TypeKind.REFERENCE;

import dev.coachwhip.rhai.analysis.NativeTypes;
import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Type;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chains of properties, indices and methods. A method may replace its receiver (a string, a
 * number): it gets a Ref then, and what it made of it is stored where it came from, step by step
 * backwards.
 */
final class ChainEmitter {

  private final Emitter emitter;
  private final Body body;
  private final CodeBuilder code;

  ChainEmitter(Emitter emitter) {
    this.emitter = emitter;
    this.body = emitter.body;
    this.code = emitter.code;
  }

  private Operands operands(Node base, List<Node.Step> steps) {
    return new Operands(emitter, steps, base);
  }

  // Reading

  void read(Node.ChainRead node, Use use) {
    int mark = body.mark();
    Operands operands = operands(node.base, node.steps);
    Place place = emitter.variables().placeOrNull(node.base);
    boolean hasMethod = node.steps.stream().anyMatch(step -> step instanceof Node.MethodStep);
    if (place != null && place.isShareable() && hasMethod) {
      locked(node, place, operands, use);
    } else {
      walk(node, place, operands, use);
    }
    body.release(mark);
  }

  /** While methods run on a shared variable nobody else may use it. */
  private void locked(Node.ChainRead node, Place place, Operands operands, Use use) {
    int slot = body.allocate(REFERENCE);
    place.pushSlot();
    code.dup().astore(slot);
    body.call(Classes.SLOTS, "lock", "A>V");
    Label end = code.newLabel();
    Label start = code.newBoundLabel();
    // Handlers within throw on: they must do so within the range of this one.
    body.inRange(() -> walk(node, place.held(), operands, use), end);
    Label rangeEnd = code.newBoundLabel();
    Label handler = code.newBoundLabel();
    code.exceptionCatch(start, rangeEnd, handler, Classes.THROWABLE);
    code.aload(slot);
    body.call(Classes.SLOTS, "unlock", "A>V");
    code.athrow();
    code.labelBinding(end);
    code.aload(slot);
    body.call(Classes.SLOTS, "unlock", "A>V");
  }

  private void walk(Node.ChainRead node, @Nullable Place place, Operands operands, Use use) {
    Label end = code.newLabel();
    int from = 0;
    boolean started = false;
    for (int i = 0; i < node.steps.size(); i++) {
      if (!(node.steps.get(i) instanceof Node.MethodStep method)) {
        continue;
      }
      if (!started && place != null && mayChange(place, method, i)) {
        changing(node, place, method, i, operands, end);
      } else {
        if (!started) {
          base(node, place);
        }
        plainSteps(node, from, i, operands, end, method);
        method(node, i, method, operands, end);
      }
      started = true;
      from = i + 1;
    }
    if (!started) {
      base(node, place);
    }
    plainSteps(node, from, node.steps.size(), operands, end, null);
    boolean typed = node.steps.size() == 1 && Kinds.of(node.type()) != REFERENCE;
    if (use.copies() && from < node.steps.size() && !typed) {
      body.call(Classes.VALUES, "copy", "A>A");
    }
    code.labelBinding(end);
  }

  private void base(Node.ChainRead node, @Nullable Place place) {
    if (place != null) {
      place.load();
    } else {
      // Methods without a place to write back to may change what they get.
      boolean changes = node.steps.getFirst() instanceof Node.MethodStep;
      emitter.value(node.base, REFERENCE, changes ? Use.KEEP : Use.LOOK);
    }
  }

  /** Tells whether a method may replace or change what a place holds. */
  private boolean mayChange(Place place, Node.MethodStep method, int step) {
    if (body.model.analysis.methods().contains(method.name, method.arguments.size())) {
      return true;
    }
    NativeTypes natives = body.model.analysis.natives();
    if (natives.isPure(method.name, method.arguments.size())
        && !method.name.equals("call")
        && (natives.isForConstants(method.name) || isVariable(place))) {
      // A map may hold a function of that name, which changes the map in place.
      return false;
    }
    if (method.name.equals("call") && method.arguments.isEmpty()) {
      return false;
    }
    if (place.isConstant()) {
      return true;
    }
    Type type = place instanceof Place.Local local ? local.variable().type() : Type.DYNAMIC;
    return step > 0 || (type != Type.ARRAY && type != Type.MAP && type != Type.FUNCTION);
  }

  /** Tells whether a place is known not to be a constant. */
  private static boolean isVariable(Place place) {
    return place instanceof Place.Local local && !local.variable().isConstant();
  }

  /** Follows steps that are no methods; the value is on the stack. */
  private void plainSteps(
      Node.ChainRead node,
      int from,
      int to,
      Operands operands,
      Label end,
      Node.@Nullable MethodStep method) {
    for (int i = from; i < to; i++) {
      Node.Step step = node.steps.get(i);
      if (step instanceof Node.PropertyStep property) {
        elvis(property, end);
        boolean typed = node.steps.size() == 1 && node.type() == Type.INT;
        code.aload(body.run).swap();
        property(property, method, typed ? LONG : REFERENCE);
      } else if (step instanceof Node.IndexStep index) {
        elvis(index, end);
        code.aload(body.run).swap();
        TypeKind kind = operands.index(i);
        getIndex(index, kind, method);
      }
    }
  }

  private void elvis(Node.Step step, Label end) {
    if (step.elvis) {
      code.dup();
      body.unit();
      code.if_acmpeq(end);
    }
  }

  private void property(Node.PropertyStep step, Node.@Nullable MethodStep method, TypeKind result) {
    String signature = "RA>" + Signatures.letter(result);
    long position = Body.position(step.span);
    if (method == null) {
      body.model.sites.property(code, "getProperty", signature, step.name, position);
    } else {
      body.model.sites.propertyForMethod(
          code, signature, step.name, position, method.name, method.arguments.size());
    }
  }

  private void getIndex(Node.IndexStep step, TypeKind kind, Node.@Nullable MethodStep method) {
    String index = kind == LONG ? "J" : "A";
    long position = Body.position(step.index.start());
    long bracket = Body.position(step.span);
    if (method != null) {
      body.model.sites.indexForMethod(
          code, "RA" + index + ">A", position, bracket, method.name, method.arguments.size());
    } else {
      code.loadConstant(position);
      code.loadConstant(bracket);
      body.call(Classes.ITEMS, "get", "RA" + index + "JJ>A");
    }
  }

  /** Calls a method on the value on the stack, which nobody wants back. */
  private void method(
      Node.ChainRead node, int step, Node.MethodStep method, Operands operands, Label end) {
    elvis(method, end);
    if (method.name.equals("is_shared") && method.arguments.isEmpty()) {
      code.pop();
      isShared(node, step);
      return;
    }
    code.aload(body.run).swap();
    invoke(node, step, method, operands, "A");
  }

  private void isShared(Node.ChainRead node, int step) {
    Place place = emitter.variables().placeOrNull(node.base);
    if (step == 0 && place != null && place.isShareable()) {
      place.pushSlot();
      body.call(Classes.SLOTS, "isShared", "A>Z");
    } else {
      code.iconst_0();
    }
    Kinds.convert(code, TypeKind.BOOLEAN, REFERENCE);
  }

  /** The run and the receiver are on the stack. */
  private void invoke(
      Node.ChainRead node, int step, Node.MethodStep method, Operands operands, String receiver) {
    StringBuilder signature = new StringBuilder("R").append(receiver);
    for (TypeKind kind : operands.arguments(step)) {
      signature.append(Signatures.letter(kind));
    }
    TypeKind result = node.steps.size() == 1 ? Kinds.of(node.type()) : REFERENCE;
    signature.append('>').append(Signatures.letter(result));
    long first =
        method.arguments.isEmpty() ? 0 : Body.position(Body.whole(method.arguments.getFirst()));
    body.line(method.span);
    body.model.sites.method(
        code, signature.toString(), method.name, 0, Body.position(method.span), first);
  }

  // Methods that may change where the chain begins

  private void changing(
      Node.ChainRead node,
      Place place,
      Node.MethodStep method,
      int last,
      Operands operands,
      Label end) {
    if (last == 0 && place instanceof Place.This) {
      onThis(node, method, operands, end);
      return;
    }
    int[] values = new int[last + 1];
    values[0] = body.allocate(REFERENCE);
    place.load();
    code.astore(values[0]);
    for (int i = 0; i < last; i++) {
      values[i + 1] = body.allocate(REFERENCE);
      stepForMethod(node.steps.get(i), i, values, operands, end, method);
    }
    if (method.elvis) {
      code.aload(values[last]);
      elvis(method, end);
      code.pop();
    }
    int ref = newRef(place, values[last]);
    body.pushRun();
    code.aload(ref);
    Label start = code.newBoundLabel();
    invoke(node, last, method, operands, "F");
    if (body.model.analysis.methods().contains(method.name, method.arguments.size())
        || method.name.equals("call")) {
      emitter.handler(
          start,
          Classes.THROWABLE,
          () -> {
            storeBack(node, place, values, last, ref, operands);
            code.athrow();
          });
    }
    storeBack(node, place, values, last, ref, operands);
  }

  private void onThis(Node.ChainRead node, Node.MethodStep method, Operands operands, Label end) {
    if (method.elvis) {
      emitter.variables().place(node.base).load();
      elvis(method, end);
      code.pop();
    }
    body.pushRun();
    body.pushSelf();
    body.pushPosition(node.base.span);
    body.call(Classes.SUPPORT, "boundSelf", "FJ>F");
    invoke(node, 0, method, operands, "F");
  }

  private int newRef(Place place, int value) {
    int ref = body.allocate(REFERENCE);
    code.new_(Signatures.REF).dup().aload(value);
    place.pushConstant();
    code.invokespecial(Signatures.REF, "<init>", Signatures.of("AZ>V"));
    code.astore(ref);
    return ref;
  }

  private void stepForMethod(
      Node.Step step, int i, int[] values, Operands operands, Label end, Node.MethodStep method) {
    code.aload(values[i]);
    if (step instanceof Node.PropertyStep property) {
      elvis(property, end);
      code.aload(body.run).swap();
      property(property, method, REFERENCE);
    } else if (step instanceof Node.IndexStep index) {
      elvis(index, end);
      code.aload(body.run).swap();
      getIndex(index, operands.index(i), method);
    }
    code.astore(values[i + 1]);
  }

  /** If a Ref holds another object than before, stores that where it came from. */
  private void storeBack(
      Node.ChainRead node, Place place, int[] values, int last, int ref, Operands operands) {
    if (place.isConstant()) {
      return;
    }
    Label same = code.newLabel();
    code.aload(ref).invokevirtual(Signatures.REF, "get", Signatures.of(">A"));
    code.aload(values[last]).if_acmpeq(same);
    if (last == 0) {
      code.aload(ref).invokevirtual(Signatures.REF, "get", Signatures.of(">A"));
      place.store();
    } else {
      Node.Step step = node.steps.get(last - 1);
      body.pushRun();
      code.aload(values[last - 1]);
      if (step instanceof Node.IndexStep index) {
        operands.indexObject(last - 1);
        code.aload(ref);
        body.pushPosition(index.index.start());
        body.call(Classes.ITEMS, "writeBack", "RAAFJ>A");
      } else {
        code.loadConstant(((Node.PropertyStep) step).name);
        code.aload(ref);
        body.pushPosition(step.span);
        body.call(Classes.ITEMS, "writeBackProperty", "RASFJ>A");
      }
      storeFurther(node.steps, place, values, last - 1, operands, same);
    }
    code.labelBinding(same);
  }

  /** What takes the place of a value of the chain is on the stack: stores it if it is another. */
  private void storeFurther(
      List<Node.Step> steps, Place place, int[] values, int at, Operands operands, Label same) {
    int mark = body.mark();
    int made = body.allocate(REFERENCE);
    code.dup().astore(made);
    code.aload(values[at]).if_acmpeq(same);
    if (at == 0) {
      code.aload(made);
      place.store();
      body.release(mark);
      return;
    }
    Node.Step step = steps.get(at - 1);
    body.pushRun();
    code.aload(values[at - 1]);
    if (step instanceof Node.IndexStep index) {
      operands.indexObject(at - 1);
      code.aload(made);
      body.pushPosition(index.index.start());
      body.call(Classes.ITEMS, "writeBack", "RAAAJ>A");
    } else {
      code.loadConstant(((Node.PropertyStep) step).name);
      code.aload(made);
      body.pushPosition(step.span);
      body.call(Classes.ITEMS, "writeBackProperty", "RASAJ>A");
    }
    body.release(mark);
    storeFurther(steps, place, values, at - 1, operands, same);
  }

  // Assigning

  void assign(Node.ChainAssign node) {
    int mark = body.mark();
    TypeKind kind = Kinds.of(node.value.type());
    int value = emitter.toLocal(node.value, kind, Use.KEEP);
    Operands operands = operands(node.base, node.steps);
    Place place = emitter.variables().place(node.base);
    if (node.steps.stream().anyMatch(step -> step instanceof Node.MethodStep)) {
      assignAfterMethod(node, value, kind);
    } else {
      assign(node, node.steps, place, operands, value, kind);
    }
    body.release(mark);
  }

  /**
   * A method's result is nobody's variable: what is assigned in it is lost, unless it is an object.
   */
  private void assignAfterMethod(Node.ChainAssign node, int value, TypeKind kind) {
    int last = 0;
    for (int i = 0; i < node.steps.size(); i++) {
      if (node.steps.get(i) instanceof Node.MethodStep) {
        last = i;
      }
    }
    Node.ChainRead head = body.model.head(node, last + 1);
    read(head, Use.LOOK);
    Kinds.convert(code, Kinds.of(head.type()), REFERENCE);
    int slot = body.allocate(REFERENCE);
    code.astore(slot);
    List<Node.Step> rest = node.steps.subList(last + 1, node.steps.size());
    assign(node, rest, new Place.Temporary(body, slot), operands(node.base, rest), value, kind);
  }

  private void assign(
      Node.ChainAssign node,
      List<Node.Step> steps,
      Place place,
      Operands operands,
      int value,
      TypeKind kind) {
    int last = steps.size() - 1;
    int[] values = new int[steps.size()];
    Label end = code.newLabel();
    values[0] = body.allocate(REFERENCE);
    place.load();
    code.astore(values[0]);
    for (int i = 0; i < last; i++) {
      values[i + 1] = body.allocate(REFERENCE);
      stepForWrite(steps.get(i), i, values, operands, end);
    }
    Node.Step step = steps.get(last);
    if (step.elvis) {
      code.aload(values[last]);
      body.unit();
      code.if_acmpeq(end);
    }
    checkAssignable(node, place, step, last, values[last], operands, value, kind);
    if (step instanceof Node.PropertyStep property) {
      setProperty(node, property, values[last], value, kind);
    } else {
      setIndex(node, (Node.IndexStep) step, last, values[last], operands, value, kind);
    }
    Label same = code.newLabel();
    storeFurther(steps, place, values, last, operands, same);
    code.labelBinding(same);
    code.labelBinding(end);
  }

  /** Fails if the place is a constant and what is assigned to is a part of it. */
  private void checkAssignable(
      Node.ChainAssign node,
      Place place,
      Node.Step step,
      int at,
      int container,
      Operands operands,
      int value,
      TypeKind kind) {
    if (!place.hasParts()) {
      if (place.isConstant()) {
        code.aload(container);
        plainStep(step, at, operands);
        code.pop();
      }
      place.checkPartsAssignable();
      return;
    }
    if (isVariable(place)) {
      return;
    }
    Label assignable = code.newLabel();
    place.pushConstant();
    code.ifeq(assignable);
    body.pushRun();
    code.aload(container);
    if (step instanceof Node.IndexStep index) {
      operands.indexObject(at);
      body.pushPosition(index.index.start());
      body.pushPosition(step.span);
      place.pushName();
      body.call(Classes.CONSTANT_PARTS, "checkIndex", "RAAJJSJ>V");
    } else {
      code.loadConstant(((Node.PropertyStep) step).name);
      if (node.operator == null) {
        code.loadLocal(kind, value);
        Kinds.convert(code, kind, REFERENCE);
      } else {
        code.aconst_null();
      }
      body.pushPosition(step.span);
      place.pushName();
      body.call(Classes.CONSTANT_PARTS, "checkProperty", "RASAJSJ>V");
    }
    code.labelBinding(assignable);
  }

  /** Takes one step for what may be wrong with it; the value is on the stack. */
  private void plainStep(Node.Step step, int at, Operands operands) {
    code.aload(body.run).swap();
    if (step instanceof Node.IndexStep index) {
      getIndex(index, operands.index(at), null);
    } else {
      property((Node.PropertyStep) step, null, REFERENCE);
    }
  }

  private void stepForWrite(Node.Step step, int i, int[] values, Operands operands, Label end) {
    if (step.elvis) {
      code.aload(values[i]);
      body.unit();
      code.if_acmpeq(end);
    }
    body.pushRun();
    code.aload(values[i]);
    if (step instanceof Node.IndexStep index) {
      getIndexForWrite(index, operands.index(i));
    } else {
      Node.PropertyStep property = (Node.PropertyStep) step;
      body.model.sites.property(
          code, "getPropertyForWrite", "RA>A", property.name, Body.position(property.span));
    }
    code.astore(values[i + 1]);
  }

  private void getIndexForWrite(Node.IndexStep step, TypeKind kind) {
    body.pushPosition(step.index.start());
    body.pushPosition(step.span);
    String index = kind == LONG ? "J" : "A";
    body.call(Classes.ITEMS, "getForWrite", "RA" + index + "JJ>A");
  }

  private void getIndexForUpdate(Node.IndexStep step, TypeKind index, int value, TypeKind kind) {
    switch (kind) {
      case LONG -> code.loadConstant("i64");
      case DOUBLE -> code.loadConstant("f64");
      case BOOLEAN -> code.loadConstant("bool");
      default -> code.aload(value);
    }
    body.pushPosition(step.index.start());
    body.pushPosition(step.span);
    body.call(Classes.ITEMS, "getForUpdate", "RA" + (index == LONG ? "J" : "A") + "AJJ>A");
  }

  private void setProperty(
      Node.ChainAssign node, Node.PropertyStep step, int container, int value, TypeKind kind) {
    long position = Body.position(step.span);
    body.pushRun();
    code.aload(container);
    TypeKind stored = kind;
    if (node.operator == null) {
      code.loadLocal(kind, value);
    } else {
      body.pushRun();
      body.pushRun();
      code.aload(container);
      body.model.sites.property(code, "getPropertyForUpdate", "RA>A", step.name, position);
      code.loadLocal(kind, value);
      emitter.operators().site("assign", node.operator, REFERENCE, kind, REFERENCE, node.span);
      stored = REFERENCE;
    }
    String signature = "RA" + Signatures.letter(stored) + ">A";
    body.model.sites.property(code, "setProperty", signature, step.name, position);
    checkSize(node);
  }

  private void setIndex(
      Node.ChainAssign node,
      Node.IndexStep step,
      int at,
      int container,
      Operands operands,
      int value,
      TypeKind kind) {
    body.pushRun();
    code.aload(container);
    TypeKind index = operands.index(at);
    if (node.operator == null) {
      code.loadLocal(kind, value);
      Kinds.convert(code, kind, REFERENCE);
    } else {
      body.pushRun();
      body.pushRun();
      code.aload(container);
      operands.index(at);
      getIndexForUpdate(step, index, value, kind);
      code.loadLocal(kind, value);
      emitter.operators().site("assign", node.operator, REFERENCE, kind, REFERENCE, node.span);
    }
    body.pushPosition(step.index.start());
    body.pushPosition(step.span);
    body.pushPosition(node.span);
    body.call(Classes.ITEMS, "set", "RA" + (index == LONG ? "J" : "A") + "AJJJ>A");
    checkSize(node);
  }

  /** Checks the value on the stack against the limits of data. */
  private void checkSize(Node.ChainAssign node) {
    body.pushRun();
    body.pushPosition(node.span);
    body.call(Classes.SUPPORT, "checkSize", "ARJ>A");
  }

  /** The indices and arguments of a chain: evaluated before all else, unless nobody can tell. */
  private static final class Operands {

    private final Emitter emitter;
    private final List<Node.Step> steps;
    private final int @Nullable [][] slots;

    Operands(Emitter emitter, List<Node.Step> steps, Node base) {
      this.emitter = emitter;
      this.steps = steps;
      List<Node> all = new ArrayList<>();
      for (Node.Step step : steps) {
        all.addAll(nodes(step));
      }
      boolean inPlace =
          all.stream().allMatch(Simplicity::isTrivial)
              || (all.size() == 1
                  && steps.size() == 1
                  && Simplicity.isTrivial(base)
                  && Simplicity.isSimple(all.getFirst()));
      slots = inPlace ? null : evaluate();
    }

    private static List<Node> nodes(Node.Step step) {
      return switch (step) {
        case Node.PropertyStep p -> List.of();
        case Node.IndexStep i -> List.of(i.index);
        case Node.MethodStep m -> m.arguments;
      };
    }

    private Use use(Node.Step step) {
      return step instanceof Node.MethodStep method
              && (!emitter
                      .body
                      .model
                      .analysis
                      .natives()
                      .onlyLooks(method.name, method.arguments.size())
                  || emitter
                      .body
                      .model
                      .analysis
                      .methods()
                      .contains(method.name, method.arguments.size()))
          ? Use.KEEP
          : Use.LOOK;
    }

    private int[][] evaluate() {
      int[][] result = new int[steps.size()][];
      for (int i = 0; i < result.length; i++) {
        List<Node> nodes = nodes(steps.get(i));
        result[i] = new int[nodes.size()];
        for (int k = 0; k < result[i].length; k++) {
          // What is evaluated before others do their work must not be changed by that.
          result[i][k] = emitter.toLocal(nodes.get(k), kind(nodes.get(k)), Use.KEEP);
        }
      }
      return result;
    }

    private static TypeKind kind(Node node) {
      return Kinds.of(node.type());
    }

    /** Pushes an index; returns whether it is a long or an object. */
    TypeKind index(int step) {
      Node index = ((Node.IndexStep) steps.get(step)).index;
      TypeKind kind = index.type() == Type.INT ? LONG : REFERENCE;
      push(step, 0, index, Use.LOOK);
      Kinds.convert(emitter.code, kind(index), kind);
      return kind;
    }

    void indexObject(int step) {
      Kinds.convert(emitter.code, index(step), REFERENCE);
    }

    /** Pushes the arguments of a method; returns their kinds. */
    List<TypeKind> arguments(int step) {
      List<TypeKind> kinds = new ArrayList<>();
      List<Node> nodes = nodes(steps.get(step));
      for (int i = 0; i < nodes.size(); i++) {
        push(step, i, nodes.get(i), use(steps.get(step)));
        kinds.add(kind(nodes.get(i)));
      }
      return kinds;
    }

    private void push(int step, int i, Node node, Use use) {
      int[][] evaluated = slots;
      if (evaluated == null) {
        emitter.value(node, kind(node), use);
      } else {
        emitter.code.loadLocal(kind(node), evaluated[step][i]);
      }
    }
  }
}
