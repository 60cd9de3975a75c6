package dev.coachwhip.rhai.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run-time error of a script, with Rhai's kind, text and position. Belongs to the thread of its
 * run; its position is filled in on the way out.
 *
 * <p>Errors that pass a call or a module are wrapped: the outer one has the position of the call,
 * the inner one that of its cause.
 */
@SuppressWarnings("serial") // never serialised: it lives inside one run
public final class RhaiError extends RuntimeException {

  private final ErrorKind kind;

  /** The one thing that the error is about: a name, a type, a text. */
  private final String subject;

  /** A second text: the actual type, a source, the kind of a syntax error. */
  private final String detail;

  private final Object value;
  private final long length;
  private final long index;
  private final @Nullable RhaiError inner;
  private String file = "";
  private @Nullable ScriptLine madeIn;
  private int line;
  private int column;

  /** Whether the inner error gets the position that this one gets. */
  private boolean sharesPosition;

  RhaiError(ErrorKind kind, String subject, String detail, Object value) {
    this(kind, subject, detail, value, 0, 0, null, null);
  }

  RhaiError(
      ErrorKind kind,
      String subject,
      String detail,
      Object value,
      long length,
      long index,
      @Nullable RhaiError inner,
      @Nullable Throwable cause) {
    super(null, cause == null ? inner : cause, false, false);
    this.kind = kind;
    this.subject = subject;
    this.detail = detail;
    this.value = value;
    this.length = length;
    this.index = index;
    this.inner = inner;
  }

  private static RhaiError of(ErrorKind kind, String subject) {
    return new RhaiError(kind, subject, "", Unit.UNIT);
  }

  private static RhaiError bounds(ErrorKind kind, long length, long index) {
    return new RhaiError(kind, "", "", Unit.UNIT, length, index, null, null);
  }

  /** {@code throw value}; also an error with a text, which is then a {@link RhaiString}. */
  public static RhaiError thrown(Object value) {
    return new RhaiError(ErrorKind.RUNTIME, "", "", value);
  }

  /** An error of the kind {@code ErrorRuntime} with a text. */
  public static RhaiError runtime(String text) {
    return thrown(RhaiString.of(text));
  }

  /** An arithmetic error. */
  public static RhaiError arithmetic(String text) {
    return of(ErrorKind.ARITHMETIC, text);
  }

  /** {@code "Function not found: name (types)"}. */
  public static RhaiError functionNotFound(String signature) {
    return of(ErrorKind.FUNCTION_NOT_FOUND, signature);
  }

  /** A function is missing for these arguments. */
  public static RhaiError functionNotFound(String name, Object... arguments) {
    return functionNotFound(Values.signature(name, arguments));
  }

  public static RhaiError variableNotFound(String name) {
    return of(ErrorKind.VARIABLE_NOT_FOUND, name);
  }

  public static RhaiError variableExists(String name) {
    return of(ErrorKind.VARIABLE_EXISTS, name);
  }

  public static RhaiError forbiddenVariable(String name) {
    return of(ErrorKind.FORBIDDEN_VARIABLE, name);
  }

  public static RhaiError propertyNotFound(String name) {
    return of(ErrorKind.PROPERTY_NOT_FOUND, name);
  }

  public static RhaiError indexNotFound(Object index) {
    return new RhaiError(ErrorKind.INDEX_NOT_FOUND, "", "", index);
  }

  public static RhaiError moduleNotFound(String name) {
    return of(ErrorKind.MODULE_NOT_FOUND, name);
  }

  public static RhaiError unboundThis() {
    return of(ErrorKind.UNBOUND_THIS, "");
  }

  /** A value has another type than needed; the names are those of {@link Values#typeName}. */
  public static RhaiError mismatch(String requested, String actual) {
    return new RhaiError(ErrorKind.MISMATCH_DATA_TYPE, requested, actual, Unit.UNIT);
  }

  /** A value has another type than needed. */
  public static RhaiError mismatchOf(String requested, Object actual) {
    return mismatch(requested, Values.rustTypeName(actual));
  }

  /** A result has another type than needed. */
  public static RhaiError mismatchOutput(String requested, String actual) {
    return new RhaiError(ErrorKind.MISMATCH_OUTPUT_TYPE, requested, actual, Unit.UNIT);
  }

  /** {@code "Indexer unavailable: type [index type]"}. */
  public static RhaiError indexingType(String types) {
    return of(ErrorKind.INDEXING_TYPE, types);
  }

  public static RhaiError arrayBounds(long length, long index) {
    return bounds(ErrorKind.ARRAY_BOUNDS, length, index);
  }

