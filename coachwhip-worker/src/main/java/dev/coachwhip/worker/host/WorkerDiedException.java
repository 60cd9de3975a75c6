package dev.coachwhip.worker.host;

import java.io.IOException;

/** A worker's connection has ended while a call waited for it. Never leaves this package. */
final class WorkerDiedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Worker worker;

  WorkerDiedException(Worker worker, IOException cause) {
    super(cause.getMessage(), cause);
    this.worker = worker;
  }

  Worker worker() {
    return worker;
  }
}
