package dev.coachwhip.python.ffi;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.util.Arrays;

/**
 * The few signatures that all functions are linked with. Each costs several milliseconds when it is
 * first used, another function of the same one a tenth of one, so pointers, sizes and C ints all
 * travel as longs: on the platforms we run on a C int is passed in the lower half of the register a
 * long takes, and its upper half is ignored; returned ints are narrowed by the caller.
 */
@SuppressWarnings("ImmutableEnumChecker") // descriptors are immutable, but not marked so
enum Shape {
  LONGS_0(0),
  LONGS_1(1),
  LONGS_2(2),
  LONGS_3(3),
  LONGS_4(4),
  LONGS_6(6),
  LONGS_8(8),
  DOUBLE_TO_LONG(FunctionDescriptor.of(JAVA_LONG, JAVA_DOUBLE)),
  DOUBLES_TO_LONG(FunctionDescriptor.of(JAVA_LONG, JAVA_DOUBLE, JAVA_DOUBLE)),
  LONG_TO_DOUBLE(FunctionDescriptor.of(JAVA_DOUBLE, JAVA_LONG));

  private final FunctionDescriptor descriptor;

  Shape(int longs) {
    MemoryLayout[] arguments = new MemoryLayout[longs];
    Arrays.fill(arguments, JAVA_LONG);
    descriptor = FunctionDescriptor.of(JAVA_LONG, arguments);
  }

  Shape(FunctionDescriptor descriptor) {
    this.descriptor = descriptor;
  }

  FunctionDescriptor descriptor() {
    return descriptor;
  }
}
