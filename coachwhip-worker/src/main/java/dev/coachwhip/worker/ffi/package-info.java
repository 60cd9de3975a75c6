/**
 * The C library and the Linux kernel as they are: names as in C, no policy. All restricted methods
 * of {@code java.lang.foreign} of this module are called in this package. Depends on nothing else
 * of ours.
 */
package dev.coachwhip.worker.ffi;
