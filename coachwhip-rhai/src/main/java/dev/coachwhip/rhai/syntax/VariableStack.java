package dev.coachwhip.rhai.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that are declared where the parser is, as far as one function sees them. */
final class VariableStack {

  private static final class Entry {
    final String name;
    final int index;
    final @Nullable Entry shadowed;
    boolean constant;
    boolean exported;

    Entry(String name, int index, @Nullable Entry shadowed, boolean constant) {
      this.name = name;
      this.index = index;
      this.shadowed = shadowed;
      this.constant = constant;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Entry> visible = new HashMap<>();
  // entries below may have been changed by syntax of the host
  private int barrier;

  int size() {
    return entries.size();
  }

  void push(String name, boolean constant) {
    Entry entry = new Entry(name, entries.size(), visible.get(name), constant);
    entries.add(entry);
    visible.put(name, entry);
  }

  void rewind(int size) {
    while (entries.size() > size) {
      Entry entry = entries.removeLast();
      if (entry.shadowed == null) {
        visible.remove(entry.name);
      } else {
        visible.put(entry.name, entry.shadowed);
      }
    }
    barrier = Math.min(barrier, size);
  }

  /** Hides all variables from those who need to know them for sure. */
  void raiseBarrier() {
    barrier = entries.size();
  }

  /** Tells whether a variable is declared, be it before the barrier. */
  boolean contains(String name) {
    return visible.containsKey(name);
  }

  /** Tells whether a variable is declared for sure. */
  boolean isKnown(String name) {
    return known(name) != null;
  }

  boolean isConstant(String name) {
    Entry entry = known(name);
    return entry != null && entry.constant;
  }

  /** Declares a variable; in place of its last declaration if that is in the same block. */
  void declare(String name, boolean constant, int blockStart) {
    Entry entry = known(name);
    if (entry == null || entry.exported || entry.index < blockStart) {
      push(name, constant);
    } else {
      entry.constant = constant;
    }
  }

  void export(String name) {
    Entry entry = known(name);
    if (entry != null) {
      entry.exported = true;
    }
  }

  private @Nullable Entry known(String name) {
    Entry entry = visible.get(name);
    return entry == null || entry.index < barrier ? null : entry;
  }
}
