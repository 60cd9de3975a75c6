package dev.coachwhip.cli.repl;

import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.impl.DefaultParser;

/** Tells the line reader where names begin for completion, and when an input goes on. */
final class BlockParser extends DefaultParser {

  private final InputRule rule;

  BlockParser(InputRule rule) {
    this.rule = rule;
    setQuoteChars(new char[0]);
    setEscapeChars(new char[0]);
  }

  @Override
  public boolean isDelimiterChar(CharSequence buffer, int position) {
    return !Character.isUnicodeIdentifierPart(buffer.charAt(position));
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && !rule.isComplete(line)) {
      throw new EOFError(-1, -1, "the input goes on");
    }
    return super.parse(line, cursor, context);
  }
}
