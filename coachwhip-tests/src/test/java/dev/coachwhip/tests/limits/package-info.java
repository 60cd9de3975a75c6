/** Limits of runs: operations, call depth, output and memory. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.limits;