  public static RhaiError stringBounds(long length, long index) {
    return bounds(ErrorKind.STRING_BOUNDS, length, index);
  }

  public static RhaiError bitFieldBounds(long index) {
    return bounds(ErrorKind.BIT_FIELD_BOUNDS, Long.SIZE, index);
  }

  /** {@code for} over what is not iterable. */
  public static RhaiError notIterable() {
    return of(ErrorKind.FOR, "");
  }

  /**
   * A shared variable is in use; {@code name} may be empty, or such as {@code argument #1 of ...}.
   */
  public static RhaiError dataRace(String name) {
    return of(ErrorKind.DATA_RACE, name);
  }

  public static RhaiError nonPureOnConstant(String function) {
    return of(ErrorKind.NON_PURE_METHOD_CALL_ON_CONSTANT, function);
  }

  public static RhaiError assignmentToConstant(String name) {
    return of(ErrorKind.ASSIGNMENT_TO_CONSTANT, name);
  }

  /** A dot expression that cannot be; {@code text} is the whole message. */
  public static RhaiError dotExpression(String text) {
    return of(ErrorKind.DOT_EXPRESSION, text);
  }

  public static RhaiError tooManyOperations() {
    return of(ErrorKind.TOO_MANY_OPERATIONS, "");
  }

  public static RhaiError tooManyVariables() {
    return of(ErrorKind.TOO_MANY_VARIABLES, "");
  }

  public static RhaiError tooManyModules() {
    return of(ErrorKind.TOO_MANY_MODULES, "");
  }

  public static RhaiError stackOverflow() {
    return of(ErrorKind.STACK_OVERFLOW, "");
  }

  /** The same where a function of the host overflowed the stack. */
  public static RhaiError stackOverflow(StackOverflowError cause) {
    return new RhaiError(ErrorKind.STACK_OVERFLOW, "", "", Unit.UNIT, 0, 0, null, cause);
  }

  /** {@code what} is such as {@code Length of string}. */
  public static RhaiError dataTooLarge(String what) {
    return of(ErrorKind.DATA_TOO_LARGE, what);
  }

  /** The host ended the script. */
  public static RhaiError terminated(Object token) {
    return new RhaiError(ErrorKind.TERMINATED, "", "", token);
  }

  /** {@code exit(value)}. */
  public static RhaiError exit(Object value) {
    return new RhaiError(ErrorKind.EXIT, "", "", value);
  }

  /**
   * A syntax error found while running.
   *
   * @param parseKind Rhai's name of its kind
   * @param text its message without position
   */
  public static RhaiError parsing(String parseKind, String text, int line, int column) {
    return of(ErrorKind.PARSING, parseKind, text).withPosition(line, column);
  }

  private static RhaiError of(ErrorKind kind, String detail, String subject) {
    return new RhaiError(kind, subject, detail, Unit.UNIT);
  }

  /** An error of the host; the text may be empty. */
  public static RhaiError system(String text, @Nullable Throwable cause) {
    return new RhaiError(ErrorKind.SYSTEM, text, "", Unit.UNIT, 0, 0, null, cause);
  }

  /**
   * An error of a host function: {@code ErrorRuntime} with a text, and the exception as its cause.
   */
  public static RhaiError host(String text, Throwable cause) {
    Object value = RhaiString.of(text);
    return new RhaiError(ErrorKind.RUNTIME, "", "", value, 0, 0, null, cause);
  }

  public static RhaiError customSyntax(String text, List<String> tokens) {
    RhaiArray array = new RhaiArray();
    tokens.forEach(token -> array.add(RhaiString.of(token)));
    return new RhaiError(ErrorKind.CUSTOM_SYNTAX, text, "", array);
  }

  /**
   * Returns what leaves a script function that was called at the position: the error wrapped in
   * {@code ErrorInFunctionCall}, or, for what calls do not wrap (limits, exit, ...), this error
   * with its position replaced by the call's.
   */
  public RhaiError inCall(String function, int line, int column) {
    return inCall(function, "", line, column);
  }

  /** The same for a function of another source. */
  public RhaiError inCall(String function, String source, int line, int column) {
    if (kind.passesCalls()) {
      this.line = line;
      this.column = column;
      return this;
    }
    return wrapped(function, source, line, column);
  }

  /**
   * Tells where the function is defined, or the module, that it has just left. Scripts do not see
   * it. Returns itself.
   */
  public RhaiError from(String sourceName) {
    file = sourceName;
    return this;
  }

