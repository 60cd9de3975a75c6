package dev.coachwhip.python.error;

import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptFrame;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.ScriptSyntaxException;
import dev.coachwhip.error.SourceLocation;
import dev.coachwhip.python.convert.TypeNames;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.JavaErrors;
import dev.coachwhip.python.interp.ObjectLayout;
import dev.coachwhip.python.interp.PassedError;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a script error of a Python exception: type, message, frames and causes, all of it Java
 * data. Attached.
 */
public final class PythonErrors {

  private static final long CAUSE = Text.forever("__cause__");
  private static final long CONTEXT = Text.forever("__context__");
  private static final long SUPPRESS_CONTEXT = Text.forever("__suppress_context__");
  private static final long TRACEBACK = Text.forever("__traceback__");
  private static final long NOTES = Text.forever("__notes__");
  private static final long EXCEPTIONS = Text.forever("exceptions");
  private static final long CODE = Text.forever("code");

  private static final int LONGEST_CHAIN = 100;

  private final Attachment attachment;
  private final Attributes attributes;
  private final SourceLines lines;
  private final Set<Long> seen = new HashSet<>();

  private PythonErrors(Attachment attachment, SourceLines lines) {
    this.attachment = attachment;
    this.attributes = new Attributes(attachment);
    this.lines = lines;
  }

  /**
   * Translates what running a script raised.
   *
   * @param raised its reference is taken over
   */
  public static ScriptException ofRun(Raised raised, Attachment attachment, SourceLines lines) {
    try {
      ScriptRuntimeException error =
          new PythonErrors(attachment, lines).runtime(raised.exception());
      attachment.keepOnItsWay(error, raised.exception());
      return error;
    } finally {
      PyRefs.Py_DecRef(raised.exception());
    }
  }

  /**
   * Translates what compiling a script raised: always a syntax error, also where the compiler gave
   * up for another reason.
   *
   * @param raised its reference is taken over
   */
  public static ScriptSyntaxException ofCompile(
      Raised raised, Attachment attachment, SourceLines lines) {
    try {
      PythonErrors errors = new PythonErrors(attachment, lines);
      return new ScriptSyntaxException(errors.syntaxDetails(raised.exception()));
    } finally {
      PyRefs.Py_DecRef(raised.exception());
    }
  }

  private ErrorDetails syntaxDetails(long exception) {
    String type = typeName(exception);
    Optional<SyntaxErrorReader.Found> found =
        Attributes.isA(exception, Py.SYNTAX_ERROR)
            ? new SyntaxErrorReader(attachment, attributes, lines).read(exception)
            : Optional.empty();
    String message =
        type
            + ": "
            + found.map(SyntaxErrorReader.Found::message).orElseGet(() -> printed(exception));
    ErrorDetails details = ErrorDetails.of("python", message);
    if (found.isPresent()) {
      details = found.get().location().map(details::at).orElse(details);
    }
    Optional<SourceLocation> place = details.location();
    return details.withTraceback(() -> PythonTraceback.ofSyntaxError(message, place));
  }

  private ScriptRuntimeException runtime(long exception) {
    seen.add(exception);
    String type = typeName(exception);
    String text = message(exception);
    PassedError passed = PassedError.of(exception);
    Throwable thrown = passed != null ? passed.error() : JavaErrors.thrownIn(exception);
    List<ScriptFrame> frames = frames(exception, passed, thrown);
    boolean explicit = has(exception, CAUSE);
    Throwable cause = thrown != null ? thrown : cause(exception, explicit);
    String message = text.isEmpty() ? type : type + ": " + text;
    ErrorDetails details = ErrorDetails.of("python", message).causedBy(cause);
    if (Attributes.isA(exception, Py.SYNTAX_ERROR)) {
      details =
          details.at(
              importedPlace(exception).orElseGet(() -> UserCode.innermost(frames).orElse(UNKNOWN)));
    } else {
      details = UserCode.innermost(frames).map(details::at).orElse(details);
    }
    details =
        details
            .withFrames(frames)
            .withNotes(notes(exception))
            .withTraceback(() -> PythonTraceback.of(message, frames, cause, explicit));
    ScriptRuntimeException error = new ScriptRuntimeException(type, exitCode(exception), details);
    parts(exception).forEach(error::addSuppressed);
    return error;
  }

  private static final SourceLocation UNKNOWN =
      SourceLocation.ofLine("<unknown>", 1, Optional.empty());

  private Optional<SourceLocation> importedPlace(long exception) {
    return new SyntaxErrorReader(attachment, attributes, lines)
        .read(exception)
        .flatMap(SyntaxErrorReader.Found::location);
  }

