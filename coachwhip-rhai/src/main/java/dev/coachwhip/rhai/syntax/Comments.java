package dev.coachwhip.rhai.syntax;

import java.util.ArrayList;
import java.util.List;

/** Skips comments and keeps those that document what follows. */
final class Comments {

  private final Cursor cursor;
  private final List<String> ofScript = new ArrayList<>();
  private List<String> pending = new ArrayList<>();
  // lines of adjacent /// comments
  private final StringBuilder lines = new StringBuilder();

  Comments(Cursor cursor) {
    this.cursor = cursor;
  }

  List<String> ofScript() {
    return List.copyOf(ofScript);
  }

  /** Returns what stood before the token just read, and forgets it. */
  List<String> take() {
    if (pending.isEmpty() && lines.isEmpty()) {
      return List.of();
    }
    flushLines();
    List<String> taken = List.copyOf(pending);
    pending = new ArrayList<>();
    return taken;
  }

  /** Skips a comment whose slash is read; false if it is none. */
  boolean skip() {
    int mark = cursor.peek();
    if (mark == '/') {
      cursor.take();
      line(cursor.index() - 2);
      return true;
    }
    if (mark == '*') {
      int column = cursor.column();
      cursor.take();
      block(cursor.index() - 2, column);
      return true;
    }
    return false;
  }

  private void line(int start) {
    boolean document = cursor.peek() == '/' && cursor.peek(1) != '/';
    boolean script = cursor.peek() == '!';
    int end;
    while (true) {
      end = cursor.index();
      int c = cursor.read();
      if (c == Cursor.END) {
        break;
      }
      if (c == '\r') {
        cursor.takeIf('\n');
        cursor.newLine();
        break;
      }
      if (c == '\n') {
        cursor.newLine();
        break;
      }
      cursor.advance();
    }
    if (script) {
      ofScript.add(cursor.between(start, end));
    } else if (document) {
      lines.append(lines.isEmpty() ? "" : "\n").append(cursor.between(start, end));
    }
  }

  private void block(int start, int column) {
    boolean document = cursor.peek() == '*' && cursor.peek(1) != '*';
    int level = 1;
    int c;
    while (level > 0 && (c = cursor.peek()) != Cursor.END) {
      cursor.take();
      if (c == '/' && cursor.takeIf('*')) {
        level++;
      } else if (c == '*' && cursor.takeIf('/')) {
        level--;
      } else if (c == '\n') {
        cursor.newLine();
      }
    }
    if (document && level == 0 && cursor.index() - start > 4) {
      flushLines();
      pending.add(unindented(cursor.since(start), column - 1));
    }
  }

  private void flushLines() {
    if (!lines.isEmpty()) {
      pending.add(lines.toString());
      lines.setLength(0);
    }
  }

  private static String unindented(String comment, int indent) {
    List<String> all = comment.lines().toList();
    int least = indent;
    for (String line : all.subList(1, all.size())) {
      int spaces = 0;
      while (spaces < line.length() && line.charAt(spaces) == ' ') {
        spaces++;
      }
      least = Math.min(least, spaces);
    }
    if (least == 0) {
      return comment;
    }
    StringBuilder text = new StringBuilder(all.getFirst());
    for (String line : all.subList(1, all.size())) {
      text.append('\n').append(line.substring(least));
    }
    return text.toString();
  }
}
