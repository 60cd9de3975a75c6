/**
 * Python exceptions as script errors made of Java data. Depends on {@code convert}, {@code interp}
 * and {@code ffi}.
 */
package dev.coachwhip.python.error;