  private String typeName(long exception) {
    try {
      return TypeNames.of(ObjectLayout.typeOf(exception), attachment);
    } catch (Raised e) {
      PyRefs.Py_DecRef(e.exception());
      return "Exception";
    }
  }

  private String message(long exception) {
    if (Attributes.isA(exception, Py.SYSTEM_EXIT)) {
      return exitMessage(exception);
    }
    return printed(exception);
  }

  private List<String> notes(long exception) {
    List<String> texts = new ArrayList<>();
    long notes = attributes.object(exception, NOTES);
    if (notes != 0) {
      elements(notes).forEach(note -> texts.add(printed(note)));
      PyRefs.Py_DecRef(notes);
    }
    return texts;
  }

  private String printed(long object) {
    String text = attributes.printed(object);
    return text == null ? "<its str() failed>" : text;
  }

  /** Returns all frames: those of an error that a host function let through are further in. */
  private List<ScriptFrame> frames(
      long exception, @Nullable PassedError passed, @Nullable Throwable thrown) {
    List<ScriptFrame> outer = pythonFrames(exception, passed == null ? 0 : passed.inner());
    if (thrown == null) {
      return outer;
    }
    List<ScriptFrame> all = new ArrayList<>();
    if (thrown instanceof ScriptException error) {
      all.addAll(error.frames());
    }
    all.addAll(JavaFrames.of(thrown));
    all.addAll(outer);
    return all;
  }

  private List<ScriptFrame> pythonFrames(long exception, long inner) {
    long traceback = attributes.object(exception, TRACEBACK);
    try {
      return new FrameReader(attachment, attributes, lines).read(traceback, inner);
    } finally {
      PyRefs.Py_DecRef(traceback);
    }
  }

  private boolean has(long exception, long attribute) {
    long value = attributes.object(exception, attribute);
    PyRefs.Py_DecRef(value);
    return value != 0;
  }

  private @Nullable Throwable cause(long exception, boolean explicit) {
    if (seen.size() >= LONGEST_CHAIN || (!explicit && suppressesContext(exception))) {
      return null;
    }
    long cause = attributes.object(exception, explicit ? CAUSE : CONTEXT);
    try {
      return cause == 0 || seen.contains(cause) ? null : runtime(cause);
    } finally {
      PyRefs.Py_DecRef(cause);
    }
  }

  private boolean suppressesContext(long exception) {
    long value = attributes.object(exception, SUPPRESS_CONTEXT);
    PyRefs.Py_DecRef(value);
    return value == Py.TRUE;
  }

  /** The exceptions of a group. */
  private List<ScriptRuntimeException> parts(long exception) {
    List<ScriptRuntimeException> parts = new ArrayList<>();
    long group = attributes.object(exception, EXCEPTIONS);
    if (group != 0 && Attributes.isA(group, Py.TUPLE)) {
      for (long part : elements(group)) {
        if (seen.size() < LONGEST_CHAIN && !seen.contains(part)) {
          parts.add(runtime(part));
        }
      }
    }
    PyRefs.Py_DecRef(group);
    return parts;
  }

  /** Returns the elements of a list or tuple, borrowed; of anything else none. */
  private static List<Long> elements(long sequence) {
    List<Long> elements = new ArrayList<>();
    if (Attributes.isA(sequence, Py.TUPLE)) {
      for (long i = 0; i < PyTuples.PyTuple_Size(sequence); i++) {
        elements.add(PyTuples.PyTuple_GetItem(sequence, i));
      }
    } else if (Attributes.isA(sequence, Py.LIST)) {
      for (long i = 0; i < dev.coachwhip.python.ffi.PyLists.PyList_Size(sequence); i++) {
        elements.add(dev.coachwhip.python.ffi.PyLists.PyList_GetItem(sequence, i));
      }
    }
    return elements;
  }

  private OptionalInt exitCode(long exception) {
    if (!Attributes.isA(exception, Py.SYSTEM_EXIT)) {
      return OptionalInt.empty();
    }
    // Python's own rule: None is 0, an int is itself, anything else is printed and means 1.
    long code = attributes.object(exception, CODE);
    PyRefs.Py_DecRef(code);
    return OptionalInt.of(code == 0 ? 0 : attributes.number(exception, CODE, 1));
  }

  private String exitMessage(long exception) {
    long code = attributes.object(exception, CODE);
    if (code == 0) {
      return "0";
    }
    try {
      return printed(code);
    } finally {
      PyRefs.Py_DecRef(code);
    }
  }
}
