/** Runs the tests that need Python on every CPython the machine has. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.interpreters;
