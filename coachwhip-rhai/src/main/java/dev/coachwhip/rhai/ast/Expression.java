package dev.coachwhip.rhai.ast;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has a value. Blocks, {@code if}, {@code switch} and loops are expressions in Rhai. Each
 * node's span is the position that Rhai reports for it; operators report the operator, calls the
 * function's name, an index its bracket.
 */
public sealed interface Expression {

  /** Returns where Rhai says it is. */
  Span span();

  /**
   * Returns where its text begins: for a chain, a short circuit and a qualified name that of their
   * first part, else {@link #span()}. Rhai reports it for statements, arguments and subjects.
   */
  default Span startSpan() {
    return switch (this) {
      case Chain chain -> chain.base().startSpan();
      case ShortCircuit operation -> operation.left().startSpan();
      case QualifiedVariable variable -> variable.path().getFirst().span();
      default -> span();
    };
  }

  /** {@code 42}, {@code 0xff}. */
  record IntegerLiteral(Span span, long value) implements Expression {}

  /** {@code 1.5}, {@code 1e3}, and integers too big for 64 bits. */
  record FloatLiteral(Span span, double value) implements Expression {}

  /** {@code true}, {@code false}. */
  record BooleanLiteral(Span span, boolean value) implements Expression {}

  /** {@code 'x'}: one Unicode scalar value. */
  record CharacterLiteral(Span span, int codePoint) implements Expression {}

  /** A string of any of the three forms, escapes resolved. */
  record StringLiteral(Span span, String value) implements Expression {}

  /** {@code ()}. */
  record UnitLiteral(Span span) implements Expression {}

  /** {@code `a ${b} c`}: string literals and expressions (blocks) in order, joined as text. */
  record InterpolatedString(Span span, List<Expression> parts) implements Expression {}

  /** {@code [a, b]}. */
  record ArrayLiteral(Span span, List<Expression> items) implements Expression {}

  /** {@code #{a: 1}}; keys differ. */
  record MapLiteral(Span span, List<MapEntry> entries) implements Expression {}

  /** One property of a map literal. */
  record MapEntry(Name key, Expression value) {}

  /** {@code x}; also the name of a function. */
  record Variable(Span span, String name) implements Expression {}

  /** {@code this}. */
  record This(Span span) implements Expression {}

  /** {@code m::n::X}; the path is not empty. The span is the name's. */
  record QualifiedVariable(Span span, List<Name> path, String name) implements Expression {}

  /** {@code -x}, {@code +x}, {@code !x}. */
  record Unary(Span span, UnaryOperator operator, Expression operand) implements Expression {}

  /**
   * {@code a + b} and all that evaluates both sides, left one first. The span is the operator's.
   */
  record Binary(Span span, BinaryOperator operator, Expression left, Expression right)
      implements Expression {}

  /** {@code a && b}, {@code a || b}, {@code a ?? b}: the right side may stay unevaluated. */
  record ShortCircuit(Span span, ShortCircuitOperator operator, Expression left, Expression right)
      implements Expression {}

  /** {@code item in container}, {@code item !in container}: evaluates the container first. */
  record Membership(Span span, Expression item, Expression container, boolean negated)
      implements Expression {}

  /** {@code a..b}, {@code a..=b}; an absent start is 0, an absent end the largest integer. */
  record RangeLiteral(
      Span span, Optional<Expression> start, Optional<Expression> end, boolean inclusive)
      implements Expression {}

  /** An operator of the host: a call of a function of that name. The span is the operator's. */
  record CustomBinary(Span span, String operator, Expression left, Expression right)
      implements Expression {}

  /** {@code f(a, b)}; with {@code callerScope} {@code f!(a, b)}. The span is the name's. */
  record Call(Span span, String name, List<Expression> arguments, boolean callerScope)
      implements Expression {}

  /** {@code m::n::f(a)}; the path is not empty. The span is the name's. */
  record QualifiedCall(Span span, List<Name> path, String name, List<Expression> arguments)
      implements Expression {}

  /**
   * {@code base.a[i]?.m(x)}: a base and at least one link, flat. Reading evaluates all indices and
   * arguments from left to right, then the base, then follows the links. The span is that of the
   * first link's dot or bracket; {@link #startSpan()} is the base's.
   */
  record Chain(Span span, Expression base, List<Link> links) implements Expression {}

  /**
   * {@code |a, b| body}.
   *
   * @param captures the outer names that Rhai's parser makes shared, in the order of their first
   *     use, which is also the order of the hidden leading parameters; each where it is first used.
   *     Functions defined further up in the text are not among them, all other unknown names are
   */
  record Closure(Span span, Function function, List<Name> captures) implements Expression {}

  /** {@code { ... }}. */
  record BlockExpression(Span span, Block block) implements Expression {}

  /** {@code if c { } else { }}; {@code else if} is a block of one. */
  record If(Span span, Expression condition, Block then, Optional<Block> otherwise)
      implements Expression {}

  /** {@code switch x { ... }}; cases in source order, without the default. */
  record Switch(
      Span span, Expression subject, List<SwitchCase> cases, Optional<Expression> otherwise)
      implements Expression {}

  /**
   * {@code a | b | 1..3 if guard => body}.
   *
   * @param labels literals (any of the literal nodes, arrays, maps, unit) or integer ranges
   */
  record SwitchCase(
      Span span, List<Expression> labels, Optional<Expression> guard, Expression body) {}

  /** {@code loop { }}, or {@code while c { }} with a condition. */
  record While(Span span, Optional<Expression> condition, Block body) implements Expression {}

  /** {@code do { } while c}, or {@code do { } until c}. */
  record DoLoop(Span span, Block body, Expression condition, boolean until) implements Expression {}

  /** {@code for x in e { }}, {@code for (x, counter) in e { }}. */
  record For(Span span, Name variable, Optional<Name> counter, Expression iterable, Block body)
      implements Expression {}

  /** {@code x ?? return 1}: a statement that leaves, where a value is expected. */
  record Leave(Span span, Statement jump) implements Expression {}

  /**
   * Syntax of the host.
   *
   * @param key the first symbol, by which the host registered it
   * @param inputs what stands for the placeholders, in order
   * @param tokens all symbols as they were written, in order
   * @param state what the host's parser has kept; null without one
   * @param selfTerminated whether no semicolon need follow
   */
  record CustomSyntax(
      Span span,
      String key,
      List<Expression> inputs,
      List<String> tokens,
      @Nullable Object state,
      boolean selfTerminated)
      implements Expression {}
}
