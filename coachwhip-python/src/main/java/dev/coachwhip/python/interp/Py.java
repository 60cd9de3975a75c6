package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.CPython;
import dev.coachwhip.python.ffi.NativeMemory;

/**
 * Objects that live as long as the interpreter: singletons, built-in classes, exceptions.
 * Addresses, borrowed for ever. First used after the interpreter has started.
 */
public final class Py {

  /** {@code None}. */
  public static final long NONE = CPython.required("_Py_NoneStruct");

  /** {@code True}. */
  public static final long TRUE = CPython.required("_Py_TrueStruct");

  /** {@code False}. */
  public static final long FALSE = CPython.required("_Py_FalseStruct");

  /** {@code int}. */
  public static final long INT = CPython.required("PyLong_Type");

  /** {@code float}. */
  public static final long FLOAT = CPython.required("PyFloat_Type");

  /** {@code str}. */
  public static final long STR = CPython.required("PyUnicode_Type");

  /** {@code bytes}. */
  public static final long BYTES = CPython.required("PyBytes_Type");

  /** {@code bytearray}. */
  public static final long BYTEARRAY = CPython.required("PyByteArray_Type");

  /** {@code memoryview}. */
  public static final long MEMORYVIEW = CPython.required("PyMemoryView_Type");

  /** {@code list}. */
  public static final long LIST = CPython.required("PyList_Type");

  /** {@code tuple}. */
  public static final long TUPLE = CPython.required("PyTuple_Type");

  /** {@code dict}. */
  public static final long DICT = CPython.required("PyDict_Type");

  /** {@code set}. */
  public static final long SET = CPython.required("PySet_Type");

  /** {@code frozenset}. */
  public static final long FROZENSET = CPython.required("PyFrozenSet_Type");

  /** {@code type}. */
  public static final long TYPE = CPython.required("PyType_Type");

  /** The class of modules. */
  public static final long MODULE = CPython.required("PyModule_Type");

  /** The class of functions written in Python. */
  public static final long FUNCTION = CPython.required("PyFunction_Type");

  /** The class of functions written in C. */
  public static final long BUILTIN_FUNCTION = CPython.required("PyCFunction_Type");

  /** {@code SyntaxError}. */
  public static final long SYNTAX_ERROR = exception("PyExc_SyntaxError");

  /** {@code Exception}. */
  public static final long EXCEPTION = exception("PyExc_Exception");

  /** {@code SystemExit}. */
  public static final long SYSTEM_EXIT = exception("PyExc_SystemExit");

  /** {@code TypeError}. */
  public static final long TYPE_ERROR = exception("PyExc_TypeError");

  /** {@code RuntimeError}. */
  public static final long RUNTIME_ERROR = exception("PyExc_RuntimeError");

  /** {@code RecursionError}. */
  public static final long RECURSION_ERROR = exception("PyExc_RecursionError");

  /** {@code AttributeError}. */
  public static final long ATTRIBUTE_ERROR = exception("PyExc_AttributeError");

  /** {@code IndexError}. */
  public static final long INDEX_ERROR = exception("PyExc_IndexError");

  /** {@code KeyError}. */
  public static final long KEY_ERROR = exception("PyExc_KeyError");

  /** {@code ValueError}. */
  public static final long VALUE_ERROR = exception("PyExc_ValueError");

  /** {@code StopIteration}. */
  public static final long STOP_ITERATION = exception("PyExc_StopIteration");

  /** {@code NotImplemented}. */
  public static final long NOT_IMPLEMENTED = CPython.required("_Py_NotImplementedStruct");

  private Py() {}

  private static long exception(String name) {
    return NativeMemory.getLong(CPython.required(name)); // the symbol is a pointer to the class
  }
}
