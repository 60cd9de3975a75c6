package dev.coachwhip.rhai.runtime;

/**
 * The kinds of run-time errors, as in Rhai's {@code EvalAltResult}; and leaving a script by exit.
 */
public enum ErrorKind {
  SYSTEM("ErrorSystem", false),
  PARSING("ErrorParsing", false),
  VARIABLE_EXISTS("ErrorVariableExists", true),
  FORBIDDEN_VARIABLE("ErrorForbiddenVariable", true),
  VARIABLE_NOT_FOUND("ErrorVariableNotFound", true),
  PROPERTY_NOT_FOUND("ErrorPropertyNotFound", true),
  INDEX_NOT_FOUND("ErrorIndexNotFound", true),
  FUNCTION_NOT_FOUND("ErrorFunctionNotFound", true),
  MODULE_NOT_FOUND("ErrorModuleNotFound", true),
  IN_FUNCTION_CALL("ErrorInFunctionCall", true),
  IN_MODULE("ErrorInModule", true),
  UNBOUND_THIS("ErrorUnboundThis", true),
  MISMATCH_DATA_TYPE("ErrorMismatchDataType", true),
  MISMATCH_OUTPUT_TYPE("ErrorMismatchOutputType", true),
  INDEXING_TYPE("ErrorIndexingType", true),
  ARRAY_BOUNDS("ErrorArrayBounds", true),
  STRING_BOUNDS("ErrorStringBounds", true),
  BIT_FIELD_BOUNDS("ErrorBitFieldBounds", true),
  FOR("ErrorFor", true),
  DATA_RACE("ErrorDataRace", true),
  NON_PURE_METHOD_CALL_ON_CONSTANT("ErrorNonPureMethodCallOnConstant", true),
  ASSIGNMENT_TO_CONSTANT("ErrorAssignmentToConstant", true),
  DOT_EXPRESSION("ErrorDotExpr", true),
  ARITHMETIC("ErrorArithmetic", true),
  TOO_MANY_OPERATIONS("ErrorTooManyOperations", false),
  TOO_MANY_VARIABLES("ErrorTooManyVariables", false),
  TOO_MANY_MODULES("ErrorTooManyModules", false),
  STACK_OVERFLOW("ErrorStackOverflow", false),
  DATA_TOO_LARGE("ErrorDataTooLarge", false),
  TERMINATED("ErrorTerminated", false),
  CUSTOM_SYNTAX("ErrorCustomSyntax", false),
  RUNTIME("ErrorRuntime", true),
  /** Not an error: {@code exit(value)}, which passes through every call and handler. */
  EXIT("Exit", false);

  private final String rhaiName;
  private final boolean catchable;

  ErrorKind(String rhaiName, boolean catchable) {
    this.rhaiName = rhaiName;
    this.catchable = catchable;
  }

  /** Returns Rhai's name, such as {@code ErrorArithmetic}. */
  public String rhaiName() {
    return rhaiName;
  }

  /** Tells whether {@code catch} gets it. */
  public boolean isCatchable() {
    return catchable;
  }

  /**
   * Tells whether script functions let it pass unwrapped and give it the position of their call:
   * what cannot be caught, and exit.
   */
  public boolean passesCalls() {
    return !catchable;
  }
}
