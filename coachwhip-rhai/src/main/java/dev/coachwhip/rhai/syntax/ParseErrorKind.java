package dev.coachwhip.rhai.syntax;

/** What is wrong with a script, as in Rhai's {@code ParseErrorType}. */
public enum ParseErrorKind {
  UNEXPECTED_END("UnexpectedEOF"),
  /** A bad token; {@link SyntaxError#lexKind()} says more. */
  BAD_INPUT("BadInput"),
  UNKNOWN_OPERATOR("UnknownOperator"),
  MISSING_TOKEN("MissingToken"),
  MISSING_SYMBOL("MissingSymbol"),
  MALFORMED_INDEX("MalformedIndexExpr"),
  MALFORMED_CAPTURE("MalformedCapture"),
  DUPLICATED_PROPERTY("DuplicatedProperty"),
  DUPLICATED_VARIABLE("DuplicatedVariable"),
  WRONG_SWITCH_INTEGER_CASE("WrongSwitchIntegerCase"),
  WRONG_SWITCH_DEFAULT_CASE("WrongSwitchDefaultCase"),
  WRONG_SWITCH_CASE_CONDITION("WrongSwitchCaseCondition"),
  PROPERTY_EXPECTED("PropertyExpected"),
  VARIABLE_EXPECTED("VariableExpected"),
  RESERVED("Reserved"),
  MISMATCHED_TYPE("MismatchedType"),
  EXPRESSION_EXPECTED("ExprExpected"),
  WRONG_FUNCTION_DEFINITION("WrongFnDefinition"),
  FUNCTION_DUPLICATED_DEFINITION("FnDuplicatedDefinition"),
  FUNCTION_MISSING_NAME("FnMissingName"),
  FUNCTION_MISSING_PARAMETERS("FnMissingParams"),
  FUNCTION_DUPLICATED_PARAMETER("FnDuplicatedParam"),
  FUNCTION_MISSING_BODY("FnMissingBody"),
  WRONG_EXPORT("WrongExport"),
  ASSIGNMENT_TO_CONSTANT("AssignmentToConstant"),
  ASSIGNMENT_TO_INVALID_TARGET("AssignmentToInvalidLHS"),
  VARIABLE_EXISTS("VariableExists"),
  VARIABLE_UNDEFINED("VariableUndefined"),
  MODULE_UNDEFINED("ModuleUndefined"),
  EXPRESSION_TOO_DEEP("ExprTooDeep"),
  TOO_MANY_FUNCTIONS("TooManyFunctions"),
  LITERAL_TOO_LARGE("LiteralTooLarge"),
  LOOP_BREAK("LoopBreak");

  private final String rhaiName;

  ParseErrorKind(String rhaiName) {
    this.rhaiName = rhaiName;
  }

  /** Returns Rhai's name for it. */
  public String rhaiName() {
    return rhaiName;
  }
}
