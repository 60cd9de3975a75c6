package dev.coachwhip.python.error;

import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyLongs;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.LoneSurrogateException;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.Text;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lines of sources: of the engine's scripts from the text it ran, of all else through Python's
 * {@code linecache}.
 */
public final class SourceLines {

  /** Of its own class, which is initialised when first used, attached. */
  private static final class Functions {
    static final long SOURCE_LINE = Interpreter.running().helper("_source_line");
  }

  private final Function<String, @Nullable String> scripts;

  /**
   * Makes it for one engine.
   *
   * @param scripts gives a script's text by its name, null if the engine ran none of that name
   */
  public SourceLines(Function<String, @Nullable String> scripts) {
    this.scripts = scripts;
  }

  /** Returns a line without its end. Attached. */
  Optional<String> line(Attachment attachment, String sourceName, int line) {
    String text = scripts.apply(sourceName);
    if (text != null) {
      return ofText(text, line);
    }
    return ofPython(attachment, sourceName, line);
  }

  /**
   * Returns a line of what a code object was compiled from. Attached.
   *
   * @param sourceName the code's file name
   */
  Optional<String> line(Attachment attachment, long code, String sourceName, int line) {
    long known = ScriptLines.of(code);
    return known != 0
        ? ScriptLines.line(known, line, attachment).map(SourceLines::withoutEnd)
        : ofPython(attachment, sourceName, line);
  }

  static Optional<String> ofText(String text, int line) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
      if (start == 0) {
        return Optional.empty();
      }
    }
    int end = text.indexOf('\n', start);
    return Optional.of(withoutEnd(text.substring(start, end < 0 ? text.length() : end)));
  }

  private static String withoutEnd(String line) {
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
      end--;
    }
    return line.substring(0, end);
  }

  private static Optional<String> ofPython(Attachment attachment, String sourceName, int line) {
    if (sourceName.startsWith("<")) {
      return Optional.empty();
    }
    try {
      long name = Text.toPython(sourceName, attachment);
      long number = Raised.check(PyLongs.PyLong_FromLongLong(line));
      long found = Calls.call(Functions.SOURCE_LINE, attachment, name, number, Py.NONE);
      PyRefs.Py_DecRef(number);
      PyRefs.Py_DecRef(name);
      String text = Text.toJava(found, attachment);
      PyRefs.Py_DecRef(found);
      return text.isEmpty() ? Optional.empty() : Optional.of(withoutEnd(text));
    } catch (Raised e) {
      PyRefs.Py_DecRef(e.exception());
      PyErrors.PyErr_Clear();
      return Optional.empty();
    } catch (LoneSurrogateException e) {
      return Optional.empty();
    }
  }
}
