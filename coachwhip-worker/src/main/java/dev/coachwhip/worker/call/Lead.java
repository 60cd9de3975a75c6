package dev.coachwhip.worker.call;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Which thread reads the socket: one at a time, the leader. A thread that waits for an answer leads
 * if nobody else does, and so is woken by the answer itself.
 */
final class Lead {

  private final AtomicReference<@Nullable Thread> leader = new AtomicReference<>();
  private final Queue<Conversation> followers = new ConcurrentLinkedQueue<>();
  private volatile long freeSince = System.nanoTime();

  /** Takes the lead if it is free. */
  boolean tryTake() {
    return leader.get() == null && leader.compareAndSet(null, Thread.currentThread());
  }

  boolean isTaken() {
    return leader.get() != null;
  }

  /** Returns when the last leader left; {@link System#nanoTime}. */
  long freeSince() {
    return freeSince;
  }

  /** Gives the lead up, to one who waits for it if there is one. */
  void leave() {
    freeSince = System.nanoTime();
    leader.set(null);
    Conversation next = followers.poll();
    if (next != null) {
      next.wake();
    }
  }

  /** Notes that a conversation's thread parks and would lead. */
  void follow(Conversation conversation) {
    followers.add(conversation);
  }

  void unfollow(Conversation conversation) {
    followers.remove(conversation);
  }
}
