package dev.coachwhip.worker.protocol;

import dev.coachwhip.worker.call.Connection;
import dev.coachwhip.worker.call.Operation;
import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Tells the other process, some at a time, which of its objects nobody can reach here any more.
 *
 * <p>Keeps the connection reachable, not the objects.
 */
public final class Releases {

  private static final Cleaner CLEANER = Cleaner.create();
  private static final int AT_ONCE = 64;
  private static final Executor LATER =
      CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

  private final Connection connection;
  private final Operation operation;
  private List<Long> forgotten = new ArrayList<>();

  /**
   * Makes it.
   *
   * @param operation the note that tells: count, number*
   */
  public Releases(Connection connection, Operation operation) {
    this.connection = connection;
    this.operation = operation;
  }

  /** Has a number released once an object is unreachable. */
  public void whenForgotten(Object object, long number) {
    var _ = CLEANER.register(object, new Release(this, number));
  }

  private record Release(Releases releases, long number) implements Runnable {
    @Override
    public void run() {
      releases.release(number);
    }
  }

  /** Releases a number that is not needed any more; the other process is told soon. */
  public void release(long number) {
    boolean isFirst;
    List<Long> full = null;
    synchronized (this) {
      isFirst = forgotten.isEmpty();
      forgotten.add(number);
      if (forgotten.size() >= AT_ONCE) {
        full = takeAll();
      }
    }
    if (full != null) {
      tell(full);
    } else if (isFirst) {
      LATER.execute(this::tellAll);
    }
  }

  private synchronized List<Long> takeAll() {
    List<Long> all = forgotten;
    forgotten = new ArrayList<>();
    return all;
  }

  private void tellAll() {
    List<Long> all = takeAll();
    if (!all.isEmpty()) {
      tell(all);
    }
  }

  private void tell(List<Long> numbers) {
    connection.noteAside(
        operation,
        out -> {
          out.putInt(numbers.size());
          numbers.forEach(out::putLong);
        });
  }
}
