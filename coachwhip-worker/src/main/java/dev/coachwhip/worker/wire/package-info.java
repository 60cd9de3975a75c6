/**
 * How values, errors and arrays travel between a host program and its worker: {@link
 * dev.coachwhip.worker.wire.ValueCodec} writes and reads them in messages, {@link
 * dev.coachwhip.worker.wire.SharedMemory} holds what is too long for a message. Knows nothing of
 * connections and processes; what an object that stays on its side is called on the other one is
 * asked of {@link dev.coachwhip.worker.wire.RemoteObjects}.
 *
 * <p>Both sides are of the same build, on the same machine: the form has no version and numbers are
 * in the machine's byte order.
 */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.worker.wire;
