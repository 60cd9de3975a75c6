/**
 * Values between Java and Python, and Python's way of printing them. Depends on {@code interp} and
 * {@code ffi}.
 */
package dev.coachwhip.python.convert;
