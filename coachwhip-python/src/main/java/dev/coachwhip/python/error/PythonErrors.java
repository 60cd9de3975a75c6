package dev.coachwhip.python.error;

import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptFrame;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.ScriptSyntaxException;
import dev.coachwhip.error.SourceLocation;
import dev.coachwhip.python.ffi.PyRefs;
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
  private static final long EXCEPTIONS = Text.forever("exceptions");

  private static final int LONGEST_CHAIN = 100;

  private final Attachment attachment;
  private final Attributes attributes;
  private final ExceptionFacts facts;
  private final SourceLines lines;
  private final Set<Long> seen = new HashSet<>();

  private PythonErrors(Attachment attachment, SourceLines lines) {
    this.attachment = attachment;
    this.attributes = new Attributes(attachment);
    this.facts = new ExceptionFacts(attachment, attributes);
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
          new PythonErrors(attachment, lines).runtime(raised.exception()).error();
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
    String type = facts.typeName(exception);
    Optional<SyntaxErrorReader.Found> found =
        Attributes.isA(exception, Py.SYNTAX_ERROR)
            ? new SyntaxErrorReader(attachment, attributes, lines).read(exception)
            : Optional.empty();
    String message =
        type
            + ": "
            + found.map(SyntaxErrorReader.Found::message).orElseGet(() -> facts.printed(exception));
    ErrorDetails details = ErrorDetails.of("python", message);
    if (found.isPresent()) {
      details = found.get().location().map(details::at).orElse(details);
    }
    Optional<SourceLocation> place = details.location();
    return details.withTraceback(() -> PythonTraceback.ofSyntaxError(message, place));
  }

  /**
   * A translated exception.
   *
   * @param error what the host gets
   * @param text what Python would print
   */
  private record Translated(ScriptRuntimeException error, PythonTraceback text) {}

  private Translated runtime(long exception) {
    seen.add(exception);
    PassedError passed = PassedError.of(exception);
    Throwable thrown = passed != null ? passed.error() : JavaErrors.thrownIn(exception);
    FrameReader reader = new FrameReader(attachment, attributes, lines);
    List<ScriptFrame> frames = frames(exception, reader, passed, thrown);
    boolean explicit = has(exception, CAUSE);
    Translated before = before(exception, explicit);
    List<Translated> parts = parts(exception);
    String type = facts.typeName(exception);
    ErrorDetails details = details(exception, type, frames);
    PythonTraceback text =
        new PythonTraceback(
            lastLines(exception, type, details.message()),
            details.notes(),
            frames,
            reader.blocks(),
            before == null ? null : before.text(),
            explicit,
            parts.isEmpty() ? null : parts.stream().map(Translated::text).toList());
    details =
        details
            .causedBy(thrown != null ? thrown : before == null ? null : before.error())
            .withTraceback(() -> TracebackText.of(text, TracebackStyle.OF_INTERPRETER));
    ScriptRuntimeException error =
        new ScriptRuntimeException(type, facts.exitCode(exception), details);
    parts.forEach(part -> error.addSuppressed(part.error()));
    return new Translated(error, text);
  }

  private ErrorDetails details(long exception, String type, List<ScriptFrame> frames) {
    String text = facts.message(exception);
    ErrorDetails details =
        ErrorDetails.of("python", text.isEmpty() ? type : type + ": " + text)
            .withNotes(facts.notes(exception));
    Optional<SourceLocation> place = UserCode.innermost(frames);
    if (Attributes.isA(exception, Py.SYNTAX_ERROR)) {
      place = importedPlace(exception).or(() -> UserCode.innermost(frames)).or(() -> UNKNOWN);
    }
    return place.map(details::at).orElse(details).withFrames(frames);
  }

  /** Returns the last lines of the traceback. */
  private String lastLines(long exception, String type, String message) {
    String name = facts.qualifiedName(ObjectLayout.typeOf(exception), type);
    if (Attributes.isA(exception, Py.SYNTAX_ERROR)) {
      Optional<SyntaxErrorReader.Found> found =
          new SyntaxErrorReader(attachment, attributes, lines).read(exception);
      if (found.isPresent()) {
        return PythonTraceback.ofSyntaxError(
            name + ": " + found.get().message(), found.get().location());
      }
    }
    return name.equals(type) ? message : name + message.substring(type.length());
  }

  private static final Optional<SourceLocation> UNKNOWN =
      Optional.of(SourceLocation.ofLine("<unknown>", 1, Optional.empty()));

  private Optional<SourceLocation> importedPlace(long exception) {
    return new SyntaxErrorReader(attachment, attributes, lines)
        .read(exception)
        .flatMap(SyntaxErrorReader.Found::location);
  }

  /** Returns all frames: those of an error that a host function let through are further in. */
  private List<ScriptFrame> frames(
      long exception,
      FrameReader reader,
      @Nullable PassedError passed,
      @Nullable Throwable thrown) {
    List<ScriptFrame> outer = pythonFrames(exception, reader, passed == null ? 0 : passed.inner());
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

  private List<ScriptFrame> pythonFrames(long exception, FrameReader reader, long inner) {
    long traceback = attributes.object(exception, TRACEBACK);
    try {
      return reader.read(traceback, inner);
    } finally {
      PyRefs.Py_DecRef(traceback);
    }
  }

  private boolean has(long exception, long attribute) {
    long value = attributes.object(exception, attribute);
    PyRefs.Py_DecRef(value);
    return value != 0;
  }

  /** Returns the cause, or else what was being handled. */
  private @Nullable Translated before(long exception, boolean explicit) {
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
  private List<Translated> parts(long exception) {
    List<Translated> parts = new ArrayList<>();
    long group = attributes.object(exception, EXCEPTIONS);
    if (group != 0 && Attributes.isA(group, Py.TUPLE)) {
      for (long part : ExceptionFacts.elements(group)) {
        if (seen.size() < LONGEST_CHAIN && !seen.contains(part)) {
          parts.add(runtime(part));
        }
      }
    }
    PyRefs.Py_DecRef(group);
    return parts;
  }
}
