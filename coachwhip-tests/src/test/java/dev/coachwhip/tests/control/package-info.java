/** Stopping scripts: cancel, interrupt, close, and the limit of time. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.control;
