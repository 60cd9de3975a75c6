/**
 * The worker's side: {@link dev.coachwhip.worker.server.WorkerMain} is the main class of the child
 * process, {@link dev.coachwhip.worker.server.EngineServer} does with the real engine what the host
 * asks for.
 */
package dev.coachwhip.worker.server;
