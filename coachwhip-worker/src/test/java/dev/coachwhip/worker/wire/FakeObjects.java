package dev.coachwhip.worker.wire;

import dev.coachwhip.Arguments;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptCallable;
import dev.coachwhip.spi.ScriptObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Both sides' numbers, as tables that never forget. */
final class FakeObjects implements RemoteObjects {

  private final List<Object> exported = new ArrayList<>();
  private final Map<Long, Throwable> imported = new HashMap<>();
  private final IdentityHashMap<Throwable, Long> numbers = new IdentityHashMap<>();

  /** A script's object of the other side. */
  record Remote(long number) implements ScriptObject {
    @Override
    public Optional<ScriptCallable> callable() {
      return Optional.empty();
    }

    @Override
    public boolean isCode() {
      return false;
    }

    @Override
    public String print() {
      return "<remote " + number + ">";
    }
  }

  /** A function of the host's. */
  record RemoteFunction(long number) implements HostFunction {
    @Override
    public Object call(Arguments arguments) {
      return number;
    }
  }

  private long export(Object object) {
    exported.add(object);
    return exported.size() - 1L;
  }

  /** Returns what was exported under a number. */
  Object exported(long number) {
    if (number < 0 || number >= exported.size()) {
      throw new WireFormatException("no object " + number);
    }
    return exported.get((int) number);
  }

  @Override
  public void writeObject(WireWriter out, ScriptObject object) {
    out.putBoolean(object instanceof Remote);
    out.putLong(object instanceof Remote remote ? remote.number() : export(object));
  }

  @Override
  public ScriptObject readObject(WireReader in) {
    boolean isHome = in.getBoolean();
    long number = in.getLong();
    if (!isHome) {
      return new Remote(number);
    }
    if (exported(number) instanceof ScriptObject object) {
      return object;
    }
    throw new WireFormatException("no script's object " + number);
  }

  @Override
  public void writeHostObject(WireWriter out, HostObjectKind kind, Object object) {
    out.putLong(export(object));
  }

  @Override
  public Object readHostObject(WireReader in, HostObjectKind kind) {
    long number = in.getLong();
    Iterator<Object> two = List.<Object>of(number, number + 1).iterator();
    return switch (kind) {
      case FUNCTION -> new RemoteFunction(number);
      case ITERATOR, STREAM -> two;
      case ITERABLE -> (Iterable<Object>) () -> two;
      case STAGE -> new CompletableFuture<Object>();
      case PUBLISHER -> (Flow.Publisher<Object>) _ -> {};
    };
  }

  @Override
  public long exportThrowable(Throwable thrown) {
    int known = exported.indexOf(thrown);
    return known < 0 ? export(thrown) : known;
  }

  @Override
  public Throwable exportedThrowable(long number) {
    if (exported(number) instanceof Throwable thrown) {
      return thrown;
    }
    throw new WireFormatException("no throwable " + number);
  }

  @Override
  public Throwable importThrowable(long number, Throwable standIn) {
    Throwable known = imported.putIfAbsent(number, standIn);
    Throwable result = known == null ? standIn : known;
    numbers.put(result, number);
    return result;
  }

  @Override
  public OptionalLong importedThrowable(Throwable thrown) {
    Long number = numbers.get(thrown);
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }
}
