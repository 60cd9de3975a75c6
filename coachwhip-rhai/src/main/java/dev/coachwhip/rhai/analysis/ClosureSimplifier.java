package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Function;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Simplifies closures: their bodies as functions of their own, and what they capture. A captured
 * constant is copied into the closure, where it is a variable like others.
 */
final class ClosureSimplifier {

  private final Simplification state;
  private final Set<Function> done = Collections.newSetFromMap(new IdentityHashMap<>());
  // those with copies of constants, which Rhai curries
  private final Set<Function> curried = Collections.newSetFromMap(new IdentityHashMap<>());

  ClosureSimplifier(Simplification state) {
    this.state = state;
  }

  Expression simplify(Expression.Closure e) {
    Expression.Closure simpler = e;
    if (!done.contains(e.function())) {
      Function function = Simplifier.function(e.function(), state.options());
      done.add(function);
      simpler = new Expression.Closure(e.span(), function, e.captures());
    }
    List<Statement> copies = new ArrayList<>();
    List<Statement> failing = new ArrayList<>();
    List<Name> captures = new ArrayList<>();
    for (Name name : simpler.captures()) {
      Expression constant = state.constant(name.text());
      if (constant == null) {
        captures.add(name);
        continue;
      }
      Expression value = constantAt(constant, name.span());
      copies.add(new Statement.Declaration(name.span(), name, Optional.of(value), false, false));
      if (!Purity.isConstant(value)) {
        failing.add(new Statement.ExpressionStatement(value));
      }
    }
    return copies.isEmpty() ? simpler : after(failing, copying(simpler, copies, captures));
  }

  // what fails does so where the closure is made
  private static Expression after(List<Statement> failing, Expression closure) {
    if (failing.isEmpty()) {
      return closure;
    }
    failing.add(new Statement.ExpressionStatement(closure));
    Block block = new Block(closure.span(), Span.NONE, List.copyOf(failing));
    return new Expression.BlockExpression(closure.span(), block);
  }

  private Expression copying(Expression.Closure e, List<Statement> copies, List<Name> captures) {
    Function f = e.function();
    List<Statement> statements = new ArrayList<>(copies);
    statements.addAll(f.body().statements());
    Block body = new Block(f.body().span(), f.body().end(), List.copyOf(statements));
    Function copying =
        new Function(
            f.span(), f.name(), f.thisType(), f.parameters(), body, f.visible(), f.comments());
    done.add(copying);
    curried.add(copying);
    return state.changed(new Expression.Closure(e.span(), copying, List.copyOf(captures)));
  }

  /**
   * Returns a constant where its name stood. Of a closure Rhai keeps the name only, which no
   * function has: using it fails.
   */
  Expression constantAt(Expression constant, Span place) {
    if (constant instanceof Expression.Closure closure && !curried.contains(closure.function())) {
      Expression name = new Expression.StringLiteral(place, closure.function().name());
      return new Expression.Call(place, "Fn", List.of(name), false);
    }
    return Literal.at(constant, place);
  }
}
