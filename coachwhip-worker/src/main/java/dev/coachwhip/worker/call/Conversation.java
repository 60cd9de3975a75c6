package dev.coachwhip.worker.call;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Requests that were made while another was served, in both directions: they are all done by the
 * one thread that each end has in it.
 */
final class Conversation {

  private final long number;
  private final Queue<Message> arrived = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Thread waiter;

  /** How many requests of the other end the thread is serving. */
  private int serving;

  private final Thread thread = Thread.currentThread();

  /** Begins one for the calling thread. */
  Conversation(long number) {
    this.number = number;
  }

  /** Returns its number, from which the end that began it is told. */
  long number() {
    return number;
  }

  /** Tells whether a virtual thread waits, which must not read the socket itself. */
  boolean isVirtual() {
    return thread.isVirtual();
  }

  /** Hands over a message and wakes the thread. */
  void deliver(Message message) {
    arrived.add(message);
    wake();
  }

  void wake() {
    LockSupport.unpark(waiter);
  }

  /** Returns the next message, null if none has arrived. */
  @Nullable Message poll() {
    return arrived.poll();
  }

  boolean isEmpty() {
    return arrived.isEmpty();
  }

  /** Shows that the thread is about to park; what is delivered from now on wakes it. */
  void beginWaiting() {
    waiter = thread;
  }

  void endWaiting() {
    waiter = null;
  }

  void beginServing() {
    serving++;
  }

  void endServing() {
    serving--;
  }

  /** Tells whether the thread serves a request of the other end. */
  boolean isServing() {
    return serving > 0;
  }
}
