/**
 * Calls between two processes over one socket, both ways: {@link
 * dev.coachwhip.worker.call.Connection} is the same at both ends. Knows nothing of engines and
 * values.
 */
package dev.coachwhip.worker.call;
