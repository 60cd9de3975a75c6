package dev.coachwhip.python.error;

import dev.coachwhip.python.ffi.CPython;

/** How much of the source Python prints with a frame. */
enum TracebackStyle {
  /** CPython 3.10: the line. */
  PLAIN,
  /** 3.11 and 3.12: the range's first line with carets. */
  ONE_LINE,
  /** From 3.13: all lines of the range, long ones abbreviated. */
  ALL_LINES;

  /** That of the running interpreter. */
  static final TracebackStyle OF_INTERPRETER = ofInterpreter();

  /** Told by what came with it. */
  private static TracebackStyle ofInterpreter() {
    if (CPython.symbol("PyCode_Addr2Location").isEmpty()) {
      return PLAIN;
    }
    return CPython.symbol("PyObject_GetOptionalAttr").isPresent() ? ALL_LINES : ONE_LINE;
  }
}
