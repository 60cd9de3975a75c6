package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.runtime.Iteration;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.runtime.Values;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Blocks, conditions and loops. */
final class ControlFlow {

  private final Frame frame;

  ControlFlow(Frame frame) {
    this.frame = frame;
  }

  boolean isControl(Expression expression) {
    return switch (expression) {
      case Expression.If e -> true;
      case Expression.Switch e -> true;
      case Expression.While e -> true;
      case Expression.DoLoop e -> true;
      case Expression.For e -> true;
      default -> false;
    };
  }

  Object value(Expression expression) {
    return switch (expression) {
      case Expression.BlockExpression e -> frame.block(e.block());
      case Expression.If e -> choose(e);
      case Expression.Switch e -> choose(e);
      case Expression.While e -> loop(e);
      case Expression.DoLoop e -> loop(e);
      case Expression.For e -> loop(e);
      default -> throw new IllegalArgumentException(expression.toString());
    };
  }

  /** Returns a condition's value; what is no bool is an error at its place. */
  boolean isTrue(Expression condition) {
    Object value = frame.evaluate(condition);
    try {
      return Values.isTrue(value);
    } catch (RhaiError e) {
      throw Assignments.at(e, condition.span());
    }
  }

  private Object choose(Expression.If choice) {
    if (isTrue(choice.condition())) {
      return frame.block(choice.then());
    }
    return choice.otherwise().map(frame::block).orElse(Unit.UNIT);
  }

  private Object choose(Expression.Switch choice) {
    Object subject = frame.evaluate(choice.subject());
    Expression found = SwitchValues.isHashable(subject) ? match(choice, subject) : null;
    if (found == null) {
      found = choice.otherwise().orElse(null);
    }
    return found == null ? Unit.UNIT : frame.evaluate(found);
  }

  // Equal values come before ranges, wherever they stand.
  private @Nullable Expression match(Expression.Switch choice, Object subject) {
    for (Expression.SwitchCase each : choice.cases()) {
      if (SwitchValues.isListed(each.labels(), subject) && passes(each.guard())) {
        return each.body();
      }
    }
    for (Expression.SwitchCase each : choice.cases()) {
      for (Expression label : each.labels()) {
        if (SwitchValues.isInRange(label, subject) && passes(each.guard())) {
          return each.body();
        }
      }
    }
    return null;
  }

  private boolean passes(Optional<Expression> guard) {
    return guard.isEmpty() || isTrue(guard.get());
  }

  private Object loop(Expression.While loop) {
    try {
      while (loop.condition().isEmpty() || isTrue(loop.condition().get())) {
        if (loop.condition().isEmpty()) {
          countEmpty(loop.body());
        }
        body(loop.body());
      }
      return Unit.UNIT;
    } catch (Jump.Break jump) {
      return jump.value;
    }
  }

  private void countEmpty(Block body) {
    if (body.statements().isEmpty()) {
      frame.operation(body.span());
    }
  }

  private void body(Block body) {
    try {
      frame.block(body);
    } catch (Jump.Continue jump) {
      // the next round
    }
  }

  private Object loop(Expression.DoLoop loop) {
    try {
      do {
        while (!completes(loop.body())) {
          // as in Rhai, continue does not come to the condition
        }
      } while (isTrue(loop.condition()) != loop.until());
      return Unit.UNIT;
    } catch (Jump.Break jump) {
      return jump.value;
    }
  }

  private boolean completes(Block body) {
    try {
      frame.block(body);
      return true;
    } catch (Jump.Continue jump) {
      return false;
    }
  }

  private Object loop(Expression.For loop) {
    Scope scope = frame.scope;
    int size = scope.size();
    int counters = loop.counter().isPresent() ? 1 : 0;
    if (size >= frame.run.limits().variables() - counters) {
      throw Assignments.at(RhaiError.tooManyVariables(), loop.variable().span());
    }
    Object iterable = Copies.flatten(frame.evaluate(loop.iterable()));
    Iterator<Object> items = items(iterable, loop.iterable().startSpan());
    try {
      loop.counter().ifPresent(counter -> scope.push(counter.text(), 0L));
      scope.push(loop.variable().text(), Unit.UNIT);
      rounds(loop, items, size);
      return Unit.UNIT;
    } catch (Jump.Break jump) {
      return jump.value;
    } finally {
      scope.rewind(size);
    }
  }

  private Iterator<Object> items(Object iterable, Span place) {
    try {
      return Iteration.over(iterable, frame.run);
    } catch (RhaiError e) {
      throw Assignments.at(e, place);
    }
  }

  private void rounds(Expression.For loop, Iterator<Object> items, int size) {
    int variable = frame.scope.size() - 1;
    long count = 0;
    while (hasNext(items, loop)) {
      Object item = next(items, loop);
      if (variable > size) {
        frame.scope.setValue(size, count);
      }
      frame.scope.setValue(variable, item);
      count++;
      countEmpty(loop.body());
      body(loop.body());
    }
  }

  private static boolean hasNext(Iterator<Object> items, Expression.For loop) {
    try {
      return items.hasNext();
    } catch (RhaiError e) {
      throw Assignments.at(e, loop.iterable().span());
    }
  }

  private static Object next(Iterator<Object> items, Expression.For loop) {
    try {
      return items.next();
    } catch (RhaiError e) {
      throw Assignments.at(e, loop.iterable().span());
    }
  }
}