  /**
   * Keeps the line that the script is in now, for an error that Rhai gives no position. Scripts do
   * not see it. Returns itself.
   */
  RhaiError here() {
    madeIn = ScriptLine.current().orElse(null);
    return this;
  }

  /** Returns the line of the script that made it, where that was kept. */
  public Optional<ScriptLine> madeIn() {
    return Optional.ofNullable(madeIn);
  }

  /** Returns it wrapped in {@code ErrorInFunctionCall}, whatever its kind. */
  public RhaiError wrapped(String function, String source, int line, int column) {
    return new RhaiError(ErrorKind.IN_FUNCTION_CALL, function, source, Unit.UNIT, 0, 0, this, null)
        .withPosition(line, column);
  }

  /**
   * Returns what leaves a native function that called back a function by its name: the error
   * wrapped in {@code ErrorInFunctionCall}. Both get the position of the call of the native
   * function.
   */
  public RhaiError inNative(String function) {
    RhaiError wrapper = wrapped(function, "", 0, 0);
    wrapper.sharesPosition = true;
    return wrapper;
  }

  /** Returns it wrapped in {@code ErrorInModule}. */
  public RhaiError inModule(String module, int line, int column) {
    return new RhaiError(ErrorKind.IN_MODULE, module, "", Unit.UNIT, 0, 0, this, null)
        .withPosition(line, column);
  }

  /** Gives it a position if it has none. Returns itself. */
  public RhaiError withPosition(int line, int column) {
    if (this.line == 0) {
      atPosition(line, column);
      if (sharesPosition && inner != null) {
        inner.withPosition(line, column);
      }
    }
    return this;
  }

  /** Gives it another position; 0, 0 for none. Returns itself. */
  public RhaiError atPosition(int line, int column) {
    if (kind != ErrorKind.SYSTEM) {
      this.line = line;
      this.column = column;
    }
    return this;
  }

  public ErrorKind kind() {
    return kind;
  }

  /** Returns the line from 1; 0 for no position. */
  public int line() {
    return line;
  }

  /** Returns the column in characters from 1; 0 for none, or for the start of a line. */
  public int column() {
    return column;
  }

  public boolean hasPosition() {
    return line > 0;
  }

  /** Tells whether {@code catch} gets it. */
  public boolean isCatchable() {
    return kind.isCatchable();
  }

  /** Returns what it is about: a name, a type, a signature, or the text of the message. */
  public String subject() {
    return subject;
  }

  /** Returns a second text: the actual type, the source of a call, the kind of a syntax error. */
  public String detail() {
    return detail;
  }

  /** Returns the value thrown, of exit, or of a termination; unit where there is none. */
  public Object value() {
    return value;
  }

  long length() {
    return length;
  }

  long index() {
    return index;
  }

  /** Returns the error that a call or module wraps, else null. */
  public @Nullable RhaiError inner() {
    return inner;
  }

  /** Returns the error at the bottom, which is no wrapper. */
  public RhaiError innermost() {
    RhaiError error = this;
    while (error.inner != null) {
      error = error.inner;
    }
    return error;
  }

  /** Returns the calls and imports that it went through, the innermost first. */
  public List<CallFrame> frames() {
    List<CallFrame> frames = new ArrayList<>();
    for (RhaiError error = this; error != null; error = error.inner) {
      switch (error.kind) {
        case IN_FUNCTION_CALL -> frames.addFirst(error.frame(error.subject));
        case IN_MODULE -> frames.addFirst(error.frame(CallFrame.MODULE));
        default -> {}
      }
    }
    return frames;
  }

  private CallFrame frame(String function) {
    return new CallFrame(function, file.isEmpty() ? detail : file, line, column);
  }

  /** Returns Rhai's text of the innermost error, without positions and calls. */
  public String text() {
    return ErrorText.plain(innermost());
  }

  /** Returns Rhai's text, with positions and the calls it went through. */
  public String message() {
    return ErrorText.of(this);
  }

  @Override
  public String getMessage() {
    return message();
  }

  /**
   * Returns what the variable of a catch block holds: the value thrown, or a map about the error.
   * As in Rhai the error then has no position any more, unless a value was thrown.
   */
  public Object caughtValue() {
    return ErrorText.caughtValue(this);
  }

  /**
   * Returns what leaves a catch block in which something was thrown: this error again, at the
   * position of the other one, if that has no value but unit; else the other one.
   */
  public RhaiError rethrown(RhaiError thrown) {
    if (thrown.kind == ErrorKind.RUNTIME && thrown.value == Unit.UNIT) {
      return atPosition(thrown.line, thrown.column);
    }
    return thrown;
  }
}
