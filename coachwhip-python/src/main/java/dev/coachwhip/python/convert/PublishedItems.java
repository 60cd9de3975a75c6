package dev.coachwhip.python.convert;

import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.interp.Raised;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that asks for the next item when it is wanted, and so holds one at most. Any
 * thread; what is said to be detached may run the user's code, the rest never does.
 */
final class PublishedItems implements Flow.Subscriber<Object> {

  private final EngineLink engine;
  private Flow.@Nullable Subscription subscription;

  /** Whether an item was asked for and has not come; the publisher may not know of it yet. */
  private boolean isAsked;

  private @Nullable Object item;
  private @Nullable Throwable failure;

  /** Whether nothing more is accepted; what came before is still to be taken. */
  private boolean isClosed;

  private @Nullable PyRef waiter;

  PublishedItems(EngineLink engine) {
    this.engine = engine;
  }

  /**
   * Takes what has come.
   *
   * @param wake called, without arguments, when something comes, if this returns empty; not kept
   *     {@linkplain #isAtEnd at the end}
   * @throws Throwable what the publisher failed with, once
   */
  synchronized Optional<Object> take(PyRef wake) throws Throwable {
    Optional<Object> taken = Optional.ofNullable(item);
    item = null;
    if (taken.isEmpty() && failure != null) {
      Throwable thrown = failure;
      failure = null;
      throw thrown;
    }
    waiter = taken.isEmpty() && !isClosed ? wake : null;
    return taken;
  }

  /** Tells whether nothing is left and nothing will come. */
  synchronized boolean isAtEnd() {
    return isClosed && item == null && failure == null;
  }

  /** Asks for an item unless one is there or asked for already. Detached. */
  void ask() {
    Flow.Subscription known;
    synchronized (this) {
      boolean wanted = !isAsked && !isClosed && item == null;
      known = wanted ? subscription : null;
      isAsked |= wanted;
    }
    if (known != null) {
      known.request(1);
    }
  }

  /** Ends the subscription. Detached. */
  void cancel() {
    Flow.Subscription known;
    synchronized (this) {
      known = isClosed ? null : subscription;
      isClosed = true;
      item = null;
      failure = null;
    }
    if (known != null) {
      known.cancel();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    Objects.requireNonNull(given, "subscription");
    boolean refused;
    boolean ask;
    synchronized (this) {
      refused = isClosed || subscription != null;
      if (!refused) {
        subscription = given;
      }
      ask = !refused && isAsked;
    }
    if (refused) {
      given.cancel();
    } else if (ask) {
      given.request(1);
    }
  }

  @Override
  public void onNext(Object next) {
    Objects.requireNonNull(next, "item");
    Flow.Subscription broken = null;
    synchronized (this) {
      if (isClosed) {
        return; // was on its way when the subscription ended
      }
      if (isAsked) {
        isAsked = false;
        item = next;
      } else {
        broken = subscription;
        failure = new IllegalStateException("the publisher sent an item that it was not asked for");
        isClosed = true;
      }
    }
    if (broken != null) {
      broken.cancel();
    }
    wake();
  }

  @Override
  public void onError(Throwable thrown) {
    Objects.requireNonNull(thrown, "thrown");
    synchronized (this) {
      if (isClosed) {
        return;
      }
      failure = thrown;
      isClosed = true;
    }
    wake();
  }

  @Override
  public void onComplete() {
    synchronized (this) {
      isClosed = true;
    }
    wake();
  }

  private void wake() {
    PyRef waiting;
    synchronized (this) {
      waiting = waiter;
      waiter = null;
    }
    if (waiting != null) {
      engine.attached(attachment -> call(waiting, attachment));
    }
  }

  private static boolean call(PyRef wake, Attachment attachment) {
    try {
      PyRefs.Py_DecRef(Calls.call(wake.borrow(), attachment));
    } catch (Raised e) {
      PyRefs.Py_DecRef(e.exception()); // a stop of the run that this thread is in; it comes again
    }
    return true;
  }
}
