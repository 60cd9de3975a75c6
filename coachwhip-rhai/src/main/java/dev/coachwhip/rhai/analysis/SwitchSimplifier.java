package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Expression.SwitchCase;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Simplifies {@code switch}. */
final class SwitchSimplifier {

  private SwitchSimplifier() {}

  static Expression simplify(Expression.Switch e, Simplification state) {
    if (isDecided(e.subject())) {
      return state.changed(decided(e));
    }
    Expression subject = state.expressions().simplify(e.subject());
    List<SwitchCase> cases = new ArrayList<>();
    for (SwitchCase c : e.cases()) {
      Optional<Expression> guard = c.guard().map(state.expressions()::simplify);
      Expression body = state.expressions().simplify(c.body());
      if (guard.filter(Purity::isFalse).isPresent()) {
        state.setDirty(true);
      } else {
        cases.add(new SwitchCase(c.span(), c.labels(), guard.filter(g -> !Purity.isTrue(g)), body));
      }
    }
    Optional<Expression> otherwise = e.otherwise().map(state.expressions()::simplify);
    return new Expression.Switch(e.span(), subject, List.copyOf(cases), otherwise);
  }

  // Rhai decides on its compound constants only, not on numbers and strings
  private static boolean isDecided(Expression subject) {
    return switch (subject) {
      case Expression.ArrayLiteral e -> Purity.isConstant(e);
      case Expression.MapLiteral e -> Purity.isConstant(e);
      case Expression.RangeLiteral e -> Purity.isConstant(e);
      case Expression.Closure e -> Purity.isConstant(e);
      case Expression.Call e -> Purity.isFunctionPointer(e);
      default -> false;
    };
  }

  private static Expression decided(Expression.Switch e) {
    List<SwitchCase> matching =
        e.cases().stream()
            .filter(c -> c.labels().stream().anyMatch(l -> Literal.same(l, e.subject())))
            .toList();
    Expression otherwise = e.otherwise().orElseGet(() -> nothing(e.span()));
    if (matching.size() == 1) {
      SwitchCase only = matching.getFirst();
      return only.guard().filter(guard -> !Purity.isTrue(guard)).isEmpty()
          ? only.body()
          : new Expression.If(
              e.subject().startSpan(),
              only.guard().get(),
              block(only.body()),
              e.otherwise().map(SwitchSimplifier::block));
    }
    // of several with guards, Rhai forgets all
    return matching.stream()
        .filter(c -> c.guard().map(Purity::isTrue).orElse(true))
        .findFirst()
        .map(SwitchCase::body)
        .orElse(otherwise);
  }

  private static Expression nothing(Span place) {
    return new Expression.BlockExpression(place, new Block(place, place, List.of()));
  }

  private static Block block(Expression body) {
    return body instanceof Expression.BlockExpression block
        ? block.block()
        : new Block(body.startSpan(), Span.NONE, List.of(new Statement.ExpressionStatement(body)));
  }
}
