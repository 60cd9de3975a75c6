package dev.coachwhip.rhai.ast;

import java.util.List;
import java.util.Optional;

/** What stands in a block. */
public sealed interface Statement {

  /** Returns where it begins. */
  Span span();

  /**
   * An expression; the last one of a block is the block's value, also with a semicolon after it.
   */
  record ExpressionStatement(Expression expression) implements Statement {
    @Override
    public Span span() {
      return expression.startSpan();
    }
  }

  /** {@code let x = e;}, {@code const x = e;}; without a value it is unit. */
  record Declaration(
      Span span, Name name, Optional<Expression> value, boolean constant, boolean exported)
      implements Statement {}

  /**
   * {@code target = e}, {@code target += e}. Evaluates the right side first.
   *
   * @param span the operator's
   * @param target a variable, {@code this}, a qualified variable, or a chain that does not end in a
   *     method
   * @param operator empty for a plain {@code =}
   */
  record Assignment(
      Span span, Expression target, Optional<BinaryOperator> operator, Expression value)
      implements Statement {}

  /** {@code return e;}; {@code exit} is a function. */
  record Return(Span span, Optional<Expression> value) implements Statement {}

  /** {@code throw e;}. */
  record Throw(Span span, Optional<Expression> value) implements Statement {}

  /** {@code break;}, {@code break e;}. */
  record Break(Span span, Optional<Expression> value) implements Statement {}

  /** {@code continue;}. */
  record Continue(Span span) implements Statement {}

  /** {@code try { } catch (e) { }}. */
  record TryCatch(Span span, Block body, Optional<Name> variable, Block handler)
      implements Statement {}

  /** {@code import e as name;}. */
  record Import(Span span, Expression path, Optional<Name> alias) implements Statement {}

  /** {@code export x as y, z;}. */
  record Export(Span span, List<Exported> names) implements Statement {}

  /** One name of an export statement. */
  record Exported(Name name, Optional<Name> alias) {}

  /** {@code ;}. */
  record Empty(Span span) implements Statement {}
}
