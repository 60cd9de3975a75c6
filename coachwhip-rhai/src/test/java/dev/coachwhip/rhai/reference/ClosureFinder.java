package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.ast.Expression;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The closures of a tree. */
final class ClosureFinder {

  private final List<Expression.Closure> found = new ArrayList<>();

  private ClosureFinder() {}

  /** Returns all of them, those in others, too. */
  static List<Expression.Closure> all(Object tree) {
    ClosureFinder finder = new ClosureFinder();
    finder.visit(tree);
    return finder.found;
  }

  private void visit(Object tree) {
    switch (tree) {
      case Optional<?> optional -> optional.ifPresent(this::visit);
      case List<?> list -> list.forEach(this::visit);
      case Record node -> {
        if (node instanceof Expression.Closure closure) {
          found.add(closure);
        }
        components(node);
      }
      default -> {}
    }
  }

  private void components(Record node) {
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      try {
        visit(component.getAccessor().invoke(node));
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("no component " + component, e);
      }
    }
  }
}
