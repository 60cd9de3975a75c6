package dev.coachwhip.rhai.optimize;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Function;
import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.ast.Statement;
import java.util.List;

/**
 * Rhai's optimizer at its default level, {@code Simple}, whose work can be seen: statements without
 * effect go (with the errors they would have had), {@code x = x + y} becomes {@code x += y}, {@code x &&
 * true} becomes {@code x}, literals are folded, constants of literals stand for them.
 *
 * <p>What cannot be seen is left to the compiler. The text of an {@code eval} is not optimized.
 */
public final class Optimizer {

  private Optimizer() {}

  /** Returns a script with the same results, but for what the class says. */
  public static Script optimize(Script script) {
    List<Function> functions = script.functions().stream().map(Optimizer::optimize).toList();
    return new Script(topLevel(script.body()), functions, script.comments());
  }

  /** Returns a single expression, such as the host evaluates, optimized. */
  public static Expression optimize(Expression expression) {
    return new Expressions(new Constants()).optimize(expression, false);
  }

  static Function optimize(Function function) {
    return new Function(
        function.span(),
        function.name(),
        function.thisType(),
        function.parameters(),
        topLevel(function.body()),
        function.visible(),
        function.comments());
  }

  private static Block topLevel(Block body) {
    Blocks blocks = new Expressions(new Constants()).blocks();
    List<Statement> statements = blocks.optimize(body.statements(), true, false, true);
    return new Block(body.span(), body.end(), statements);
  }
}
