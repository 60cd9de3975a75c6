package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.ast.Expression;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/** Tells whether a tree has closures. */
final class ClosureFinder {

  private ClosureFinder() {}

  static boolean contains(Object tree) {
    return switch (tree) {
      case Expression.Closure closure -> true;
      case Optional<?> optional -> optional.isPresent() && contains(optional.get());
      case List<?> list -> list.stream().anyMatch(ClosureFinder::contains);
      case Record node -> components(node);
      default -> false;
    };
  }

  private static boolean components(Record node) {
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      try {
        if (contains(component.getAccessor().invoke(node))) {
          return true;
        }
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("no component " + component, e);
      }
    }
    return false;
  }
}
