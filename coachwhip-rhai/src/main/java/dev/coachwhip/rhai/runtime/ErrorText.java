package dev.coachwhip.rhai.runtime;

import java.util.Objects;

/** The texts of errors, and the maps that catch blocks get. */
final class ErrorText {

  private static final String CLOSURE_PREFIX = "anon$";
  private static final String GETTER = "get$";
  private static final String SETTER = "set$";

  private ErrorText() {}

  static String of(RhaiError error) {
    StringBuilder text = new StringBuilder();
    try {
      append(text, error, "");
    } catch (StackOverflowError e) { // it went through very many calls
      text.append("\n...");
    }
    return text.toString();
  }

  private static void append(StringBuilder text, RhaiError error, String source) {
    switch (error.kind()) {
      case IN_FUNCTION_CALL -> appendCall(text, error);
      case IN_MODULE -> appendModule(text, error);
      default -> text.append(plain(error));
    }
    if (!source.isEmpty()) {
      text.append(" @ '").append(source).append('\'');
    }
    if (error.hasPosition()) {
      text.append(" (");
      appendPosition(text, error.line(), error.column());
      text.append(')');
    }
  }

  static void appendPosition(StringBuilder text, int line, int column) {
    text.append("line ").append(line).append(", position ").append(column);
  }

  private static void appendCall(StringBuilder text, RhaiError error) {
    append(text, inner(error), error.detail());
    if (error.subject().startsWith(CLOSURE_PREFIX)) {
      text.append("\nin closure call");
    } else {
      text.append("\nin call to function '").append(error.subject()).append('\'');
    }
    if (!error.detail().isEmpty()) {
      text.append(" (from '").append(error.detail()).append("')");
    }
  }

  private static RhaiError inner(RhaiError wrapper) {
    return Objects.requireNonNull(wrapper.inner());
  }

  private static void appendModule(StringBuilder text, RhaiError error) {
    append(text, inner(error), "");
    text.append("\nin module");
    if (!error.subject().isEmpty()) {
      text.append(" '").append(error.subject()).append('\'');
    }
  }

  static String plain(RhaiError error) {
    try {
      return describe(error);
    } catch (StackOverflowError e) {
      return error.kind().rhaiName() + " of a value that is nested too deeply to be shown";
    }
  }

  private static String describe(RhaiError error) {
    String subject = error.subject();
    return switch (error.kind()) {
      case SYSTEM -> system(error);
      case PARSING -> "Syntax error: " + subject;
      case VARIABLE_EXISTS -> "Variable already defined: " + subject;
      case FORBIDDEN_VARIABLE -> "Forbidden variable name: " + subject;
      case VARIABLE_NOT_FOUND -> "Variable not found: " + subject;
      case PROPERTY_NOT_FOUND -> "Property not found: " + subject;
      case INDEX_NOT_FOUND -> "Invalid index: " + Display.rustText(error.value());
      case FUNCTION_NOT_FOUND -> "Function not found: " + subject;
      case MODULE_NOT_FOUND -> "Module not found: " + subject;
      case UNBOUND_THIS -> "'this' not bound";
      case MISMATCH_DATA_TYPE -> mismatch("Data", error);
      case MISMATCH_OUTPUT_TYPE -> mismatch("Output", error);
      case INDEXING_TYPE -> "Indexer unavailable: " + subject;
      case ARRAY_BOUNDS -> bounds("Array", "array", "element", error);
      case STRING_BOUNDS -> bounds("String", "string", "character", error);
      case BIT_FIELD_BOUNDS ->
          "Bit-field index %d out of bounds: only %d bits in bit-field"
              .formatted(error.index(), error.length());
      case FOR -> "For loop expects iterable type";
      case DATA_RACE ->
          subject.isEmpty()
              ? "Data race detected"
              : "Data race detected on variable '" + subject + "'";
      case NON_PURE_METHOD_CALL_ON_CONSTANT -> nonPure(subject);
      case ASSIGNMENT_TO_CONSTANT -> "Cannot modify constant " + subject;
      case DOT_EXPRESSION -> subject.isEmpty() ? "Malformed dot expression" : subject;
      case ARITHMETIC -> subject.isEmpty() ? "Arithmetic error" : subject;
      case TOO_MANY_OPERATIONS -> "Too many operations";
      case TOO_MANY_VARIABLES -> "Too many variables defined";
      case TOO_MANY_MODULES -> "Too many modules imported";
      case STACK_OVERFLOW -> "Stack overflow";
      case DATA_TOO_LARGE -> subject + " too large";
      case TERMINATED -> "Script terminated";
      case CUSTOM_SYNTAX -> subject + ": " + joined(error.value());
      case RUNTIME -> runtime(error.value());
      case EXIT -> "NOT AN ERROR - exit value";
      case IN_FUNCTION_CALL, IN_MODULE -> throw new AssertionError(error.kind());
    };
  }

