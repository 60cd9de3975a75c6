package dev.coachwhip.python.error;

import dev.coachwhip.error.SourceLocation;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Text;
import java.util.Optional;

/**
 * Reads the place out of a SyntaxError, whose offsets are columns in characters from 1. Attached.
 */
final class SyntaxErrorReader {

  private static final long MSG = Text.forever("msg");
  private static final long FILENAME = Text.forever("filename");
  private static final long LINENO = Text.forever("lineno");
  private static final long OFFSET = Text.forever("offset");
  private static final long END_LINENO = Text.forever("end_lineno");
  private static final long END_OFFSET = Text.forever("end_offset");
  private static final long TEXT = Text.forever("text");

  private final Attachment attachment;
  private final Attributes attributes;
  private final SourceLines lines;

  SyntaxErrorReader(Attachment attachment, Attributes attributes, SourceLines lines) {
    this.attachment = attachment;
    this.attributes = attributes;
    this.lines = lines;
  }

  /** What a SyntaxError says. */
  record Found(String message, Optional<SourceLocation> location) {}

  /** Returns what it says, empty if it has no message, as when a script raised a bare one. */
  Optional<Found> read(long exception) {
    String message = attributes.text(exception, MSG);
    return message == null
        ? Optional.empty()
        : Optional.of(new Found(message, location(exception)));
  }

  private Optional<SourceLocation> location(long exception) {
    String file = attributes.text(exception, FILENAME);
    int line = attributes.number(exception, LINENO, 0);
    if (file == null || line < 1) {
      return Optional.empty();
    }
    Optional<String> text = lines.line(attachment, file, line).or(() -> ownText(exception));
    int column = attributes.number(exception, OFFSET, 0);
    if (column < 1) {
      return Optional.of(SourceLocation.ofLine(file, line, text));
    }
    int endLine = Math.max(line, attributes.number(exception, END_LINENO, line));
    int endColumn = attributes.number(exception, END_OFFSET, 0);
    if (endColumn < 1 || (endLine == line && endColumn <= column)) {
      endLine = line;
      endColumn = column + 1;
    }
    Optional<String> endText =
        endLine == line ? Optional.empty() : lines.line(attachment, file, endLine);
    return Optional.of(new SourceLocation(file, line, column, endLine, endColumn, text, endText));
  }

  private Optional<String> ownText(long exception) {
    return Optional.ofNullable(attributes.text(exception, TEXT))
        .flatMap(text -> SourceLines.ofText(text, 1));
  }
}
