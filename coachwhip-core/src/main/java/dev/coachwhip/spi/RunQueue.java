package dev.coachwhip.spi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the calls to one engine in order of arrival, one at a time. A place is taken either by a
 * thread that waits for it, or for a task that some thread is to run when its turn comes.
 *
 * <p>Not reentrant: an engine knows itself which thread runs its script. Threadsafe, for platform
 * and virtual threads.
 */
public final class RunQueue {

  // A linked queue lock after Mellor-Crummey and Scott: the tail is swapped in one atomic step, and
  // each holder hands over to its successor. One atomic operation to enter and one to leave when
  // nobody waits; java.util.concurrent's fair locks need more, and cannot take a place for another
  // thread.

  private static final VarHandle TAIL;
  private static final VarHandle STATE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      TAIL = lookup.findVarHandle(RunQueue.class, "tail", Turn.class);
      STATE = lookup.findVarHandle(Turn.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * The last in the queue, who may hold the turn; null when the queue is empty. Written through
   * {@link #TAIL}.
   */
  @SuppressWarnings("UnusedVariable")
  private volatile @Nullable Turn tail;

  /**
   * Whose turn it is; null for nobody's. Only {@link #expelWaiting} reads it, which comes when a
   * turn has lasted for long.
   */
  private @Nullable Turn holder;

  /** A place in the queue was taken away before its turn, see {@link #expelWaiting}. */
  public static final class ExpelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ExpelledException() {
      super("expelled from the queue", null, false, false);
    }
  }

  private final AtomicLong waitedNanos = new AtomicLong();
  private final AtomicInteger waiting = new AtomicInteger();

  /** Returns how many wait for their turn now. */
  public int waiting() {
    return waiting.get();
  }

  /** Returns how long all have waited for their turns, those who wait still not included. */
  public long waitedNanos() {
    return waitedNanos.get();
  }

  /** One place in the queue. */
  public final class Turn {

    private static final int WAITING = 0;
    private static final int GRANTED = 1;
    private static final int ABANDONED = 2;
    private static final int EXPELLED = 3;

    private final @Nullable Thread waiter;
    private final @Nullable Consumer<Turn> task;
    private final @Nullable Runnable whenExpelled;
    private volatile @Nullable Turn next;
    private volatile int state;

    /** When the wait began, then how long it was; 0 where the turn was granted at once. */
    private long waitNanos;

    private Turn(Thread waiter) {
      this.waiter = waiter;
      this.task = null;
      this.whenExpelled = null;
    }

    private Turn(Consumer<Turn> task, @Nullable Runnable whenExpelled) {
      this.waiter = null;
      this.task = task;
      this.whenExpelled = whenExpelled;
    }

    /**
     * Gives the place up before its turn.
     *
     * @return whether it was given up; false if the turn had been granted already
     */
    public boolean abandon() {
      boolean abandoned = STATE.compareAndSet(this, WAITING, ABANDONED);
      if (abandoned) {
        waiting.decrementAndGet();
      }
      return abandoned;
    }

    /** Returns how long it took until the turn was granted, in nanoseconds. Once it is granted. */
    public long waitedNanos() {
      return waitNanos;
    }

    /**
     * Ends the turn; the next in the queue is granted its own. Must be called exactly once for a
     * granted turn.
     */
    public void leave() {
      holder = null;
      Turn successor = takeSuccessor();
      while (successor != null && !successor.grant()) {
        successor = successor.takeSuccessor(); // abandoned: the turn passes on
      }
    }

    /** Returns the next in the queue, or null if the queue is empty now. */
    private @Nullable Turn takeSuccessor() {
      Turn successor = next;
      if (successor == null) {
        if (TAIL.compareAndSet(RunQueue.this, this, null)) {
          return null;
        }
        while ((successor = next) == null) {
          Thread.onSpinWait(); // the successor has swapped the tail and is about to link itself
        }
      }
      next = null; // or a turn that somebody keeps would keep all that came after it
      return successor;
    }

    /** Returns whether the turn was still wanted. */
    private boolean grant() {
      holder = this; // before anybody can see the turn granted
      waitNanos = System.nanoTime() - waitNanos; // seen with the state, if that is granted
      if (!STATE.compareAndSet(this, WAITING, GRANTED)) {
        holder = null;
        return false;
      }
      waiting.decrementAndGet();
      waitedNanos.addAndGet(waitNanos);
      if (task != null) {
        task.accept(this);
      } else {
        LockSupport.unpark(waiter);
      }
      return true;
    }

    private void expel() {
      if ((waiter != null || whenExpelled != null)
          && STATE.compareAndSet(this, WAITING, EXPELLED)) {
        waiting.decrementAndGet();
        if (whenExpelled != null) {
          whenExpelled.run();
        } else {
          LockSupport.unpark(waiter);
        }
      }
    }
  }

  /**
   * Takes a place for the calling thread and waits for its turn.
   *
   * @return the granted turn; the caller must {@linkplain Turn#leave leave}
   * @throws InterruptedException if interrupted while waiting; the place is given up
   * @throws ExpelledException if expelled while waiting
   */
  public Turn enter() throws InterruptedException {
    Turn turn = new Turn(Thread.currentThread());
    if (!append(turn)) {
      await(turn);
    }
    return turn;
  }

  /**
   * Takes a place for a task.
   *
   * @param whenGranted run by this thread, before this method returns, or by whichever thread left
   *     before; must not block or throw: it hands work over. Whoever does the work must {@linkplain
   *     Turn#leave leave} the turn it is given.
   * @return the place, to abandon it; it cannot be expelled
   */
  public Turn enqueue(Consumer<Turn> whenGranted) {
    return enqueue(new Turn(whenGranted, null), whenGranted);
  }

  /**
   * Takes a place for a task that can be expelled.
   *
   * @param whenGranted as for {@link #enqueue(Consumer)}
   * @param whenExpelled run instead, by the thread that expels; must not block or throw
   * @return the place, to abandon it
   */
  public Turn enqueue(Consumer<Turn> whenGranted, Runnable whenExpelled) {
    return enqueue(new Turn(whenGranted, whenExpelled), whenGranted);
  }

  private Turn enqueue(Turn turn, Consumer<Turn> whenGranted) {
    if (append(turn)) {
      whenGranted.accept(turn);
    }
    return turn;
  }

  /**
   * Takes their places away from those who wait now; whoever has the turn keeps it. One who arrives
   * at this moment may be overlooked.
   */
  public void expelWaiting() {
    for (Turn turn = holder; turn != null; turn = turn.next) {
      turn.expel();
    }
  }

  /** Returns whether the turn was granted at once. */
  private boolean append(Turn turn) {
    Turn predecessor = (Turn) TAIL.getAndSet(this, turn);
    if (predecessor == null) {
      turn.state = Turn.GRANTED;
      holder = turn;
      return true;
    }
    waiting.incrementAndGet();
    turn.waitNanos = System.nanoTime();
    predecessor.next = turn;
    return false;
  }

  private static void await(Turn turn) throws InterruptedException {
    while (turn.state == Turn.WAITING) {
      LockSupport.park(turn);
      if (Thread.interrupted()) {
        if (turn.abandon()) {
          throw new InterruptedException();
        }
        // Granted in the same moment: the turn is ours, and the interrupt is for the script to see.
        Thread.currentThread().interrupt();
      }
    }
    if (turn.state == Turn.EXPELLED) {
      throw new ExpelledException();
    }
  }
}
