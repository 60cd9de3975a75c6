package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement.Assignment;
import dev.coachwhip.rhai.runtime.Operators;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Unit;
import java.util.Optional;

/** Assignments: the value first, then what it goes to. */
final class Assignments {

  private final Frame frame;

  Assignments(Frame frame) {
    this.frame = frame;
  }

  Object assign(Assignment assignment) {
    switch (assignment.target()) {
      case Expression.This self -> assignThis(assignment, self);
      case Expression.Chain chain -> {
        Object value = Copies.interned(value(assignment));
        new Chains(frame).assign(chain, assignment, value);
      }
      case Expression variable -> assignVariable(assignment, variable);
    }
    return Unit.UNIT;
  }

  private Object value(Assignment assignment) {
    return Copies.flatten(frame.evaluate(assignment.value()));
  }

  private void assignThis(Assignment assignment, Expression.This self) {
    if (frame.self == null) {
      throw at(RhaiError.unboundThis(), self.span());
    }
    Object value = value(assignment);
    frame.operation(self.span());
    store(assignment, self, new Target.Self(frame.self), value);
  }

  private void assignVariable(Assignment assignment, Expression variable) {
    Object value = value(assignment);
    frame.operation(variable.span());
    Target target = new Variables(frame).find(variable);
    try {
      if (!target.isReference()) {
        throw at(RhaiError.assignmentToConstant(Variables.name(variable)), variable.span());
      }
      store(assignment, variable, target, value);
    } finally {
      target.release();
    }
  }

  /**
   * Does {@code target = value} or {@code target op= value}. The root is where the chain begins.
   */
  void store(Assignment assignment, Expression root, Target target, Object value) {
    if (target.isConstant()) {
      throw at(RhaiError.assignmentToConstant(Variables.name(root)), root.startSpan());
    }
    Span place = assignment.span();
    Optional<BinaryOperator> operator = assignment.operator();
    if (operator.isPresent()) {
      Object old = target.forWrite();
      target.set(
          Operators.assign(operator.get(), old, value, frame.run, place.line(), place.column()));
    } else {
      target.set(value);
    }
    target.propagate(place.line(), place.column());
  }

  static RhaiError at(RhaiError error, Span place) {
    return error.withPosition(place.line(), place.column());
  }
}
