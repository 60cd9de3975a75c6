package dev.coachwhip.rhai.optimize;

import dev.coachwhip.rhai.ast.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the optimizer knows while it goes through a body: variables, of which some stand for literals,
 * and whether anything was changed.
 */
final class Constants {

  private record Variable(String name, @Nullable Expression literal) {}

  private final List<Variable> variables = new ArrayList<>();
  private boolean propagating = true;
  private boolean changed;

  /** Notes a declaration; the literal is null for a variable. */
  void declare(String name, @Nullable Expression literal) {
    variables.add(new Variable(name, literal));
  }

  int size() {
    return variables.size();
  }

  void rewind(int size) {
    variables.subList(size, variables.size()).clear();
  }

  /** Returns the literal that a name stands for; null for none. */
  @Nullable Expression literal(String name) {
    if (!propagating) {
      return null;
    }
    for (Variable variable : variables.reversed()) {
      if (variable.name.equals(name)) {
        return variable.literal;
      }
    }
    return null;
  }

  /** Tells whether names are replaced at all. */
  boolean isPropagating() {
    return propagating;
  }

  void setPropagating(boolean propagating) {
    this.propagating = propagating;
  }

  boolean isChanged() {
    return changed;
  }

  void setChanged(boolean changed) {
    this.changed = changed;
  }

  /** Notes that the tree is another now. */
  void change() {
    changed = true;
  }
}
