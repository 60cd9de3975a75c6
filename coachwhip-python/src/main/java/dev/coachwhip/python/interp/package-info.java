/**
 * The one CPython of this process: starting it, attaching threads to it, references to its objects,
 * and what runs when the JVM exits. Depends on {@code ffi} and {@code locate} only.
 */
package dev.coachwhip.python.interp;
