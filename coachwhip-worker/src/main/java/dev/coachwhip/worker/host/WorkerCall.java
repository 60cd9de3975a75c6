package dev.coachwhip.worker.host;

import dev.coachwhip.worker.protocol.ToWorker;
import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Something that a worker is asked for.
 *
 * @param operation what
 * @param what what runs, for messages, such as a script's name
 * @param write writes what the operation needs
 * @param read reads the answer
 * @param <T> what the answer is
 */
record WorkerCall<T>(
    ToWorker operation,
    String what,
    BiConsumer<Worker, WireWriter> write,
    BiFunction<Worker, WireReader, T> read) {

  /** A call that is part of another run, or of none that can be stopped. */
  static final long NO_RUN = 0;

  /** Returns a call that runs nothing of the script's own. */
  static <T> WorkerCall<T> of(
      ToWorker operation,
      BiConsumer<Worker, WireWriter> write,
      BiFunction<Worker, WireReader, T> read) {
    return new WorkerCall<>(operation, operation.name(), write, read);
  }

  /** Returns a call whose answer says no more than that it is done. */
  static WorkerCall<WireReader> of(ToWorker operation, BiConsumer<Worker, WireWriter> write) {
    return of(operation, write, (_, answer) -> answer);
  }

  /** Makes the call, which is not stopped. */
  T make(Worker worker) {
    return read.apply(worker, worker.call(operation, out -> write.accept(worker, out)));
  }

  /**
   * Makes the call as a run that can be stopped.
   *
   * @param run its number; {@link #NO_RUN} for a part of another
   * @param whenInterrupted called if the thread is interrupted meanwhile
   */
  T make(Worker worker, long run, Runnable whenInterrupted) {
    WireReader answer =
        worker
            .connection()
            .call(
                operation,
                out -> {
                  out.putLong(run);
                  write.accept(worker, out);
                },
                whenInterrupted);
    return read.apply(worker, answer);
  }
}
