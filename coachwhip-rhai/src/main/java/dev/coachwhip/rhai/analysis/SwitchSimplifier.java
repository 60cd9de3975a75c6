package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Expression.SwitchCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Simplifies {@code switch}. */
final class SwitchSimplifier {

  private SwitchSimplifier() {}

  static Expression simplify(Expression.Switch e, Simplification state) {
    Expression subject = state.expressions().simplify(e.subject());
    List<SwitchCase> cases = new ArrayList<>();
    for (SwitchCase c : e.cases()) {
      Optional<Expression> guard = c.guard().map(state.expressions()::simplify);
      Expression body = state.expressions().simplify(c.body());
      if (guard.filter(Purity::isFalse).isPresent()) {
        state.setDirty(true);
      } else {
        cases.add(
            new SwitchCase(c.span(), c.labels(), guard.filter(g -> !Purity.isTrue(g)), body));
      }
    }
    Optional<Expression> otherwise = e.otherwise().map(state.expressions()::simplify);
    return new Expression.Switch(e.span(), subject, List.copyOf(cases), otherwise);
  }
}
