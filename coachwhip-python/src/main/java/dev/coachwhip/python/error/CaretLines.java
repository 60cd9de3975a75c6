package dev.coachwhip.python.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The lines of a range, with carets under it, as Python prints them from 3.13 on. */
final class CaretLines {

  private final List<String> lines;
  private final int start;
  private final int end;
  private final Optional<Anchors> anchors;
  private final boolean shown;

  /** The ends of the part that did the work, in lines of the range and characters of those. */
  private record Anchors(Place from, Place to) {}

  private record Place(int line, int offset) {}

  /**
   * Makes them.
   *
   * @param original the source's lines
   * @param start where the range begins in the first
   * @param end where it ends in the last
   */
  CaretLines(List<String> original, int start, int end) {
    this.lines = dedent(original);
    int dedented = original.getFirst().length() - lines.getFirst().length();
    this.start = Math.max(0, start - dedented);
    this.end = Math.min(Math.max(0, end - dedented), lines.getLast().length());
    String part = part();
    Optional<ExpressionAnchors> found = ExpressionAnchors.of(part);
    this.anchors =
        found.map(ends -> new Anchors(place(part, ends.start()), place(part, ends.end())));
    this.shown = isShown(part);
  }

  private String part() {
    String all = String.join("\n", lines);
    int to = all.length() - (lines.getLast().length() - end);
    return all.substring(Math.min(start, to), to);
  }

  private Place place(String part, int offset) {
    int line = (int) part.substring(0, offset).chars().filter(c -> c == '\n').count();
    int inLine = offset - (part.lastIndexOf('\n', offset - 1) + 1);
    return new Place(line, line == 0 ? inLine + start : inLine);
  }

  private boolean isShown(String part) {
    String before = lines.getFirst().substring(0, start);
    String after = lines.getLast().substring(end);
    if (before.strip().matches("return|[\\p{L}_][\\p{L}\\p{N}_]*\\s*=")
        && isNoCode(after)
        && ExpressionAnchors.isCallOfName(part)) {
      return false;
    }
    return anchors.isPresent() || !before.isBlank() || !after.isBlank();
  }

  private static boolean isNoCode(String after) {
    String text = after.strip();
    return text.isEmpty() || text.startsWith("#") || text.startsWith(";");
  }

  /** Returns them without line ends. */
  List<String> text() {
    List<String> out = new ArrayList<>();
    int before = -1;
    for (int line : significant()) {
      if (before >= 0 && line - before == 2) {
        add(out, line - 1);
      } else if (before >= 0 && line - before > 2) {
        out.add("...<" + (line - before - 1) + " lines>...");
      }
      add(out, line);
      before = line;
    }
    return dedent(out);
  }

  private SortedSet<Integer> significant() {
    TreeSet<Integer> numbers = new TreeSet<>(List.of(0, lines.size() - 1));
    anchors.ifPresent(ends -> {
      for (int line : new int[] {ends.from().line(), ends.to().line()}) {
        numbers.addAll(List.of(line - 1, line, line + 1));
      }
    });
    return numbers.subSet(0, lines.size());
  }

  private void add(List<String> out, int number) {
    String line = lines.get(number);
    out.add(line);
    if (shown) {
      out.add(carets(number, line));
    }
  }

  private String carets(int number, String line) {
    boolean last = number == lines.size() - 1;
    int width = CharacterWidth.of(last ? line.substring(0, end) : line);
    int blank = line.length() - line.stripLeading().length();
    int first = number == 0 ? CharacterWidth.of(line.substring(0, start)) : 0;
    StringBuilder carets = new StringBuilder();
    for (int column = 0; column < width; column++) {
      boolean outside = column < blank || column < first;
      carets.append(outside ? ' ' : isMain(number, column) ? '^' : '~');
    }
    return carets.toString();
  }

  private boolean isMain(int number, int column) {
    return anchors
        .map(ends -> !isBefore(number, column, ends.from()) && isBefore(number, column, ends.to()))
        .orElse(true);
  }

  private boolean isBefore(int number, int column, Place place) {
    return number < place.line()
        || (number == place.line()
            && column < CharacterWidth.of(lines.get(number).substring(0, place.offset())));
  }

  /** Takes away the blanks that all lines begin with, as Python's {@code textwrap.dedent}. */
  private static List<String> dedent(List<String> lines) {
    String common = null;
    for (String line : lines) {
      if (!line.isBlank()) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        common = common == null ? indent : commonStart(common, indent);
      }
    }
    int length = common == null ? 0 : common.length();
    return lines.stream().map(line -> line.isBlank() ? "" : line.substring(length)).toList();
  }

  private static String commonStart(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return a.substring(0, length);
  }
}
