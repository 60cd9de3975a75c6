/**
 * The host's side of engines in other processes: starting and ending the processes, the engine that
 * users see, its runs.
 */
package dev.coachwhip.worker.host;
