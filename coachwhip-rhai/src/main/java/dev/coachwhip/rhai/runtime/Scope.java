package dev.coachwhip.rhai.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Variables in the order of their making; a later one hides earlier ones of its name. One thread.
 */
public final class Scope {

  /** For so many variables, looking at all is faster than hashing. */
  private static final int FEW = 8;

  private final List<ScopeVariable> variables = new ArrayList<>();

  /** Makes a variable. */
  public void push(String name, Object value) {
    push(name, value, false);
  }

  /** Makes a variable, or a constant. */
  public void push(String name, Object value, boolean constant) {
    variables.add(new ScopeVariable(name, value, constant));
  }

  /** Makes a variable that running code keeps at hand; the next {@link #release} is its end. */
  public void push(ScopeVariable variable) {
    variables.add(variable);
  }

  /** Nobody relies on the types of variables any more, but on those of the first so many. */
  public void release(int size) {
    for (int i = size; i < variables.size(); i++) {
      variables.get(i).release();
    }
  }

  public int size() {
    return variables.size();
  }

  /** Forgets all variables but the first so many. */
  public void rewind(int size) {
    while (variables.size() > size) {
      variables.removeLast();
    }
  }

  /** Forgets all variables. */
  public void clear() {
    variables.clear();
  }

  /** Returns the index of the variable that a name means; -1 for none. */
  public int find(String name) {
    return find(name, variables.size());
  }

  private int find(String name, int end) {
    for (int i = end - 1; i >= 0; i--) {
      if (variables.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Tells whether there is a variable of the name. */
  public boolean contains(String name) {
    return find(name) >= 0;
  }

  /** Forgets all variables of a name; tells whether there was one. */
  public boolean remove(String name) {
    return variables.removeIf(variable -> variable.name().equals(name));
  }

  /**
   * Forgets variables that later ones of their names hide.
   *
   * @param before of the first so many none hides another
   */
  public void dropHidden(int before) {
    if (variables.size() - before > FEW) {
      dropHidden();
      return;
    }
    int known = before;
    for (int i = variables.size() - 1; i >= known && i > 0; i--) {
      int hidden = find(variables.get(i).name(), i);
      while (hidden >= 0) {
        variables.remove(hidden);
        i--;
        known -= hidden < known ? 1 : 0;
        hidden = find(variables.get(i).name(), i);
      }
    }
  }

  private void dropHidden() {
    Set<String> names = new HashSet<>();
    List<ScopeVariable> kept = new ArrayList<>();
    for (ScopeVariable variable : variables.reversed()) {
      if (names.add(variable.name())) {
        kept.add(variable);
      }
    }
    if (kept.size() < variables.size()) {
      variables.clear();
      variables.addAll(kept.reversed());
    }
  }

  public String name(int index) {
    return variables.get(index).name();
  }

  /** Returns what a variable holds, not copied; a {@link Cell} is not looked into. */
  public Object get(int index) {
    return variables.get(index).get();
  }

  /** Returns the value of a variable, not copied, read out of its {@link Cell} if it is shared. */
  public Object value(int index) {
    return Values.get(get(index));
  }

  /**
   * Replaces what a variable holds, a {@link Cell} too; the value is not copied.
   *
   * @throws RhaiError if a script that runs relies on the variable's type, and this is another
   */
  public void set(int index, Object value) {
    variables.get(index).replace(value);
  }

  /** Sets the value of a variable, in its {@link Cell} if it is shared; it is not copied. */
  public void setValue(int index, Object value) {
    if (get(index) instanceof Cell cell) {
      cell.set(value);
    } else {
      set(index, value);
    }
  }

  /** Returns the cell of a variable, which becomes shared if it is not yet. */
  public Cell share(int index) {
    if (get(index) instanceof Cell cell) {
      return cell;
    }
    Cell cell = new Cell(get(index), isConstant(index));
    set(index, cell);
    return cell;
  }

  /** Tells whether it is a constant, or shares one. */
  public boolean isConstant(int index) {
    ScopeVariable variable = variables.get(index);
    return variable.isConstant() || (variable.get() instanceof Cell cell && cell.isConstant());
  }

  /** Makes a variable a constant, or a constant a variable. */
  public void setConstant(int index, boolean constant) {
    variables.get(index).setConstant(constant);
  }

  /** Exports a variable under a name. */
  public void export(int index, String alias) {
    variables.get(index).export(alias);
  }

  /** Returns the names under which a variable is exported, none if it is not. */
  public List<String> aliases(int index) {
    return variables.get(index).aliases();
  }
}
