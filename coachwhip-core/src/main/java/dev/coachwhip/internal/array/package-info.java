/**
 * How {@link dev.coachwhip.spi.StridedArray} reads and writes: one {@code Elements} for each kind
 * of element in memory, one {@code JavaArrayType} for each kind of Java array, and the state that
 * keeps memory while it is used.
 */
package dev.coachwhip.internal.array;
