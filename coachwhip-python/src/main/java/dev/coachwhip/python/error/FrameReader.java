package dev.coachwhip.python.error;

import dev.coachwhip.error.ScriptFrame;
import dev.coachwhip.error.SourceLocation;
import dev.coachwhip.python.ffi.CPython;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyCodes;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the frames of a traceback. Attached. */
final class FrameReader {

  /** Kept at each end of a longer traceback, as after a recursion that has no end. */
  private static final int ENDS = 500;

  /** Lines of a range that are kept for the traceback. */
  private static final int LONGEST_RANGE = 200;

  private static final long TB_NEXT = Text.forever("tb_next");
  private static final long TB_FRAME = Text.forever("tb_frame");
  private static final long TB_LASTI = Text.forever("tb_lasti");
  private static final long TB_LINENO = Text.forever("tb_lineno");
  private static final long F_CODE = Text.forever("f_code");
  private static final long CO_FILENAME = Text.forever("co_filename");

  private static final boolean HAS_COLUMNS = CPython.symbol("PyCode_Addr2Location").isPresent();

  /** Came with column ranges in 3.11. */
  private static final long CO_NAME = Text.forever(HAS_COLUMNS ? "co_qualname" : "co_name");

  private final Attachment attachment;
  private final Attributes attributes;
  private final SourceLines lines;
  private final Map<SourceLocation, List<String>> blocks = new HashMap<>();
  private long latestCode;
  private int latestLine;
  private Optional<String> latestText = Optional.empty();

  FrameReader(Attachment attachment, Attributes attributes, SourceLines lines) {
    this.attachment = attachment;
    this.attributes = attributes;
    this.lines = lines;
  }

  /**
   * Returns the frames, innermost first.
   *
   * @param traceback borrowed, 0 for none
   * @param inner address of the entry at which to stop, since it and those inside are known; 0 to
   *     read all
   */
  List<ScriptFrame> read(long traceback, long inner) {
    List<Long> entries = entries(traceback, inner);
    List<ScriptFrame> frames = new ArrayList<>();
    for (int i = entries.size() - 1; i >= 0; i--) {
      boolean kept = i < ENDS || i >= entries.size() - ENDS;
      ScriptFrame frame = kept ? frame(entries.get(i)) : null;
      if (frame != null) {
        frames.add(frame);
      }
      PyRefs.Py_DecRef(entries.get(i));
    }
    return Collections.unmodifiableList(frames);
  }

  /** Returns all lines of the ranges read that have more than two. */
  Map<SourceLocation, List<String>> blocks() {
    return blocks;
  }

  /** Returns the entries, owned, outermost first. */
  private List<Long> entries(long traceback, long inner) {
    List<Long> entries = new ArrayList<>();
    long entry = traceback;
    PyRefs.Py_IncRef(entry);
    while (entry != 0 && entry != inner) {
      entries.add(entry);
      entry = attributes.object(entry, TB_NEXT);
    }
    PyRefs.Py_DecRef(entry);
    return entries;
  }

  private @Nullable ScriptFrame frame(long entry) {
    long frame = attributes.object(entry, TB_FRAME);
    long code = frame == 0 ? 0 : attributes.object(frame, F_CODE);
    try {
      return code == 0 ? null : frame(entry, code);
    } finally {
      PyRefs.Py_DecRef(code);
      PyRefs.Py_DecRef(frame);
    }
  }

  private @Nullable ScriptFrame frame(long entry, long code) {
    String file = attributes.text(code, CO_FILENAME);
    return file == null || Interpreter.isOwnCode(file) ? null : frame(entry, code, file);
  }

  private ScriptFrame frame(long entry, long code, String file) {
    String function = attributes.text(code, CO_NAME);
    int line = Math.max(1, attributes.number(entry, TB_LINENO, 1));
    if (code != latestCode || line != latestLine) { // recursion has the same many times
      latestText = lines.line(attachment, code, file, line);
      latestCode = code;
      latestLine = line;
    }
    return new ScriptFrame(
        "python", function == null ? "?" : function, location(entry, code, file, line, latestText));
  }

  private SourceLocation location(
      long entry, long code, String file, int line, Optional<String> text) {
    int lasti = HAS_COLUMNS ? attributes.number(entry, TB_LASTI, -1) : -1;
    if (lasti < 0 || text.isEmpty()) {
      return SourceLocation.ofLine(file, line, text);
    }
    long results = attachment.scratch();
    if (PyCodes.PyCode_Addr2Location(code, lasti, results, results + 4, results + 8, results + 12)
        == 0) {
      PyErrors.PyErr_Clear();
      return SourceLocation.ofLine(file, line, text);
    }
    int start = NativeMemory.getInt(results);
    int column = NativeMemory.getInt(results + 4);
    int endLine = NativeMemory.getInt(results + 8);
    int endColumn = NativeMemory.getInt(results + 12);
    // The entry's line is where the frame stood; the range may be that of a longer statement around
    // it.
    if (start != line || column < 0 || endColumn < 0 || endLine < line) {
      return SourceLocation.ofLine(file, line, text);
    }
    Optional<String> endText =
        endLine == line ? Optional.empty() : lines.line(attachment, code, file, endLine);
    SourceLocation found =
        new SourceLocation(
            file,
            line,
            fromBytes(text.get(), column),
            endLine,
            fromBytes(endText.orElse(endLine == line ? text.get() : ""), endColumn),
            text,
            endText);
    if (endLine > line + 1 && endLine < line + LONGEST_RANGE) {
      blocks.computeIfAbsent(found, range -> block(code, range));
    }
    return found;
  }

  private List<String> block(long code, SourceLocation range) {
    return IntStream.rangeClosed(range.line(), range.endLine())
        .mapToObj(line -> lines.line(attachment, code, range.sourceName(), line).orElse(""))
        .toList();
  }

  /** Turns an offset in UTF-8 bytes from 0 into a column in code points from 1. */
  static int fromBytes(String line, int byteOffset) {
    int bytes = 0;
    int column = 1;
    for (int i = 0; i < line.length() && bytes < byteOffset; column++) {
      int c = line.codePointAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      i += Character.charCount(c);
    }
    return bytes < byteOffset ? column + byteOffset - bytes : column;
  }
}
