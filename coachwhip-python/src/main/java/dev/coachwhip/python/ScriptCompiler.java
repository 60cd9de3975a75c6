package dev.coachwhip.python;

import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.ScriptSyntaxException;
import dev.coachwhip.error.SourceLocation;
import dev.coachwhip.python.CompiledScript.ResultUse;
import dev.coachwhip.python.error.PythonErrors;
import dev.coachwhip.python.error.SourceLines;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.LoneSurrogateException;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.Text;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compiles scripts, each once: compiling costs many times what running a small script does. Keeps
 * the latest used ones. Compiling is done under an engine's turn; {@link #check} and {@link #text}
 * at any time.
 */
final class ScriptCompiler {

  private static final int KEPT = 256;

  /** Of its own class, which is initialised when first used, attached. */
  private static final class Functions {
    static final long COMPILE = Interpreter.running().helper("_compile");
    static final long CHECK = Interpreter.running().helper("_check");
  }

  private final Map<ScriptSource, CompiledScript> compiled =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ScriptSource, CompiledScript> eldest) {
          return size() > KEPT;
        }
      };

  private @Nullable CompiledScript last;

  /**
   * Returns the script compiled.
   *
   * @throws ScriptSyntaxException if it cannot be
   */
  CompiledScript compile(ScriptSource source, Attachment attachment) {
    CompiledScript latest = last;
    if (latest != null && latest.source().equals(source)) {
      return latest;
    }
    CompiledScript script = kept(source);
    if (script == null) {
      script = compileNew(source, attachment);
      keep(script);
    }
    last = script;
    return script;
  }

  private synchronized @Nullable CompiledScript kept(ScriptSource source) {
    return compiled.get(source);
  }

  private synchronized void keep(CompiledScript script) {
    compiled.put(script.source(), script);
  }

  /** Returns the text of the script that was compiled last under a name, null if none is kept. */
  synchronized @Nullable String text(String name) {
    String text = null;
    for (ScriptSource source : compiled.keySet()) {
      if (source.name().equals(name)) {
        text = source.text(); // the order is that of use
      }
    }
    return text;
  }

  /** Forgets all scripts. */
  synchronized void clear() {
    last = null;
    compiled.clear();
  }

  private static CompiledScript compileNew(ScriptSource source, Attachment attachment) {
    boolean isFile = isFile(source.name());
    long parts = callCompiler(Functions.COMPILE, source, attachment, isFile ? Py.TRUE : Py.FALSE);
    try {
      String use = Text.toJava(PyTuples.PyTuple_GetItem(parts, 2), attachment);
      boolean awaits = PyTuples.PyTuple_GetItem(parts, 3) == Py.TRUE;
      return new CompiledScript(
          source,
          codeOrNull(parts, 0),
          codeOrNull(parts, 1),
          ResultUse.valueOf(use),
          awaits,
          isFile);
    } finally {
      PyRefs.Py_DecRef(parts);
    }
  }

  private static @Nullable PyRef codeOrNull(long parts, int index) {
    long code = PyTuples.PyTuple_GetItem(parts, index);
    return code == Py.NONE ? null : PyRef.ofBorrowed(code);
  }

  /**
   * Parses without keeping anything.
   *
   * @throws ScriptSyntaxException if it cannot be parsed
   */
  static void check(ScriptSource source, Attachment attachment) {
    PyRefs.Py_DecRef(callCompiler(Functions.CHECK, source, attachment));
  }

  private static long callCompiler(
      long function, ScriptSource source, Attachment attachment, long... more) {
    checkText(source);
    long text = 0;
    long name = 0;
    try {
      text = Text.toPython(source.text(), attachment);
      name = Text.toPython(source.name(), attachment);
      return more.length == 0
          ? Calls.call(function, attachment, text, name)
          : Calls.call(function, attachment, text, name, more[0]);
    } catch (Raised e) {
      if (StoppedRun.isStop(e.exception())) {
        throw e; // a cancel that came while our own Python code compiled
      }
      throw PythonErrors.ofCompile(e, attachment, ownLines(source));
    } catch (LoneSurrogateException e) {
      throw new ScriptSyntaxException(
          ErrorDetails.of("python", "%s: the script is %s".formatted(source.name(), e.getMessage()))
              .causedBy(e));
    } finally {
      PyRefs.Py_DecRef(name);
      PyRefs.Py_DecRef(text);
    }
  }

  private static SourceLines ownLines(ScriptSource source) {
    return new SourceLines(name -> name.equals(source.name()) ? source.text() : null);
  }

  /** Versions of Python differ in what they say of a zero character; some give no place. */
  private static void checkText(ScriptSource source) {
    int at = source.text().indexOf('\0');
    if (at < 0) {
      return;
    }
    String before = source.text().substring(0, at).replaceAll("\\r\\n?", "\n");
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    String start = before.substring(before.lastIndexOf('\n') + 1);
    int column = start.codePointCount(0, start.length()) + 1;
    throw new ScriptSyntaxException(
        ErrorDetails.of("python", "SyntaxError: the script contains a NUL character")
            .at(
                new SourceLocation(
                    source.name(), line, column, line, column + 1, Optional.of(start))));
  }

  private static boolean isFile(String name) {
    if (name.startsWith("<")) {
      return false;
    }
    try {
      return Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
