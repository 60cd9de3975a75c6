package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the simplification of one body knows while it runs. */
final class Simplification {

  private record Known(String name, @Nullable Expression value, @Nullable Known shadowed) {}

  private static final long MOST_VISITS = 2_000_000;

  private final SyntaxOptions options;
  private final BlockSimplifier blocks = new BlockSimplifier(this);
  private final StatementSimplifier statements = new StatementSimplifier(this);
  private final ExpressionSimplifier expressions = new ExpressionSimplifier(this);
  private final ChainSimplifier chains = new ChainSimplifier(this);
  private final ClosureSimplifier closures = new ClosureSimplifier(this);

  private final List<Known> variables = new ArrayList<>();
  private final Map<String, Known> visible = new HashMap<>();
  private final Set<Expression> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private long visits;

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

  /**
   * Tells whether statements may be visited once more; without an end to it trees are left as they
   * are.
   */
  boolean mayVisit(int statements) {
    visits += statements;
    return visits <= MOST_VISITS;
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

  /**
   * Notes an expression; true if it was not noted before. Rhai treats calls that are statements,
   * and constant arrays and maps, otherwise when it meets them again.
   */
  boolean isNew(Expression expression) {
    return seen.add(expression);
  }

  boolean isSeen(Expression expression) {
    return seen.contains(expression);
  }

  void declare(String name, @Nullable Expression constant) {
    Known known = new Known(name, constant, visible.get(name));
    variables.add(known);
    visible.put(name, known);
  }

  int declared() {
    return variables.size();
  }

  void forget(int size) {
    while (variables.size() > size) {
      Known known = variables.removeLast();
      if (known.shadowed == null) {
        visible.remove(known.name);
      } else {
        visible.put(known.name, known.shadowed);
      }
    }
  }

  /** Returns what the nearest declaration of a name gives it, if that is a constant literal. */
  @Nullable Expression constant(String name) {
    if (!propagating) {
      return null;
    }
    Known known = visible.get(name);
    return known == null ? null : known.value;
  }
}