  private static String system(RhaiError error) {
    Throwable cause = error.getCause();
    String inner = cause == null ? "" : String.valueOf(cause.getMessage());
    if (error.subject().isEmpty() || cause == null) {
      return error.subject() + inner;
    }
    return error.subject() + ": " + inner;
  }

  private static String mismatch(String what, RhaiError error) {
    if (error.detail().isEmpty()) {
      return what + " type incorrect, expecting " + error.subject();
    }
    String text = what + " type incorrect: " + error.detail();
    return error.subject().isEmpty() ? text : text + " (expecting " + error.subject() + ")";
  }

  private static String bounds(String what, String container, String item, RhaiError error) {
    String start = what + " index " + error.index() + " out of bounds: ";
    long length = error.length();
    if (length == 0) {
      return start + container + " is empty";
    }
    String items = length == 1 ? item : item + "s";
    return start + "only " + length + " " + items + " in " + container;
  }

  private static String nonPure(String function) {
    if (function.startsWith(GETTER)) {
      String property = function.substring(GETTER.length());
      return "Non-pure property " + property + " cannot be accessed on constant";
    }
    if (function.startsWith(SETTER)) {
      String property = function.substring(SETTER.length());
      return "Cannot modify property '" + property + "' of constant";
    }
    return switch (function) {
      case FunctionTable.INDEX_GETTER -> "Non-pure indexer cannot be accessed on constant";
      case FunctionTable.INDEX_SETTER -> "Cannot assign to indexer of constant";
      default -> "Non-pure method '" + function + "' cannot be called on constant";
    };
  }

  private static String runtime(Object value) {
    boolean empty = value == Unit.UNIT || (value instanceof RhaiString text && text.isEmpty());
    return empty ? "Runtime error" : "Runtime error: " + Display.rustText(value);
  }

  private static String joined(Object tokens) {
    StringBuilder text = new StringBuilder();
    if (tokens instanceof RhaiArray array) {
      for (int i = 0; i < array.size(); i++) {
        text.append(i > 0 ? " " : "").append(Display.toText(array.get(i)));
      }
    }
    return text.toString();
  }

  static Object caughtValue(RhaiError error) {
    RhaiError innermost = error.innermost();
    if (innermost.kind() == ErrorKind.RUNTIME) {
      return Values.copy(innermost.value());
    }
    int line = error.line();
    int column = error.column();
    error.atPosition(0, 0);
    RhaiMap map = new RhaiMap();
    put(map, "message", error.message());
    if (line > 0) {
      map.put("line", (long) line);
      map.put("position", (long) column);
    }
    addFields(map, error);
    return map;
  }

  private static void addFields(RhaiMap map, RhaiError error) {
    put(map, "error", error.kind().rhaiName());
    switch (error.kind()) {
      case FUNCTION_NOT_FOUND, NON_PURE_METHOD_CALL_ON_CONSTANT ->
          put(map, "function", error.subject());
      case IN_FUNCTION_CALL -> {
        put(map, "function", error.subject());
        put(map, "source", error.detail());
      }
      case MISMATCH_DATA_TYPE, MISMATCH_OUTPUT_TYPE -> {
        put(map, "requested", error.subject());
        put(map, "actual", error.detail());
      }
      case ARRAY_BOUNDS, STRING_BOUNDS, BIT_FIELD_BOUNDS -> {
        map.put("length", error.length());
        map.put("index", error.index());
      }
      case VARIABLE_EXISTS,
          FORBIDDEN_VARIABLE,
          VARIABLE_NOT_FOUND,
          PROPERTY_NOT_FOUND,
          DATA_RACE,
          ASSIGNMENT_TO_CONSTANT ->
          put(map, "variable", error.subject());
      case INDEX_NOT_FOUND -> map.put("index", Values.copy(error.value()));
      case IN_MODULE, MODULE_NOT_FOUND -> put(map, "module", error.subject());
      case DOT_EXPRESSION -> put(map, "property", error.subject());
      case INDEXING_TYPE, DATA_TOO_LARGE -> put(map, "type", error.subject());
      case TERMINATED -> map.put("token", Values.copy(error.value()));
      case CUSTOM_SYNTAX -> map.put("tokens", Values.copy(error.value()));
      default -> {}
    }
  }

  private static void put(RhaiMap map, String key, String text) {
    map.put(key, RhaiString.of(text));
  }
}
