package dev.coachwhip.worker.wire;

import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorCode;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.FunctionBindingException;
import dev.coachwhip.error.FunctionRegistrationException;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.PolicyViolationException;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptFrame;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.ScriptSyntaxException;
import dev.coachwhip.error.SourceLocation;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.error.VariableNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ErrorWriter} wrote. For one thread. */
final class ErrorReader {

  private static final ErrorCode[] CODES = ErrorCode.values();

  private final WireReader in;
  private final RemoteObjects objects;
  private final boolean isHost;

  /** By their order in the message; null while their causes are read. */
  private final List<@Nullable Throwable> read = new ArrayList<>();

  ErrorReader(WireReader in, WireContext context) {
    this.in = in;
    this.objects = context.objects();
    this.isHost = context.memory().isHost();
  }

  Throwable read() {
    Throwable error = read(0);
    if (error == null) {
      throw new WireFormatException("no error");
    }
    return error;
  }

  private @Nullable Throwable read(int depth) {
    int kind = in.getByte();
    if (depth > ErrorWriter.DEEPEST && kind != ErrorWriter.NONE) {
      throw new WireFormatException("an error with too many causes");
    }
    return switch (kind) {
      case ErrorWriter.NONE -> null;
      case ErrorWriter.HOME -> objects.exportedThrowable(in.getLong());
      case ErrorWriter.AGAIN -> again(in.getCount(0));
      case ErrorWriter.SCRIPT, ErrorWriter.JAVA -> readNew(kind, depth);
      default -> throw new WireFormatException("no kind of error: " + kind);
    };
  }

  /** A cause that is further out in its own chain is cut off. */
  private @Nullable Throwable again(int index) {
    if (index >= read.size()) {
      throw new WireFormatException("no error " + index);
    }
    return read.get(index);
  }

  @SuppressWarnings("ReferenceEquality") // a throwable is only itself
  private Throwable readNew(int kind, int depth) {
    int index = read.size();
    read.add(null);
    long number = in.getLong();
    Throwable cause = read(depth + 1);
    Throwable made =
        kind == ErrorWriter.SCRIPT ? script(cause) : new JavaErrorReader(in, isHost).read(cause);
    Throwable standIn = objects.importThrowable(number, made);
    read.set(index, standIn);
    int suppressed = in.getCount(1);
    for (int i = 0; i < suppressed; i++) {
      Throwable each = read(depth + 1);
      if (each != null && each != standIn && standIn == made) {
        standIn.addSuppressed(each);
      }
    }
    return standIn;
  }

  private ScriptException script(@Nullable Throwable cause) {
    int code = in.getByte();
    if (code >= CODES.length) {
      throw new WireFormatException("no kind of error: " + code);
    }
    ErrorDetails details = details().causedBy(cause);
    return switch (CODES[code]) {
      case RUNTIME -> new ScriptRuntimeException(in.getText(), exitCode(), details);
      case SYNTAX -> new ScriptSyntaxException(details);
      case VARIABLE_NOT_FOUND -> new VariableNotFoundException(in.getText(), details);
      case TYPE_CONVERSION -> new TypeConversionException(in.getText(), in.getText(), details);
      case FUNCTION_REGISTRATION -> new FunctionRegistrationException(details);
      case FUNCTION_BINDING -> new FunctionBindingException(textList(), details);
      case LIMIT_EXCEEDED -> new LimitExceededException(in.getText(), in.getText(), details);
      case CANCELLED -> new ScriptCancelledException(details);
      case POLICY_VIOLATION -> new PolicyViolationException(in.getText(), details);
      case BACKEND -> new BackendException(details);
    };
  }

  private ErrorDetails details() {
    ErrorDetails details = ErrorDetails.of(in.getText(), in.getText());
    Optional<SourceLocation> place = in.getBoolean() ? Optional.of(location()) : Optional.empty();
    List<ScriptFrame> frames = frames();
    List<String> notes = textList();
    String traceback = in.getOptionalText();
    if (place.isPresent()) {
      details = details.at(place.get());
    }
    details = details.withFrames(frames).withNotes(notes);
    return traceback == null ? details : details.withTraceback(() -> traceback);
  }

  private List<ScriptFrame> frames() {
    int count = in.getCount(1);
    List<ScriptFrame> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      frames.add(new ScriptFrame(in.getText(), in.getText(), location()));
    }
    return frames;
  }

  private SourceLocation location() {
    String name = in.getText();
    int line = in.getCount(0);
    int column = in.getCount(0);
    int endLine = in.getCount(0);
    int endColumn = in.getCount(0);
    Optional<String> text = Optional.ofNullable(in.getOptionalText());
    Optional<String> endText = Optional.ofNullable(in.getOptionalText());
    try {
      return new SourceLocation(name, line, column, endLine, endColumn, text, endText);
    } catch (IllegalArgumentException e) {
      throw new WireFormatException("no location", e);
    }
  }

  private OptionalInt exitCode() {
    return in.getBoolean() ? OptionalInt.of(in.getInt()) : OptionalInt.empty();
  }

  private List<String> textList() {
    int count = in.getCount(1);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(in.getText());
    }
    return texts;
  }
}
