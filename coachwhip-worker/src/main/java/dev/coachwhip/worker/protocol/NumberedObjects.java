package dev.coachwhip.worker.protocol;

import dev.coachwhip.worker.wire.WireReader;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Objects of this process that the other one knows by a number, kept until it has forgotten them.
 */
public final class NumberedObjects {

  private final Map<Long, Object> objects = new ConcurrentHashMap<>();
  private final AtomicLong last = new AtomicLong();

  /** Makes an empty table. */
  public NumberedObjects() {}

  /** Adds an object; each time under another number. */
  public long add(Object object) {
    long number = last.incrementAndGet();
    objects.put(number, object);
    return number;
  }

  /**
   * Returns an object.
   *
   * @throws IllegalStateException if there is none of that number and type
   */
  public <T> T get(long number, Class<T> type) {
    Object found = objects.get(number);
    if (!type.isInstance(found)) {
      throw new IllegalStateException(
          "there is no %s number %d any more".formatted(type.getSimpleName(), number));
    }
    return type.cast(found);
  }

  /** Returns an object; empty if there is none of that number and type any more. */
  public <T> Optional<T> find(long number, Class<T> type) {
    return Optional.ofNullable(objects.get(number)).filter(type::isInstance).map(type::cast);
  }

  /** Removes an object that the other process does not need any more. */
  public void remove(long number) {
    Object _ = objects.remove(number);
  }

  /** Removes what the other process has forgotten: count, number*. */
  public void release(WireReader numbers) {
    int count = numbers.getInt();
    for (int i = 0; i < count; i++) {
      Object _ = objects.remove(numbers.getLong());
    }
  }

  /** Returns how many there are. */
  public int size() {
    return objects.size();
  }

  /** Removes all. */
  public void clear() {
    objects.clear();
  }
}
