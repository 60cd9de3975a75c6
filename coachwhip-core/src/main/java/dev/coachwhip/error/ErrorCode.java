package dev.coachwhip.error;

/** What kind of failure a {@link ScriptException} is; stable, for programs and JSON. */
public enum ErrorCode {
  /** {@link ScriptSyntaxException}. */
  SYNTAX,
  /** {@link ScriptRuntimeException}. */
  RUNTIME,
  /** {@link VariableNotFoundException}. */
  VARIABLE_NOT_FOUND,
  /** {@link TypeConversionException}. */
  TYPE_CONVERSION,
  /** {@link FunctionRegistrationException}. */
  FUNCTION_REGISTRATION,
  /** {@link FunctionBindingException}. */
  FUNCTION_BINDING,
  /** {@link LimitExceededException}. */
  LIMIT_EXCEEDED,
  /** {@link ScriptCancelledException}. */
  CANCELLED,
  /** {@link PolicyViolationException}. */
  POLICY_VIOLATION,
  /** {@link BackendException}. */
  BACKEND
}
