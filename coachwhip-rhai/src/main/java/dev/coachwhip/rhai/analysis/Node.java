package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.UnaryOperator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tree node whose names are resolved: expressions and statements alike, as all have values in
 * Rhai. Each version of a function has nodes of its own, as types differ; the inference sets {@link
 * #type}.
 */
public abstract sealed class Node {

  /** Where it stands; what errors report. */
  public final Span span;

  private Type type = Type.NOTHING;
  private boolean jumping;
  private Span start;

  Node(Span span) {
    this.span = span;
    this.start = span;
  }

  /** Returns where its text begins; what errors about arguments and indices report. */
  public Span start() {
    return start;
  }

  void setStart(Span start) {
    this.start = start;
  }

  /** Returns the type of its value; {@link Type#NOTHING} if it never completes. */
  public Type type() {
    return type;
  }

  /** Sets the type; tells whether that is news. */
  boolean setType(Type found) {
    boolean changed = found != type;
    type = found;
    return changed;
  }

  /**
   * Tells whether loops, jumps or handlers are inside: such code must find the operand stack empty,
   * so that it can be compiled on the stack, caught into, and left.
   */
  public boolean isJumping() {
    return jumping;
  }

  void setJumping() {
    jumping = true;
  }

  /** A literal. The value is boxed; strings are {@code String}, characters {@code Integer}. */
  public static final class Constant extends Node {
    public final Object value;

    Constant(Span span, Object value, Type type) {
      super(span);
      this.value = value;
      setType(type);
    }
  }

  /** Reads a variable. */
  public static final class Read extends Node {
    public final Variable variable;

    Read(Span span, Variable variable) {
      super(span);
      this.variable = variable;
    }
  }

  /** Reads what is known by its name only: a variable of the run's scope, or a function. */
  public static final class ReadName extends Node {
    public final String name;

    /** Names a script function, so it is a function pointer. */
    public final boolean function;

    ReadName(Span span, String name, boolean function) {
      super(span);
      this.name = name;
      this.function = function;
      setType(Type.DYNAMIC);
    }
  }

  /** {@code m::X}, {@code global::X}. */
  public static final class ReadQualified extends Node {
    public final List<Name> path;
    public final String name;

    ReadQualified(Span span, List<Name> path, String name) {
      super(span);
      this.path = path;
      this.name = name;
      setType(Type.DYNAMIC);
    }
  }

  /** {@code this}. */
  public static final class ReadThis extends Node {
    ReadThis(Span span) {
      super(span);
      setType(Type.DYNAMIC);
    }
  }

  /** Text with parts. */
  public static final class Interpolation extends Node {
    public final List<Node> parts;

    Interpolation(Span span, List<Node> parts) {
      super(span);
      this.parts = parts;
      setType(Type.STRING);
    }
  }

  public static final class ArrayItems extends Node {
    public final List<Node> items;

    ArrayItems(Span span, List<Node> items) {
      super(span);
      this.items = items;
      setType(Type.ARRAY);
    }
  }

  public static final class MapItems extends Node {
    public final List<String> keys;
    public final List<Node> values;

    MapItems(Span span, List<String> keys, List<Node> values) {
      super(span);
      this.keys = keys;
      this.values = values;
      setType(Type.MAP);
    }
  }

  public static final class Unary extends Node {
    public final UnaryOperator operator;
    public final Node operand;

    Unary(Span span, UnaryOperator operator, Node operand) {
      super(span);
      this.operator = operator;
      this.operand = operand;
    }
  }

  public static final class Binary extends Node {
    public final BinaryOperator operator;
    public final Node left;
    public final Node right;

    Binary(Span span, BinaryOperator operator, Node left, Node right) {
      super(span);
      this.operator = operator;
      this.left = left;
      this.right = right;
    }
  }

  /** {@code &&} or {@code ||}. */
  public static final class Logical extends Node {
    public final boolean and;
    public final Node left;
    public final Node right;

    Logical(Span span, boolean and, Node left, Node right) {
      super(span);
      this.and = and;
      this.left = left;
      this.right = right;
      setType(Type.BOOL);
    }
  }

  /** {@code ??}. */
  public static final class Coalesce extends Node {
    public final Node left;
    public final Node right;

    Coalesce(Span span, Node left, Node right) {
      super(span);
      this.left = left;
      this.right = right;
    }
  }

  /** {@code a..b}; absent ends are constants. */
  public static final class RangeOf extends Node {
    public final Node start;
    public final Node end;
    public final boolean inclusive;

    RangeOf(Span span, Node start, Node end, boolean inclusive) {
      super(span);
      this.start = start;
      this.end = end;
      this.inclusive = inclusive;
    }
  }

  /** A call of a function of this script, known when compiling. */
  public static final class CallScript extends Node {
    public final FunctionGroup function;
    public final List<Node> arguments;

    /** Which version is meant; the inference finds it. */
    public @Nullable FunctionVersion version;

    CallScript(Span span, FunctionGroup function, List<Node> arguments) {
      super(span);
      this.function = function;
      this.arguments = arguments;
    }
  }

  /** A call by name of a function that is not the script's. */
  public static final class CallNamed extends Node {
    public final String name;
    public final List<Node> arguments;

    /** Never finds a script function: an operator's function. */
    public final boolean operator;

    CallNamed(Span span, String name, List<Node> arguments, boolean operator) {
      super(span);
      this.name = name;
      this.arguments = arguments;
      this.operator = operator;
    }
  }

  /** {@code m::f(a)}. */
  public static final class CallQualified extends Node {
    public final List<Name> path;
    public final String name;
    public final List<Node> arguments;

    CallQualified(Span span, List<Name> path, String name, List<Node> arguments) {
      super(span);
      this.path = path;
      this.name = name;
      this.arguments = arguments;
      setType(Type.DYNAMIC);
    }
  }

  /** {@code f!(a)}: runs in the caller's scope. */
  public static final class CallInScope extends Node {
    public final String name;
    public final List<Node> arguments;

    CallInScope(Span span, String name, List<Node> arguments) {
      super(span);
      this.name = name;
      this.arguments = arguments;
      setType(Type.DYNAMIC);
    }
  }

  /** Calls that the language itself knows. */
  public enum Keyword {
    PRINT,
    DEBUG,
    TYPE_OF,
    EVAL,
    FN,
    CALL,
    CURRY,
    IS_DEF_VAR,
    IS_DEF_FN,
    IS_SHARED
  }

  /** A call of one of them, with a number of arguments that it takes. */
  public static final class CallKeyword extends Node {
    public final Keyword keyword;
    public final List<Node> arguments;

    CallKeyword(Span span, Keyword keyword, List<Node> arguments) {
      super(span);
      this.keyword = keyword;
      this.arguments = arguments;
    }
  }

  /** A step of a chain. */
  public abstract static sealed class Step {
    public final Span span;
    public final boolean elvis;

    Step(Span span, boolean elvis) {
      this.span = span;
      this.elvis = elvis;
    }
  }

  public static final class PropertyStep extends Step {
    public final String name;

    PropertyStep(Span span, String name, boolean elvis) {
      super(span, elvis);
      this.name = name;
    }
  }

  public static final class IndexStep extends Step {
    public final Node index;

    IndexStep(Span span, Node index, boolean elvis) {
      super(span, elvis);
      this.index = index;
    }
  }

  public static final class MethodStep extends Step {
    public final String name;
    public final List<Node> arguments;

    MethodStep(Span span, String name, List<Node> arguments, boolean elvis) {
      super(span, elvis);
      this.name = name;
      this.arguments = arguments;
    }
  }

  /** A base with steps, for its value. */
  public static final class ChainRead extends Node {
    public final Node base;
    public final List<Step> steps;

    ChainRead(Span span, Node base, List<Step> steps) {
      super(span);
      this.base = base;
      this.steps = steps;
    }
  }

  /** {@code a[i].b = v}, {@code a[i].b += v}. */
  public static final class ChainAssign extends Node {
    public final Node base;
    public final List<Step> steps;
    public final @Nullable BinaryOperator operator;
    public final Node value;

    ChainAssign(
        Span span, Node base, List<Step> steps, @Nullable BinaryOperator operator, Node value) {
      super(span);
      this.base = base;
      this.steps = steps;
      this.operator = operator;
      this.value = value;
      setType(Type.UNIT);
    }

    /** Returns the first steps, for their value. */
    public ChainRead head(int count, Type type) {
      ChainRead head = new ChainRead(span, base, steps.subList(0, count));
      head.setType(type);
      return head;
    }
  }

  /** {@code x = v}, {@code x += v}; the target is a variable, a name or {@code this}. */
  public static final class Assign extends Node {
    public final Node target;
    public final @Nullable BinaryOperator operator;
    public final Node value;

    Assign(Span span, Node target, @Nullable BinaryOperator operator, Node value) {
      super(span);
      this.target = target;
      this.operator = operator;
      this.value = value;
      setType(Type.UNIT);
    }
  }

  /** {@code let x = v}. */
  public static final class Declare extends Node {
    public final Variable variable;
    public final Node value;

    /** In the outermost block of a script. */
    public final boolean global;

    public final boolean exported;

    Declare(Span span, Variable variable, Node value, boolean global, boolean exported) {
      super(span);
      this.variable = variable;
      this.value = value;
      this.global = global;
      this.exported = exported;
      setType(Type.UNIT);
    }
  }

  /** {@code |x| body} with what it captures. */
  public static final class MakeClosure extends Node {
    public final FunctionGroup function;
    public final List<Node> captures;

    MakeClosure(Span span, FunctionGroup function, List<Node> captures) {
      super(span);
      this.function = function;
      this.captures = captures;
      setType(Type.FUNCTION);
    }
  }

  /** Statements in a scope of their own. */
  public static final class Sequence extends Node {
    public final List<Node> nodes;

    /** Has imports of its own, undone at its end. */
    public final boolean imports;

    /** Declares variables of its own. */
    public final boolean declares;

    Sequence(Span span, List<Node> nodes, boolean imports, boolean declares) {
      super(span);
      this.nodes = nodes;
      this.imports = imports;
      this.declares = declares;
    }
  }

  public static final class Condition extends Node {
    public final Node condition;
    public final Node then;
    public final @Nullable Node otherwise;

    Condition(Span span, Node condition, Node then, @Nullable Node otherwise) {
      super(span);
      this.condition = condition;
      this.then = then;
      this.otherwise = otherwise;
    }
  }

  /** One case: literals and ranges, a guard, a body. */
  public record Case(
      Span span, List<Node> literals, List<RangeOf> ranges, @Nullable Node guard, Node body) {}

  public static final class Select extends Node {
    public final Node subject;
    public final List<Case> cases;
    public final @Nullable Node otherwise;

    Select(Span span, Node subject, List<Case> cases, @Nullable Node otherwise) {
      super(span);
      this.subject = subject;
      this.cases = cases;
      this.otherwise = otherwise;
      setJumping();
    }
  }

  /** A loop of any kind. */
  public abstract static sealed class Loop extends Node {
    public final Node body;
    private Type broken = Type.NOTHING;

    Loop(Span span, Node body) {
      super(span);
      this.body = body;
      setJumping();
    }

    /** Returns the join of what {@code break} gives. */
    public Type broken() {
      return broken;
    }

    boolean addBroken(Type type) {
      Type joined = broken.join(type);
      boolean changed = joined != broken;
      broken = joined;
      return changed;
    }
  }

  public static final class WhileLoop extends Loop {
    public final @Nullable Node condition;

    WhileLoop(Span span, @Nullable Node condition, Node body) {
      super(span, body);
      this.condition = condition;
    }
  }

  public static final class DoLoop extends Loop {
    public final Node condition;
    public final boolean until;

    DoLoop(Span span, Node body, Node condition, boolean until) {
      super(span, body);
      this.condition = condition;
      this.until = until;
    }
  }

  public static final class ForLoop extends Loop {
    public final Variable variable;
    public final Span variableSpan;
    public final @Nullable Variable counter;
    public final Node iterable;

    ForLoop(
        Span span,
        Variable variable,
        Span variableSpan,
        @Nullable Variable counter,
        Node iterable,
        Node body) {
      super(span, body);
      this.variable = variable;
      this.variableSpan = variableSpan;
      this.counter = counter;
      this.iterable = iterable;
    }
  }

  /** {@code break v} or {@code continue}. */
  public static final class Jump extends Node {
    public final boolean leave;
    public final @Nullable Node value;

    Jump(Span span, boolean leave, @Nullable Node value) {
      super(span);
      this.leave = leave;
      this.value = value;
      setJumping();
    }
  }

  public static final class Return extends Node {
    public final @Nullable Node value;

    Return(Span span, @Nullable Node value) {
      super(span);
      this.value = value;
      setJumping();
    }
  }

  public static final class Throw extends Node {
    public final @Nullable Node value;

    Throw(Span span, @Nullable Node value) {
      super(span);
      this.value = value;
    }
  }

  public static final class Try extends Node {
    public final Node body;
    public final @Nullable Variable variable;
    public final Span variableSpan;
    public final Node handler;

    Try(Span span, Node body, @Nullable Variable variable, Span variableSpan, Node handler) {
      super(span);
      this.body = body;
      this.variable = variable;
      this.variableSpan = variableSpan;
      this.handler = handler;
      setJumping();
    }
  }

  public static final class ImportModule extends Node {
    public final Node path;
    public final @Nullable String alias;

    ImportModule(Span span, Node path, @Nullable String alias) {
      super(span);
      this.path = path;
      this.alias = alias;
      setType(Type.UNIT);
    }
  }

  public static final class ExportName extends Node {
    public final String name;
    public final String alias;

    ExportName(Span span, String name, String alias) {
      super(span);
      this.name = name;
      this.alias = alias;
      setType(Type.UNIT);
    }
  }

  /** Syntax of the host. */
  public static final class Custom extends Node {
    public final dev.coachwhip.rhai.ast.Expression.CustomSyntax syntax;

    Custom(Span span, dev.coachwhip.rhai.ast.Expression.CustomSyntax syntax) {
      super(span);
      this.syntax = syntax;
      setType(Type.DYNAMIC);
    }
  }
}
