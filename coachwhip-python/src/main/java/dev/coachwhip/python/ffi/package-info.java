/**
 * CPython's C API as it is: one class per header, names as in C, no policy. Each function says what
 * it does with references and what it returns on error; whoever calls it must be attached unless it
 * says otherwise. All restricted methods of {@code java.lang.foreign} are called in this package.
 * Depends on nothing else of ours.
 */
package dev.coachwhip.python.ffi;
