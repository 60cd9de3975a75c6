package dev.coachwhip.rhai.reference;

import static java.util.Objects.requireNonNull;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.Cell;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the labels of a switch match: values of the same type and parts, to the bit. */
final class SwitchValues {

  private SwitchValues() {}

  static boolean isHashable(Object subject) {
    if (subject instanceof Cell cell && cell.isLocked()) {
      return false;
    }
    return switch (FunctionCalls.plain(subject)) {
      case Long number -> true;
      case Double number -> true;
      case Boolean truth -> true;
      case RhaiString string -> true;
      case RhaiCharacter character -> true;
      case Unit unit -> true;
      case Blob blob -> true;
      case RhaiRange range -> true;
      case FunctionPointer pointer -> pointer.function() == null;
      case RhaiArray array -> Arrays.stream(array.toArray()).allMatch(SwitchValues::isHashable);
      case RhaiMap map ->
          map.keys().stream().allMatch(key -> isHashable(requireNonNull(map.get(key))));
      default -> false;
    };
  }

  static boolean isListed(List<Expression> labels, Object subject) {
    return labels.stream().anyMatch(label -> matches(label, FunctionCalls.plain(subject)));
  }

  static boolean isInRange(Expression label, Object subject) {
    if (!(label instanceof Expression.RangeLiteral literal)) {
      return false;
    }
    RhaiRange range = range(literal);
    return switch (FunctionCalls.plain(subject)) {
      case Long number -> range.contains(number);
      case Double number -> contains(range, number);
      default -> false;
    };
  }

  private static boolean contains(RhaiRange range, double number) {
    if (range.isEmpty()) {
      return false;
    }
    double end = range.end();
    return number >= range.start() && (range.inclusive() ? number <= end : number < end);
  }

  private static RhaiRange range(Expression.RangeLiteral literal) {
    return new RhaiRange(
        bound(literal.start(), 0), bound(literal.end(), Long.MAX_VALUE), literal.inclusive());
  }

  private static long bound(Optional<Expression> bound, long absent) {
    return bound.orElse(null) instanceof Expression.IntegerLiteral literal
        ? literal.value()
        : absent;
  }

  private static boolean matches(Expression label, Object subject) {
    return switch (label) {
      case Expression.IntegerLiteral e -> subject.equals(e.value());
      case Expression.FloatLiteral e -> subject.equals(e.value());
      case Expression.BooleanLiteral e -> subject.equals(e.value());
      case Expression.StringLiteral e ->
          subject instanceof RhaiString string && string.toString().equals(e.value());
      case Expression.CharacterLiteral e ->
          subject instanceof RhaiCharacter character && character.codePoint() == e.codePoint();
      case Expression.UnitLiteral e -> subject == Unit.UNIT;
      case Expression.RangeLiteral e -> subject.equals(range(e));
      case Expression.ArrayLiteral e -> subject instanceof RhaiArray array && matches(e, array);
      case Expression.MapLiteral e -> subject instanceof RhaiMap map && matches(e, map);
      default -> false;
    };
  }

  private static boolean matches(Expression.ArrayLiteral label, RhaiArray array) {
    List<Expression> items = label.items();
    if (items.size() != array.size()) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!matches(items.get(i), FunctionCalls.plain(array.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(Expression.MapLiteral label, RhaiMap map) {
    return label.entries().size() == map.size()
        && label.entries().stream()
            .allMatch(entry -> isValue(entry.value(), map.get(entry.key().text())));
  }

  private static boolean isValue(Expression label, @Nullable Object value) {
    return value != null && matches(label, FunctionCalls.plain(value));
  }
}
