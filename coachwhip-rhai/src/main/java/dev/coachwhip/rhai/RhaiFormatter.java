package dev.coachwhip.rhai;

import dev.coachwhip.ScriptSource;
import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.format.Layout;
import dev.coachwhip.rhai.syntax.Parser;
import dev.coachwhip.rhai.syntax.SyntaxError;
import dev.coachwhip.rhai.syntax.SyntaxOptions;

/** Formats Rhai scripts: indentation and blanks, comments and line breaks as they are. */
public final class RhaiFormatter {

  private RhaiFormatter() {}

  /**
   * Returns a script's text, formatted; formatting that again changes nothing.
   *
   * @throws dev.coachwhip.error.ScriptSyntaxException if it is no script
   */
  public static String format(ScriptSource source) {
    try {
      Script _ = Parser.parse(source.text(), SyntaxOptions.DEFAULT);
    } catch (SyntaxError e) {
      throw ScriptErrors.syntax(e, source);
    }
    return Layout.of(source.text());
  }
}
