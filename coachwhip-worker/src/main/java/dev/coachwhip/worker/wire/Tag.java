package dev.coachwhip.worker.wire;

/** What follows in a message: the first byte of every value. */
final class Tag {

  static final int NULL = 0;
  static final int FALSE = 1;
  static final int TRUE = 2;
  static final int LONG = 3;
  static final int DOUBLE = 4;
  static final int TEXT = 5;
  static final int BYTES = 6;
  static final int BIG_INTEGER = 7;
  static final int COMPLEX = 8;
  static final int FRACTION = 9;
  static final int DECIMAL = 10;
  static final int UUID = 11;
  static final int PATH = 12;
  static final int INT = 13;
  static final int SHORT = 14;
  static final int BYTE = 15;
  static final int FLOAT = 16;
  static final int CHAR = 17;

  static final int DURATION = 20;
  static final int DATE = 21;
  static final int TIME = 22;
  static final int DATE_TIME = 23;
  static final int INSTANT = 24;
  static final int OFFSET_DATE_TIME = 25;
  static final int ZONED_DATE_TIME = 26;
  static final int OFFSET_TIME = 27;
  static final int ZONE_OFFSET = 28;
  static final int ZONE = 29;

  static final int LIST = 40;
  static final int TUPLE = 41;
  static final int NAMED_LIST = 42;
  static final int RANGE = 43;
  static final int FLOATS = 44;
  static final int INTEGERS = 45;
  static final int SET = 46;
  static final int FROZEN_SET = 47;
  static final int MAP = 48;
  static final int OBJECT_ARRAY = 49;

  static final int DOUBLE_ARRAY = 60;
  static final int FLOAT_ARRAY = 61;
  static final int LONG_ARRAY = 62;
  static final int INT_ARRAY = 63;
  static final int SHORT_ARRAY = 64;
  static final int BOOLEAN_ARRAY = 65;
  static final int ARRAY_HERE = 66;
  static final int ARRAY_SHARED = 67;

  static final int VALUE = 80;
  static final int SCRIPT_OBJECT = 81;
  static final int HOST_OBJECT = 82;
  static final int RECORD = 83;
  static final int ENUM = 84;
  static final int MAPPED = 85;

  private Tag() {}
}
