package dev.coachwhip.worker.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Threads that read while nobody waits for an answer, and serve the requests that begin a
 * conversation.
 */
final class Keepers {

  // Handing a message to another thread costs more than all the rest of a call. So a keeper serves
  // what it has read itself and then goes on reading; nobody is woken to read meanwhile. Instead
  // one
  // keeper is on duty: it looks now and then whether somebody leads, and takes the lead when nobody
  // has for a while. It sleeps when it has seen a leader often enough, until it is needed.

  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final int LOOKS = 50;
  private static final long SPARE_SECONDS = 30;

  private final Connection connection;
  private final Lead lead;
  private final Function<Runnable, Thread> threads;
  private final Deque<Keeper> spare = new ArrayDeque<>();
  private volatile @Nullable Keeper onDuty;

  Keepers(Connection connection, Lead lead, Function<Runnable, Thread> threads) {
    this.connection = connection;
    this.lead = lead;
    this.threads = threads;
  }

  /** Starts the first. */
  void start() {
    appoint();
  }

  /** Serves a request that another than a keeper has read. */
  void serve(Message begun) {
    Keeper keeper;
    synchronized (this) {
      keeper = spare.poll();
    }
    if (keeper == null) {
      new Keeper(begun).start();
    } else {
      keeper.assign(begun);
    }
  }

  /** Makes sure that somebody looks after the lead, which the caller has just left. */
  void lookAfter() {
    Keeper keeper = onDuty;
    if (keeper != null) {
      keeper.wakeIfAsleep();
    }
  }

  /** Ends all that idle. */
  void end() {
    Deque<Keeper> all;
    synchronized (this) {
      all = new ArrayDeque<>(spare);
    }
    all.forEach(Keeper::wake);
    Keeper keeper = onDuty;
    if (keeper != null) {
      keeper.wake();
    }
  }

  private synchronized void appoint() {
    Keeper next = spare.poll();
    if (next == null) {
      next = new Keeper(null);
      onDuty = next;
      next.start();
    } else {
      onDuty = next;
      next.wake();
    }
  }

  private final class Keeper implements Runnable {

    private volatile @Nullable Message assigned;
    private volatile boolean asleep;
    private boolean retired;
    private final Thread thread = threads.apply(this);

    Keeper(@Nullable Message assigned) {
      this.assigned = assigned;
    }

    void start() {
      thread.start();
    }

    void assign(Message begun) {
      assigned = begun;
      wake();
    }

    void wake() {
      LockSupport.unpark(thread);
    }

    void wakeIfAsleep() {
      if (asleep) {
        wake();
      }
    }

    @Override
    public void run() {
      Message begun = assigned;
      while (!connection.hasEnded() && !retired) {
        if (begun != null) {
          serve(begun);
          begun = lead.tryTake() ? connection.lead() : null;
        } else if (isOnDuty()) {
          begun = awaitLead() ? connection.lead() : null;
        } else {
          begun = awaitAsSpare();
        }
      }
    }

    private boolean isOnDuty() {
      return onDuty == this;
    }

    private void serve(Message begun) {
      assigned = null;
      if (isOnDuty()) {
        appoint();
      } else {
        lookAfter();
      }
      connection.serveBegun(begun);
    }

    /** Returns whether it has the lead now. */
    private boolean awaitLead() {
      int inVain = 0;
      while (!connection.hasEnded()) {
        if (lead.isTaken()) {
          if (inVain++ < LOOKS) {
            LockSupport.parkNanos(PATIENCE_NANOS);
          } else {
            sleep();
            inVain = 0;
          }
        } else if (System.nanoTime() - lead.freeSince() >= PATIENCE_NANOS) {
          return lead.tryTake();
        } else {
          LockSupport.parkNanos(PATIENCE_NANOS);
        }
        boolean _ = Thread.interrupted(); // nobody's business here, and parking would not wait
      }
      return false;
    }

    private void sleep() {
      asleep = true;
      if (lead.isTaken()
          && !connection.hasEnded()) { // it may have been left before it saw us asleep
        LockSupport.park(this);
      }
      asleep = false;
    }

    /** Returns what it was assigned; null when it is on duty now, or retires. */
    private @Nullable Message awaitAsSpare() {
      synchronized (Keepers.this) {
        spare.push(this);
      }
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SPARE_SECONDS);
      while (assigned == null && !isOnDuty() && !connection.hasEnded()) {
        long left = end - System.nanoTime();
        if (left <= 0 && retires()) {
          retired = true;
          return null;
        }
        LockSupport.parkNanos(this, Math.max(left, PATIENCE_NANOS));
        boolean _ = Thread.interrupted();
      }
      return assigned;
    }

    private boolean retires() {
      synchronized (Keepers.this) {
        return spare.remove(this);
      }
    }
  }
}
