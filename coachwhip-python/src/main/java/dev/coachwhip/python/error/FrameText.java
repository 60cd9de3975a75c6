package dev.coachwhip.python.error;

import dev.coachwhip.error.ScriptFrame;
import dev.coachwhip.error.SourceLocation;
import dev.coachwhip.python.error.ExpressionAnchors.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines that Python prints for a frame.
 *
 * @see <a href="https://docs.python.org/3/library/traceback.html">traceback, whose
 *     StackSummary.format_frame_summary this follows</a>
 */
final class FrameText {

  private static final String INDENT = "    ";

  private FrameText() {}

  /**
   * Returns the lines without their ends.
   *
   * @param block all lines of a range of several; empty if they are not known
   */
  static List<String> of(TracebackStyle style, ScriptFrame frame, List<String> block) {
    SourceLocation place = frame.location();
    List<String> out = new ArrayList<>();
    out.add(
        "  File \"%s\", line %d, in %s".formatted(place.sourceName(), place.line(), name(frame)));
    String first = place.sourceLine().orElse("");
    if (!first.isBlank()) {
      source(style, place, first, block).forEach(line -> out.add(INDENT + line));
    }
    return out;
  }

  /** Python's tracebacks name functions without what they are in. */
  private static String name(ScriptFrame frame) {
    String name = frame.function();
    return frame.isJava() ? name : name.substring(name.lastIndexOf('.') + 1);
  }

  private static List<String> source(
      TracebackStyle style, SourceLocation place, String first, List<String> block) {
    return switch (style) {
      case PLAIN -> List.of(first.strip());
      case ONE_LINE -> oneLine(place, first);
      case ALL_LINES -> {
        List<String> lines = block.isEmpty() ? knownLines(place, first) : block;
        int start = offset(first, place.column());
        yield new CaretLines(lines, start, offset(lines.getLast(), place.endColumn())).text();
      }
    };
  }

  private static List<String> oneLine(SourceLocation place, String first) {
    boolean single = place.endLine() == place.line();
    int start = offset(first, place.column());
    int end = single ? offset(first, place.endColumn()) : first.stripTrailing().length();
    String part = first.substring(start, Math.max(start, end));
    Optional<ExpressionAnchors> anchors =
        ExpressionAnchors.of(part).filter(found -> single && found.kind() != Kind.CALL);
    if (anchors.isEmpty() && end - start >= first.strip().length()) {
      return List.of(first.strip());
    }
    int indent = first.length() - first.stripLeading().length();
    String blank = " ".repeat(CharacterWidth.of(first.substring(Math.min(indent, start), start)));
    return List.of(first.strip(), blank + carets(part, anchors));
  }

  private static String carets(String part, Optional<ExpressionAnchors> anchors) {
    if (anchors.isEmpty()) {
      return "^".repeat(CharacterWidth.of(part));
    }
    ExpressionAnchors found = anchors.get();
    return "~".repeat(CharacterWidth.of(part.substring(0, found.start())))
        + "^".repeat(CharacterWidth.of(part.substring(found.start(), found.end())))
        + "~".repeat(CharacterWidth.of(part.substring(found.end())));
  }

  private static List<String> knownLines(SourceLocation place, String first) {
    List<String> lines = new ArrayList<>(List.of(first));
    for (int i = place.line() + 1; i < place.endLine(); i++) {
      lines.add("");
    }
    if (place.endLine() > place.line()) {
      lines.add(place.endSourceLine().orElse(""));
    }
    return lines;
  }

  /** Turns a column in code points from 1 into an offset. */
  private static int offset(String line, int column) {
    int codePoints = line.codePointCount(0, line.length());
    return line.offsetByCodePoints(0, Math.min(column - 1, codePoints));
  }
}
