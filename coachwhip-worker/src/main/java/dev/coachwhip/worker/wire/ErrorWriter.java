package dev.coachwhip.worker.wire;

import dev.coachwhip.error.BackendException;
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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a throwable with its causes and suppressed ones. Each gets a number, by which the other
 * side sends it home. For one thread.
 */
@SuppressWarnings("EnumOrdinal") // both sides are of the same build
final class ErrorWriter {

  static final int NONE = 0;
  static final int HOME = 1;
  static final int AGAIN = 2;
  static final int SCRIPT = 3;
  static final int JAVA = 4;

  /** Causes of causes are written as far as this; a longer chain tells nobody more. */
  static final int DEEPEST = 100;

  private static final int MOST_FRAMES = 200;

  private final WireWriter out;
  private final RemoteObjects objects;
  private final IdentityHashMap<Throwable, Integer> written = new IdentityHashMap<>();

  ErrorWriter(WireWriter out, WireContext context) {
    this.out = out;
    this.objects = context.objects();
  }

  void write(Throwable error) {
    write(error, 0);
  }

  private void write(@Nullable Throwable error, int depth) {
    if (error == null || depth > DEEPEST) {
      out.putByte(NONE);
      return;
    }
    Integer before = written.get(error);
    OptionalLong home = objects.importedThrowable(error);
    if (before != null) {
      out.putByte(AGAIN);
      out.putCount(before);
    } else if (home.isPresent()) {
      out.putByte(HOME);
      out.putLong(home.getAsLong());
    } else {
      written.put(error, written.size());
      writeNew(error, depth);
    }
  }

  private void writeNew(Throwable error, int depth) {
    out.putByte(error instanceof ScriptException ? SCRIPT : JAVA);
    out.putLong(objects.exportThrowable(error));
    write(error.getCause(), depth + 1);
    if (error instanceof ScriptException script) {
      script(script);
    } else {
      java(error);
    }
    Throwable[] suppressed = error.getSuppressed();
    out.putCount(suppressed.length);
    for (Throwable each : suppressed) {
      write(each, depth + 1);
    }
  }

  private void script(ScriptException error) {
    out.putByte(error.code().ordinal());
    out.putText(error.backendName());
    out.putText(String.valueOf(error.getMessage()));
    out.putBoolean(error.location().isPresent());
    error.location().ifPresent(this::location);
    out.putCount(error.frames().size());
    error.frames().forEach(this::frame);
    textList(error.notes());
    String traceback = error.traceback();
    out.putOptionalText(traceback.equals(error.report()) ? null : traceback);
    switch (error) {
      case ScriptRuntimeException e -> runtime(e);
      case VariableNotFoundException e -> out.putText(e.variableName());
      case TypeConversionException e -> texts(e.expected(), e.found());
      case LimitExceededException e -> texts(e.limit(), e.amount());
      case PolicyViolationException e -> out.putText(e.refused());
      case FunctionBindingException e -> textList(e.problems());
      case ScriptSyntaxException _,
          FunctionRegistrationException _,
          ScriptCancelledException _,
          BackendException _ -> {}
    }
  }

  private void texts(String first, String second) {
    out.putText(first);
    out.putText(second);
  }

  private void runtime(ScriptRuntimeException error) {
    out.putText(error.typeName());
    OptionalInt exitCode = error.exitCode();
    out.putBoolean(exitCode.isPresent());
    exitCode.ifPresent(out::putInt);
  }

  private void textList(List<String> texts) {
    out.putCount(texts.size());
    texts.forEach(out::putText);
  }

  private void frame(ScriptFrame frame) {
    out.putText(frame.language());
    out.putText(frame.function());
    location(frame.location());
  }

  private void location(SourceLocation location) {
    out.putText(location.sourceName());
    out.putCount(location.line());
    out.putCount(location.column());
    out.putCount(location.endLine());
    out.putCount(location.endColumn());
    out.putOptionalText(location.sourceLine().orElse(null));
    out.putOptionalText(location.endSourceLine().orElse(null));
  }

  private void java(Throwable error) {
    classes(error.getClass());
    out.putOptionalText(safe(error::getMessage));
    out.putText(String.valueOf(safe(error::toString)));
    StackTraceElement[] trace = error.getStackTrace();
    int count = Math.min(trace.length, MOST_FRAMES);
    out.putCount(count);
    for (int i = 0; i < count; i++) {
      out.putText(trace[i].getClassName());
      out.putText(trace[i].getMethodName());
      out.putOptionalText(trace[i].getFileName());
      out.putNumber(trace[i].getLineNumber());
    }
  }

  /** The names of the class and those it extends, up to one that every JVM has. */
  private void classes(Class<?> type) {
    int count = 1;
    for (Class<?> each = type; each != Throwable.class; each = each.getSuperclass()) {
      count++;
    }
    out.putCount(count);
    for (Class<?> each = type; each != Throwable.class; each = each.getSuperclass()) {
      out.putText(each.getName());
    }
    out.putText(Throwable.class.getName());
  }

  /** An exception's own code may fail. */
  private static @Nullable String safe(Supplier<@Nullable String> text) {
    try {
      return text.get();
    } catch (RuntimeException e) {
      return null;
    }
  }
}
