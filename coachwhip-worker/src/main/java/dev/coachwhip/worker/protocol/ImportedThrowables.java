package dev.coachwhip.worker.protocol;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What stands here for throwables of the other process, by the number there, for as long as it is
 * reachable. Threadsafe.
 */
public final class ImportedThrowables {

  private final Map<Long, WeakReference<Throwable>> standIns = new HashMap<>();

  /** Makes an empty table. */
  public ImportedThrowables() {}

  /** Returns the stand-in, or one that was added under the number before. */
  public synchronized Throwable add(long number, Throwable standIn) {
    standIns.values().removeIf(reference -> reference.refersTo(null));
    WeakReference<Throwable> before = standIns.get(number);
    Throwable known = before == null ? null : before.get();
    if (known != null) {
      return known;
    }
    standIns.put(number, new WeakReference<>(standIn));
    return standIn;
  }

  /** Returns the other process's number of a stand-in; empty for everything else. */
  public synchronized OptionalLong number(Throwable thrown) {
    for (Map.Entry<Long, WeakReference<Throwable>> entry : standIns.entrySet()) {
      if (entry.getValue().refersTo(thrown)) {
        return OptionalLong.of(entry.getKey());
      }
    }
    return OptionalLong.empty();
  }
}
