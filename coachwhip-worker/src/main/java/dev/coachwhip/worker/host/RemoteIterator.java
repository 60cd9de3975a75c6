package dev.coachwhip.worker.host;

import dev.coachwhip.ScriptIterator;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.worker.protocol.ToWorker;
import dev.coachwhip.worker.wire.WireReader;
import java.util.NoSuchElementException;
import java.util.Optional;

/** An iterator of a worker's script. */
final class RemoteIterator implements ScriptIterator {

  private final WorkerEngine engine;
  private final Worker worker;
  private final long number;
  private Optional<ScriptValue> ahead = Optional.empty();
  private boolean ended;

  RemoteIterator(WorkerEngine engine, Worker worker, long number) {
    this.engine = engine;
    this.worker = worker;
    this.number = number;
    worker.objects().releaseWith(this, number);
  }

  @Override
  public boolean hasNext() {
    if (ahead.isEmpty() && !ended) {
      WireReader answer =
          engine.inRun(worker, "an iterator", ToWorker.NEXT, out -> out.putLong(number));
      ended = !answer.getBoolean();
      ahead = ended ? Optional.empty() : Optional.of(worker.objects().codec().readValue(answer));
    }
    return ahead.isPresent();
  }

  @Override
  public ScriptValue next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the script's iterator has no more elements");
    }
    ScriptValue element = ahead.orElseThrow();
    ahead = Optional.empty();
    return element;
  }

  @Override
  public void close() {
    boolean open = !ended;
    ended = true;
    ahead = Optional.empty();
    if (open && engine.isOpen() && worker.isAlive()) {
      WireReader _ =
          engine.inRun(worker, "an iterator", ToWorker.CLOSE_ITERATOR, out -> out.putLong(number));
    }
  }
}
