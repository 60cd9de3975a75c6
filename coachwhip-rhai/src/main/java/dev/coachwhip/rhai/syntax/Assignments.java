package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Link;
import dev.coachwhip.rhai.ast.Span;

/** What may be assigned to. */
final class Assignments {

  private Assignments() {}

  /** Throws if an expression is no target. */
  static void check(FunctionState state, Expression target, boolean operates, Span operator) {
    switch (target) {
      case Expression.This self -> {}
      case Expression.QualifiedVariable variable -> {}
      case Expression.Variable variable -> checkVariable(state, variable);
      case Expression.Chain chain -> checkChain(chain);
      case Expression.ShortCircuit operation when !operates ->
          throw ExpressionParser.possibleTypo(operator);
      default -> {
        if (Literals.isConstant(target)) {
          throw constant("a constant value", target.startSpan());
        }
        throw invalid(target.span());
      }
    }
  }

  private static void checkVariable(FunctionState state, Expression.Variable variable) {
    if (state.variables().isConstant(variable.name())) {
      throw constant("constant " + variable.name(), variable.span());
    }
  }

  private static void checkChain(Expression.Chain chain) {
    for (Link link : chain.links()) {
      if (link instanceof Link.Method method) {
        throw invalid(method.span());
      }
    }
    if (!(chain.base() instanceof Expression.Variable
        || chain.base() instanceof Expression.QualifiedVariable
        || chain.base() instanceof Expression.This)) {
      throw invalid(chain.base().span());
    }
  }

  private static SyntaxError constant(String what, Span place) {
    return SyntaxError.of(ParseErrorKind.ASSIGNMENT_TO_CONSTANT, "Cannot assign to " + what, place);
  }

  private static SyntaxError invalid(Span place) {
    return SyntaxError.of(
        ParseErrorKind.ASSIGNMENT_TO_INVALID_TARGET, "Expression cannot be assigned to", place);
  }
}
