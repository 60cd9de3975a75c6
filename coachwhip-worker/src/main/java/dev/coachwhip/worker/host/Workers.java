package dev.coachwhip.worker.host;

/** Where an engine gets its workers from. */
public interface Workers extends AutoCloseable {

  /**
   * Returns a worker that no engine has used.
   *
   * @param spec what it is made of
   * @throws dev.coachwhip.error.BackendException if none can be started
   */
  Worker take(WorkerSpec spec);

  /** Ends what it has started for the engine and nobody has taken. */
  @Override
  default void close() {}

  /** Takes each from others, which it does not close. */
  static Workers takenFrom(Workers shared) {
    return new Workers() {
      @Override
      public Worker take(WorkerSpec spec) {
        return shared.take(spec);
      }
    };
  }

  /** Starts each when it is needed. */
  static Workers startedWhenNeeded() {
    return Worker::start;
  }
}
