/**
 * Memory that Python and Java share: NumPy's arrays and other buffers seen by Java, Java's memory
 * seen by Python. Depends on {@code interp} and {@code ffi}.
 */
package dev.coachwhip.python.array;
