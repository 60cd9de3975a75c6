package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the simplification of one body knows while it runs. */
final class Simplification {

  private record Known(String name, @Nullable Expression value) {}

  private final SyntaxOptions options;
  private final BlockSimplifier blocks = new BlockSimplifier(this);
  private final StatementSimplifier statements = new StatementSimplifier(this);
  private final ExpressionSimplifier expressions = new ExpressionSimplifier(this);
  private final ChainSimplifier chains = new ChainSimplifier(this);
  private final ClosureSimplifier closures = new ClosureSimplifier(this);

  private final List<Known> variables = new ArrayList<>();
  private final Set<Expression> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  // something changed in this round
  private boolean dirty;
  // constants may take the place of their names
  private boolean propagating = true;

  Simplification(SyntaxOptions options) {
    this.options = options;
  }

  SyntaxOptions options() {
    return options;
  }

  BlockSimplifier blocks() {
    return blocks;
  }

  StatementSimplifier statements() {
    return statements;
  }

  ExpressionSimplifier expressions() {
    return expressions;
  }

  ChainSimplifier chains() {
    return chains;
  }

  ClosureSimplifier closures() {
    return closures;
  }

  boolean isDirty() {
    return dirty;
  }

  void setDirty(boolean changed) {
    dirty = changed;
  }

  /** Notes that something changed, and returns what it became. */
  <T> T changed(T result) {
    dirty = true;
    return result;
  }

  boolean isPropagating() {
    return propagating;
  }

  void propagate(boolean on) {
    propagating = on;
  }

  /** Tells whether a call is new as a statement; Rhai only notes it the first time. */
  boolean isNewCall(Expression call) {
    return seen.add(call);
  }

  void knowCall(Expression call) {
    seen.add(call);
  }

  void declare(String name, @Nullable Expression constant) {
    variables.add(new Known(name, constant));
  }

  int declared() {
    return variables.size();
  }

  void forget(int size) {
    while (variables.size() > size) {
      variables.removeLast();
    }
  }

  /** Returns what the nearest declaration of a name gives it, if that is a constant literal. */
  @Nullable Expression constant(String name) {
    if (!propagating) {
      return null;
    }
    for (int i = variables.size() - 1; i >= 0; i--) {
      Known known = variables.get(i);
      if (known.name.equals(name)) {
        return known.value;
      }
    }
    return null;
  }
}
