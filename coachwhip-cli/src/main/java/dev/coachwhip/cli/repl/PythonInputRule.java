package dev.coachwhip.cli.repl;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.error.ScriptSyntaxException;
import java.util.List;

/**
 * Python's own habit: an open bracket or string goes on until it is closed, a block until a blank
 * line.
 */
final class PythonInputRule implements InputRule {

  // Parts of CPython's messages, the same from 3.10 to 3.14 (Parser/pegen_errors.c, tokenizer).
  private static final List<String> STILL_OPEN =
      List.of("was never closed", "unterminated triple-quoted", "unexpected EOF while parsing");
  private static final List<String> BLOCK_GOES_ON =
      List.of("expected an indented block", "expected 'except' or 'finally'");

  private static final List<String> BLOCK_STARTS =
      List.of("if", "for", "while", "def", "class", "with", "try", "async");

  private final ScriptEngine engine;

  PythonInputRule(ScriptEngine engine) {
    this.engine = engine;
  }

  @Override
  public boolean isComplete(String text) {
    if (text.isBlank()) {
      return true;
    }
    boolean endsBlank = lastLine(text).isBlank();
    try {
      engine.validateScript(text);
    } catch (ScriptSyntaxException e) {
      String message = String.valueOf(e.getMessage());
      return !containsAny(message, STILL_OPEN)
          && (endsBlank
              || !(containsAny(message, BLOCK_GOES_ON) || lastLine(text).startsWith("@")));
    }
    return endsBlank || !startsBlock(text.strip());
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  private static boolean containsAny(String message, List<String> parts) {
    return parts.stream().anyMatch(message::contains);
  }

  private static boolean startsBlock(String text) {
    int end = 0;
    while (end < text.length() && Character.isUnicodeIdentifierPart(text.charAt(end))) {
      end++;
    }
    String firstLine = text.lines().findFirst().orElse("").strip();
    return text.startsWith("@")
        || BLOCK_STARTS.contains(text.substring(0, end))
        // A soft keyword: only its colon tells the statement from a variable.
        || (text.startsWith("match ") && firstLine.endsWith(":"));
  }
}
