package dev.coachwhip;

/** Something that not every backend can do. */
public enum Capability {
  /** Host functions and {@link ScriptCallable}s take keyword arguments. */
  KEYWORD_ARGUMENTS,
  /** A running script can be stopped. */
  CANCEL,
  /** A running script can be held and resumed. */
  PAUSE,
  /** {@link ScriptLimits#wallTime()}. */
  LIMIT_WALL_TIME,
  /** {@link ScriptLimits#maxOperations()}. */
  LIMIT_OPERATIONS,
  /** {@link ScriptLimits#maxMemoryBytes()}. */
  LIMIT_MEMORY,
  /** {@link ScriptLimits#maxCallDepth()}. */
  LIMIT_CALL_DEPTH,
  /** {@link ScriptLimits#maxOutputBytes()}. */
  LIMIT_OUTPUT,
  /** A {@link Policy} other than {@link Policy#open()}. */
  POLICY,
  /** {@link Isolation#PROCESS}. */
  ISOLATION_PROCESS,
  /** {@link TypeMapping}s. */
  TYPE_MAPPING,
  /** {@link ScriptArray}s. */
  ARRAYS,
  /** {@link ScriptEngine#debug}. */
  DEBUG
}
