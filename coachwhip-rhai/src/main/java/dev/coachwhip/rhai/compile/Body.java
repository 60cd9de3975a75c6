package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.analysis.FunctionVersion;
import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Variable;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.link.Position;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The method that is being generated: its locals, its loops, and what comes after its end. */
final class Body {

  /** A loop around the code that is being generated. */
  record Loop(
      Label leave, Label again, TypeKind kind, int result, int scopeSize, int importsSize) {}

  private static final int MOST_AT_ONCE = 1000;

  final CodeBuilder code;
  final ScriptModel model;
  final FunctionVersion version;

  /** The top level of a script. */
  final boolean top;

  /** Variables are looked up by name. */
  final boolean scoped;

  final int run;
  final int scope;
  final int self;

  final Deque<Loop> loops = new ArrayDeque<>();

  /** Code out of line, for handlers: still in the range of the handlers around. */
  private List<Runnable> deferred = new ArrayList<>();

  private int nextSlot;
  private int line;

  /** Where the result waits, and where code goes that leaves the method. */
  int resultSlot = -1;

  Label leave;

  /** How many variables of the top level have been declared. */
  int declaredSlot = -1;

  /** The local of the frame with the variables that pieces share; below 0 for none. */
  int frame = -1;

  /** The local of what a piece adds to, such as an array. */
  int target = -1;

  /** It is a part of a body that was divided. */
  boolean isPiece;

  /** The loop around a piece. */
  @Nullable Loop around;

  /** Where operations are counted; null for in the run. */
  @Nullable LocalCount localCount;

  Body(
      CodeBuilder code,
      ScriptModel model,
      FunctionVersion version,
      boolean top,
      boolean scoped,
      int run,
      int scope,
      int self,
      int firstFree) {
    this.code = code;
    this.model = model;
    this.version = version;
    this.top = top;
    this.scoped = scoped;
    this.run = run;
    this.scope = scope;
    this.self = self;
    this.nextSlot = firstFree;
    this.leave = code.newLabel();
  }

  /** Begins the body proper, whose result is of a kind. */
  void open(TypeKind kind) {
    resultSlot = allocate(kind);
    switch (kind) {
      case LONG -> code.lconst_0();
      case DOUBLE -> code.dconst_0();
      case BOOLEAN -> code.iconst_0();
      default -> code.aconst_null();
    }
    code.storeLocal(kind, resultSlot);
  }

  /** Returns a free local; {@link #release} gives it back. */
  int allocate(TypeKind kind) {
    int slot = nextSlot;
    nextSlot += kind.slotSize();
    return slot;
  }

  /** Returns what {@link #release} takes to free all locals that were allocated since. */
  int mark() {
    return nextSlot;
  }

  void release(int mark) {
    nextSlot = mark;
  }

  /** Returns the kind of local that a variable has. */
  static TypeKind kind(Variable variable) {
    return variable.isCaptured() ? TypeKind.REFERENCE : Kinds.of(variable.type());
  }

  void allocate(Variable variable) {
    if (variable.isFramed()) {
      return;
    }
    variable.setSlot(allocate(variable.isKeptInScope() ? TypeKind.REFERENCE : kind(variable)));
  }

  private static boolean isBoxed(Variable variable) {
    return variable.isKeptInScope() || variable.isFramed();
  }

  private void pushBox(Variable variable) {
    if (variable.isFramed()) {
      code.aload(frame);
      code.loadConstant(variable.frameIndex());
      code.aaload().checkcast(Signatures.SCOPE_VARIABLE);
    } else {
      code.aload(variable.slot());
    }
  }

  /** The box of a variable is on the stack: keeps it. */
  void storeBox(Variable variable) {
    if (variable.isFramed()) {
      code.aload(frame).swap();
      code.loadConstant(variable.frameIndex());
      code.swap().aastore();
    } else {
      code.astore(variable.slot());
    }
  }

  /** Pushes what a variable holds, in its kind. */
  void load(Variable variable) {
    TypeKind kind = kind(variable);
    if (isBoxed(variable)) {
      pushBox(variable);
      call(Classes.GLOBALS, "get" + Signatures.letter(kind), "K>" + Signatures.letter(kind));
    } else {
      code.loadLocal(kind, variable.slot());
    }
  }

  /** Pops what a variable holds from now on, in its kind. */
  void store(Variable variable) {
    TypeKind kind = kind(variable);
    if (isBoxed(variable)) {
      pushBox(variable);
      call(Classes.GLOBALS, "set", Signatures.letter(kind) + "K>V");
    } else {
      code.storeLocal(kind, variable.slot());
    }
  }

  void defer(Runnable emission) {
    deferred.add(emission);
  }

