package dev.coachwhip.worker.wire;

import java.util.HashMap;
import java.util.Map;

/** Names of the languages' types: a byte for the common ones, text for the others. */
final class TypeNames {

  private static final String[] KNOWN = {
    "int",
    "float",
    "str",
    "bool",
    "NoneType",
    "list",
    "dict",
    "tuple",
    "set",
    "bytes",
    "ndarray",
    "function",
    "type",
    "module",
    "object",
    "complex",
    "range",
    "frozenset",
    "bytearray",
    "memoryview",
    "datetime",
    "date",
    "time",
    "timedelta",
    "Decimal",
    "Fraction",
    "UUID",
    "PosixPath",
    "builtin_function_or_method",
    "method",
    "coroutine",
    "generator",
    "i64",
    "f64",
    "string",
    "char",
    "array",
    "map",
    "blob",
    "Fn",
    "()",
    "nil",
    "boolean",
    "number",
    "integer",
    "table",
    "none",
    "text"
  };

  private static final Map<String, Integer> NUMBERS = numbers();

  private TypeNames() {}

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < KNOWN.length; i++) {
      numbers.put(KNOWN[i], i + 1);
    }
    return numbers;
  }

  static void write(String name, WireWriter out) {
    Integer number = NUMBERS.get(name);
    if (number != null) {
      out.putByte(number);
    } else {
      out.putByte(0);
      out.putText(name);
    }
  }

  static String read(WireReader in) {
    int number = in.getByte();
    if (number > KNOWN.length) {
      throw new WireFormatException("no type name: " + number);
    }
    return number == 0 ? in.getText() : KNOWN[number - 1];
  }
}
