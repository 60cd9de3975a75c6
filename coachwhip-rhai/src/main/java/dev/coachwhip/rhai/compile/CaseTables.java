package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Type;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** The tables of a script's {@code switch} expressions that go by hashing. */
final class CaseTables {

  private final List<CaseTable> tables = new ArrayList<>();
  private final IdentityHashMap<Node.Select, Integer> numbers = new IdentityHashMap<>();

  /** Tells whether the labels are constants, and no case has a guard. */
  static boolean fits(Node.Select node) {
    for (Node.Case each : node.cases) {
      boolean constants =
          each.literals().stream().allMatch(Node.Constant.class::isInstance)
              && each.ranges().stream().allMatch(CaseTables::isConstant);
      if (each.guard() != null || !constants) {
        return false;
      }
    }
    return true;
  }

  private static boolean isConstant(Node.RangeOf range) {
    return range.type() == Type.RANGE
        && range.start instanceof Node.Constant
        && range.end instanceof Node.Constant;
  }

  /** Returns the number of a switch's table, made if it is not there. */
  int number(Node.Select node) {
    return numbers.computeIfAbsent(node, this::add);
  }

  private int add(Node.Select node) {
    CaseTable table = new CaseTable();
    for (int i = 0; i < node.cases.size(); i++) {
      for (Node literal : node.cases.get(i).literals()) {
        table.add(value((Node.Constant) literal), i);
      }
      for (Node.RangeOf range : node.cases.get(i).ranges()) {
        long start = (Long) ((Node.Constant) range.start).value;
        long end = (Long) ((Node.Constant) range.end).value;
        table.add(new RhaiRange(start, end, range.inclusive), i);
      }
    }
    tables.add(table);
    return tables.size() - 1;
  }

  private static Object value(Node.Constant constant) {
    return switch (constant.type()) {
      case STRING -> RhaiString.of((String) constant.value);
      case CHAR -> RhaiCharacter.of((Integer) constant.value);
      default -> constant.value;
    };
  }

  CaseTable get(int number) {
    return tables.get(number);
  }

  /** Returns the same without the trees that they were made of. */
  CaseTables done() {
    numbers.clear();
    return this;
  }
}
