package dev.coachwhip.cli.repl;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.error.ScriptSyntaxException;
import dev.coachwhip.error.SourceLocation;

/**
 * For languages without a rule of their own: a syntax error that begins at the very end of the text
 * means that more is to come; a blank line ends the wait.
 */
final class EndOfTextRule implements InputRule {

  private final ScriptEngine engine;

  EndOfTextRule(ScriptEngine engine) {
    this.engine = engine;
  }

  @Override
  public boolean isComplete(String text) {
    if (text.isBlank() || text.endsWith("\n")) {
      return true;
    }
    try {
      engine.validateScript(text);
      return true;
    } catch (ScriptSyntaxException e) {
      return e.location().map(place -> !isAtEnd(place, text)).orElse(true);
    }
  }

  private static boolean isAtEnd(SourceLocation place, String text) {
    String lastLine = text.substring(text.lastIndexOf('\n') + 1);
    return place.line() >= text.lines().count()
        && place.column() > lastLine.codePointCount(0, lastLine.length());
  }
}