  /** Emits within a range of a handler: what is put off meanwhile still belongs to the range. */
  void inRange(Runnable emission, Label end) {
    List<Runnable> outer = deferred;
    deferred = new ArrayList<>();
    emission.run();
    code.goto_(end);
    emitDeferred();
    deferred = outer;
  }

  void emitDeferred() {
    while (!deferred.isEmpty()) {
      List<Runnable> emissions = deferred;
      deferred = new ArrayList<>();
      emissions.forEach(Runnable::run);
    }
  }

  void line(Span span) {
    if (span.line() > 0 && span.line() != line && span.line() < 0x10000) {
      line = span.line();
      code.lineNumber(line);
    }
  }

  /** Counts the operations of a statement, if that is wanted. */
  void count(Node node) {
    if (model.options.countsOperations()) {
      List<Span> places = Operations.ofStatement(node, model::isNativeMethod);
      if (model.options.scoped() && Operations.isCall(node)) { // not optimized: an expression, too
        operations(List.of(places.getFirst()));
      }
      operations(places);
    }
  }

  /** Counts the operations of a part of an expression that may not run, where it does. */
  void countPart(Node node) {
    if (model.options.countsOperations()) {
      operations(Operations.ofExpression(node, model::isNativeMethod));
    }
  }

  /** Counts a round of a loop. */
  void countRound(Node.Loop node) {
    if (model.options.countsOperations()) {
      operations(Operations.ofRound(node, model::isNativeMethod));
    }
  }

  /** Counts a call. */
  void countCall() {
    if (model.options.countsOperations()) {
      operations(List.of(Span.NONE));
    }
  }

  private void operations(List<Span> places) {
    for (int start = 0; start < places.size(); start += MOST_AT_ONCE) {
      List<Span> some = places.subList(start, Math.min(start + MOST_AT_ONCE, places.size()));
      LocalCount local = localCount;
      if (local != null) {
        local.count(some.size(), Places.of(some));
      } else {
        pushRun();
        code.loadConstant(some.size());
        code.loadConstant(Places.of(some));
        code.invokevirtual(Signatures.RUN, "operations", Signatures.of("IS>V"));
      }
    }
  }

  /** Checks, if that is wanted, that there may be one more variable. */
  void checkVariables(Variable added, Span place) {
    boolean kept = top && model.options.hosted(); // then the scope has the others
    int before = kept ? added.localsBefore() : added.variablesBefore();
    checkVariables(scoped ? 1 : before + 1, place);
  }

  /** The same for so many in all, without those of the scope. */
  void checkVariables(int number, Span place) {
    if (model.options.limitsVariables()) {
      pushRun();
      code.loadConstant(number);
      if (top || scoped) {
        code.aload(scope).invokevirtual(Signatures.SCOPE, "size", Signatures.of(">I"));
        code.iadd();
      }
      code.loadConstant(place.line());
      code.loadConstant(place.column());
      code.invokevirtual(Signatures.RUN, "checkVariables", Signatures.of("III>V"));
    }
  }

  static long position(Span span) {
    return Position.of(span.line(), span.column());
  }

  /** Returns where Rhai sees an expression as a whole: a chain is at its first dot or bracket. */
  static Span whole(Node node) {
    return node instanceof Node.ChainRead || node instanceof Node.Coalesce
        ? node.span
        : node.start();
  }

  void pushPosition(Span span) {
    code.loadConstant(position(span));
  }

  void pushRun() {
    code.aload(run);
  }

  /** Pushes what {@code this} is bound to, null for nothing. */
  void pushSelf() {
    if (self < 0) {
      code.aconst_null();
    } else {
      code.aload(self);
    }
  }

  void call(ClassDesc owner, String name, String signature) {
    code.invokestatic(owner, name, Signatures.of(signature));
  }

  /** Pushes what a literal's parts are added to, from a local of this method. */
  void pushTarget(int slot, ClassDesc type) {
    code.aload(slot);
    if (slot == target) { // a piece gets any object
      code.checkcast(type);
    }
  }

  void unit() {
    code.getstatic(Classes.UNIT, "UNIT", Classes.UNIT);
  }

  void load(TypeKind kind, int slot) {
    code.loadLocal(kind, slot);
  }

  void store(TypeKind kind, int slot) {
    code.storeLocal(kind, slot);
  }

  Loop loop() {
    return loops.getFirst();
  }

  /** Returns the loop around the code that is generated, in this method or around it. */
  @Nullable Loop loopOrNull() {
    return loops.isEmpty() ? around : loops.getFirst();
  }

  /** Returns the type that the method returns. */
  TypeKind result() {
    return top ? TypeKind.REFERENCE : Kinds.of(version.result());
  }
}
