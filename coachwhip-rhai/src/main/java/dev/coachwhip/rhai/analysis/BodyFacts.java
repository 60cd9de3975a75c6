package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * What the code of one body, without the closures in it, asks of its compilation.
 *
 * @param usesThis it mentions {@code this}
 * @param needsScope it runs code that sees its variables by name: {@code eval}, {@code f!()},
 *     custom syntax, {@code is_def_var}, {@code export}
 * @param imports it imports modules
 * @param calledInScope the names of functions that it calls as {@code f!()}
 */
record BodyFacts(boolean usesThis, boolean needsScope, boolean imports, Set<String> calledInScope) {

  static BodyFacts of(Block body) {
    Finder finder = new Finder();
    finder.visit(body);
    Set<String> called = Set.copyOf(finder.calledInScope);
    return new BodyFacts(finder.usesThis, finder.needsScope, finder.imports, called);
  }

  private static final class Finder extends TreeVisitor {
    private boolean usesThis;
    private boolean needsScope;
    private boolean imports;
    private final Set<String> calledInScope = new HashSet<>();

    @Override
    void visit(Expression expression) {
      switch (expression) {
        case Expression.This ignored -> usesThis = true;
        case Expression.CustomSyntax custom -> {
          usesThis = true;
          needsScope = true;
          super.visit(custom);
        }
        case Expression.Call call -> {
          boolean eval = call.name().equals("eval") && call.arguments().size() == 1;
          boolean defined = call.name().equals("is_def_var") && call.arguments().size() == 1;
          needsScope |= eval || defined || call.callerScope();
          usesThis |= eval;
          if (call.callerScope()) {
            calledInScope.add(call.name());
          }
          super.visit(call);
        }
        default -> super.visit(expression);
      }
    }

    @Override
    void visit(Statement statement) {
      needsScope |=
          statement instanceof Statement.Export
              || (statement instanceof Statement.Declaration declaration && declaration.exported());
      imports |= statement instanceof Statement.Import;
      super.visit(statement);
    }
  }
}
