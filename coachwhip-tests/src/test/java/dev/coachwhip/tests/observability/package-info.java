/** Metrics, events of Flight Recorder, the log. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.observability;
