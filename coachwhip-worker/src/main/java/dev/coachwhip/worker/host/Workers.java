package dev.coachwhip.worker.host;

/** Where an engine gets its workers from. */
public interface Workers {

  /**
   * Returns a worker that no engine has used.
   *
   * @throws dev.coachwhip.error.BackendException if none can be started
   */
  Worker take(WorkerSpec spec);

  /** Starts each when it is needed. */
  static Workers startedWhenNeeded() {
    return Worker::start;
  }
}
