package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Function;
import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.ast.Statement;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.util.List;

/**
 * What Rhai's optimizer does at its default level, as far as a script can tell: it propagates
 * constants, folds built-in operators on literals, and drops what it takes for pure, with all the
 * consequences, wanted or not. A script and what is left of it behave alike in Rhai without
 * optimizer and with it only mostly; our answers are those with it.
 */
public final class Simplifier {

  private Simplifier() {}

  /**
   * Returns what is left of a script. Not for texts given to {@code eval} or {@code parse_json},
   * which Rhai does not optimize.
   *
   * @param options whose limit of strings also holds for those that come from folding
   */
  public static Script simplify(Script script, SyntaxOptions options) {
    List<Function> functions =
        script.functions().stream().map(function -> function(function, options)).toList();
    return new Script(body(script.body(), options), functions, script.comments());
  }

  static Function function(Function function, SyntaxOptions options) {
    return new Function(
        function.span(),
        function.name(),
        function.thisType(),
        function.parameters(),
        body(function.body(), options),
        function.visible(),
        function.comments());
  }

  private static Block body(Block body, SyntaxOptions options) {
    Simplification state = new Simplification(options);
    List<Statement> left = state.blocks().simplify(body.statements(), true, false, true);
    return new Block(body.span(), body.end(), left);
  }
}
