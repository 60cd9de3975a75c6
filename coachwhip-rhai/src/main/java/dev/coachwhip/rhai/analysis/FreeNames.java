package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Function;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds what a closure captures: the names of variables that it uses and does not declare, in the order
 * of their first use. Names of functions defined before are not captured.
 */
final class FreeNames extends TreeVisitor {

  private final Predicate<Name> isFunction;
  private final Deque<List<String>> blocks = new ArrayDeque<>();
  private final Map<String, Name> free = new LinkedHashMap<>();

  private FreeNames(Predicate<Name> isFunction) {
    this.isFunction = isFunction;
  }

  /** Returns the captured names, each where it is first used. */
  static List<Name> of(Function closure, Predicate<Name> isFunction) {
    FreeNames finder = new FreeNames(isFunction);
    finder.open();
    closure.parameters().forEach(parameter -> finder.declare(parameter.text()));
    finder.visit(closure.body());
    return List.copyOf(finder.free.values());
  }

  private void open() {
    blocks.push(new ArrayList<>());
  }

  private void close() {
    blocks.pop();
  }

  private void declare(String name) {
    blocks.getFirst().add(name);
  }

  private void use(Name name) {
    if (blocks.stream().noneMatch(block -> block.contains(name.text())) && !isFunction.test(name)) {
      free.putIfAbsent(name.text(), name);
    }
  }

  @Override
  void visit(Block block) {
    open();
    super.visit(block);
    close();
  }

  @Override
  void visit(Statement statement) {
    if (statement instanceof Statement.TryCatch attempt) {
      visit(attempt.body());
      open();
      attempt.variable().ifPresent(variable -> declare(variable.text()));
      visit(attempt.handler());
      close();
      return;
    }
    super.visit(statement);
    if (statement instanceof Statement.Declaration declaration) {
      declare(declaration.name().text());
    }
  }

  @Override
  void visit(Expression expression) {
    switch (expression) {
      case Expression.Variable variable -> use(new Name(variable.name(), variable.span()));
      case Expression.Closure closure -> of(closure.function(), isFunction).forEach(this::use);
      case Expression.For loop -> {
        visit(loop.iterable());
        open();
        loop.counter().ifPresent(counter -> declare(counter.text()));
        declare(loop.variable().text());
        visit(loop.body());
        close();
      }
      default -> super.visit(expression);
    }
  }
}
