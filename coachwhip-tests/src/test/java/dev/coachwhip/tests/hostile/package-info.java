/** Scripts, values and host functions that try to break things. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.hostile;
