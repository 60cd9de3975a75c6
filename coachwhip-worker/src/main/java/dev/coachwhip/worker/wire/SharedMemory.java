package dev.coachwhip.worker.wire;

import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Memory that a host and one worker both have mapped, for arrays: one object on each side of their
 * connection. Any thread.
 *
 * <p>{@link #ofHost} makes a folder, whose path the worker is told and which it must be able to
 * read and write; {@link #ofWorker} uses it. Each side then {@linkplain #connect gets a link},
 * gives what arrives from the other side's link to {@link #take} and, in the host, {@link #grant},
 * and {@link #close closes} when the connection has ended, however that came. Arrays of the host's
 * program stay readable after that.
 */
public final class SharedMemory implements AutoCloseable {

  // Files are made by the host only; a worker asks for what it needs. Every number that is sent is
  // a
  // use of its segment that the manager counts; RETAIN adds one, and goes before the message with
  // the number, so that the manager never counts none while one is on its way.

  /** Arrays of fewer bytes travel in the message: that is as fast, and leaves nothing to free. */
  static final int HERE_BYTES = 1 << 15;

  private static final int MOST_SEGMENTS = 4096;
  private static final long COLLECT_FROM_BYTES = 512L << 20;

  private static final int MAP = 0;
  private static final int MAPPED = 1;
  private static final int RETAIN = 2;
  private static final int RELEASE = 3;
  private static final int FORGET = 4;

  private final boolean isHost;
  private final @Nullable SharedFolder folder;
  private final Map<Integer, Segment> segments = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<Long, Segment> byAddress = new ConcurrentSkipListMap<>();
  private final Map<Integer, String> names = new ConcurrentHashMap<>();

  /** Numbers of what this process could not map: it has reached a limit of its memory. */
  private final Set<Integer> notMapped = ConcurrentHashMap.newKeySet();

  /** Guarded by itself. */
  private final Map<SharedBlock, Segment> blocks = new WeakHashMap<>();

  private final FreeSegments free = new FreeSegments();
  private final AtomicInteger lastNumber = new AtomicInteger();
  private final long mostBytes;
  private final AtomicLong grantedBytes = new AtomicLong();
  private volatile long collectFromBytes = COLLECT_FROM_BYTES;
  private volatile @Nullable MemoryLink link;
  private volatile boolean isClosed;

  private SharedMemory(boolean isHost, @Nullable SharedFolder folder, long mostBytes) {
    this.isHost = isHost;
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  /**
   * Makes the host's side and its folder.
   *
   * @param mostBytes how much the worker may have for the arrays that it sends
   * @throws UncheckedIOException if the folder cannot be made
   */
  public static SharedMemory ofHost(long mostBytes) {
    return new SharedMemory(true, HostFolder.get().forWorker(), mostBytes);
  }

  /**
   * Makes the worker's side.
   *
   * @param folder the path that the host's {@link #folder} returned
   */
  public static SharedMemory ofWorker(Path folder) {
    return new SharedMemory(false, new SharedFolder(folder), 0);
  }

  /** Makes a side that shares nothing: all arrays travel in messages. */
  public static SharedMemory none(boolean isHost) {
    return new SharedMemory(isHost, null, 0);
  }

  /** Says how to talk to the other side; before the first array. */
  public void connect(MemoryLink other) {
    link = other;
  }

  /** Returns the folder with the files; empty if nothing is shared. */
  public Optional<Path> folder() {
    return Optional.ofNullable(folder).map(SharedFolder::path);
  }

  /** Returns how much is mapped here. */
  long mappedBytes() {
    return segments.values().stream().mapToLong(each -> each.memory().byteSize()).sum();
  }

  boolean isHost() {
    return isHost;
  }

  private MemoryLink link() {
    return Objects.requireNonNull(link, "link");
  }

  private SharedFolder files() {
    return Objects.requireNonNull(folder, "folder");
  }

  /**
   * Lends memory to the other side, to be filled before its number is sent.
   *
   * @return null if there is none: nothing is shared, or no room is left
   */
  @Nullable Segment lend(long bytes) {
    if (folder == null || isClosed) {
      return null;
    }
    long size = FreeSegments.sizeFor(bytes);
    Segment segment = free.take(size);
    if (segment == null) {
      segment = isHost ? create(size) : ask(size);
    }
    if (segment != null) {
      segment.lend();
    }
    return segment;
  }

  private @Nullable Segment create(long size) {
    try {
      Segment segment = create(size, true);
      tellOf(segment);
      return segment;
    } catch (UncheckedIOException e) {
      return null; // no room: the array travels in the message
    }
  }

  private Segment create(long size, boolean isManaged) {
    String name = SharedFolder.randomName();
    Arena arena = Arena.ofShared();
    MemorySegment memory = files().create(name, size, arena);
    Segment segment = Segment.of(lastNumber.incrementAndGet(), memory, arena, isManaged);
    names.put(segment.number(), name);
    add(segment);
    return segment;
  }

  private void add(Segment segment) {
    segments.put(segment.number(), segment);
    byAddress.put(segment.memory().address(), segment);
  }

  private void tellOf(Segment segment) {
    link()
        .send(out -> {
          out.putByte(MAP);
          describe(segment, out);
        });
  }

  private void describe(Segment segment, WireWriter out) {
    out.putInt(segment.number());
    out.putText(Objects.requireNonNull(names.get(segment.number())));
    out.putLong(segment.memory().byteSize());
  }

  /** In a worker: has the host make a segment for it to manage. */
  private @Nullable Segment ask(long size) {
    WireReader answer = link().ask(out -> out.putLong(size));
    if (!answer.getBoolean()) {
      return null;
    }
    int number = answer.getInt();
    Segment segment = map(number, answer, true);
    if (segment == null) {
      note(FORGET, number);
    }
    return segment;
  }

  /**
   * In the host: answers what the worker's {@link MemoryLink#ask} asks.
   *
   * @throws WireFormatException if the question is none
   */
  public void grant(WireReader question, WireWriter answer) {
    long size = question.getLong();
    if (size != FreeSegments.sizeFor(size)) {
      throw new WireFormatException("memory of " + size + " bytes is asked for");
    }
    Segment segment = grant(size);
    answer.putBoolean(segment != null);
    if (segment != null) {
      describe(segment, answer);
    }
  }

  /** Null if there is no room: the worker then sends the array in a message. */
  private @Nullable Segment grant(long size) {
    if (isClosed || folder == null || size > mostBytes) {
      return null;
    }
    long granted = grantedBytes.addAndGet(size);
    collect(granted);
    try {
      if (granted <= mostBytes && segments.size() < MOST_SEGMENTS) {
        return create(size, false);
      }
    } catch (UncheckedIOException e) {
      // No room in the system.
    }
    grantedBytes.addAndGet(-size);
    return null;
  }

  /** Arrays that the program has forgotten to close keep the worker from using memory again. */
  private void collect(long granted) {
    if (granted > collectFromBytes) {
      System.gc();
      collectFromBytes = Math.max(COLLECT_FROM_BYTES, 2 * granted);
    }
  }

  /** Null if the process may map no more. */
  private @Nullable Segment map(int number, WireReader in, boolean isManaged) {
    String name = in.getText();
    long bytes = in.getLong();
    Arena arena = Arena.ofShared();
    try {
      Segment segment = Segment.of(number, files().open(name, bytes, arena), arena, isManaged);
      add(segment);
      note(MAPPED, number);
      return segment;
    } catch (UncheckedIOException e) {
      arena.close();
      return null;
    }
  }

  /**
   * Returns the segment that a piece of memory lies in, lent once more; null if in none.
   *
   * @param memory that somebody on this side uses
   * @param owner of the memory
   */
  @Nullable Segment lend(MemorySegment memory, Object owner) {
    if (folder == null || isClosed) {
      return null;
    }
    Segment segment = isHost && owner instanceof SharedBlock block ? ofBlock(block) : at(memory);
    if (segment == null) {
      return null;
    }
    if (segment.isManaged()) {
      segment.lend();
    } else {
      note(RETAIN, segment.number());
    }
    return segment;
  }

  private @Nullable Segment at(MemorySegment memory) {
    Map.Entry<Long, Segment> before = byAddress.floorEntry(memory.address());
    if (before == null) {
      return null;
    }
    Segment segment = before.getValue();
    long end = segment.memory().address() + segment.memory().byteSize();
    return memory.address() + memory.byteSize() <= end ? segment : null;
  }

  private Segment ofBlock(SharedBlock block) {
    synchronized (blocks) {
      Segment known = blocks.get(block);
      if (known != null) {
        return known;
      }
      String name = SharedFolder.randomName();
      files().link(name, block.file());
      Segment segment = Segment.of(lastNumber.incrementAndGet(), block);
      names.put(segment.number(), name);
      segments.put(segment.number(), segment); // not by address: that may come to be another's
      tellOf(segment);
      blocks.put(block, segment);
      int number = segment.number();
      block.whenFreed(() -> blockFreed(number));
      return segment;
    }
  }

  private void blockFreed(int number) {
    Segment segment = segments.get(number);
    if (segment != null) {
      note(FORGET, number);
      forget(segment);
    }
  }

  /** Takes back a use that {@code lend} began: its number will not be sent. */
  void takeBack(Segment segment) {
    if (segment.isManaged()) {
      returned(segment);
    } else {
      note(RELEASE, segment.number());
    }
  }

  /**
   * Begins this side's use of a segment whose number has arrived.
   *
   * @throws WireFormatException if there is no such segment, or this side has not lent it
   * @throws IllegalStateException if this process has no room for it
   */
  Segment arrived(int number) {
    if (notMapped.contains(number)) {
      note(RELEASE, number);
      throw new IllegalStateException("the worker has no room for an array in shared memory");
    }
    Segment segment = known(number);
    if (segment.isManaged()) {
      segment.comeHome();
    } else {
      segment.use();
    }
    return segment;
  }

  /** Ends a use that {@link #arrived} began. */
  void done(Segment segment) {
    boolean isUnused = segment.unuse();
    if (!segment.isManaged()) {
      note(RELEASE, segment.number());
    } else if (isUnused) {
      reuse(segment);
    }
  }

  private Segment known(int number) {
    Segment segment = segments.get(number);
    if (segment == null) {
      throw new WireFormatException("there is no shared memory " + number);
    }
    return segment;
  }

  private void note(int kind, int number) {
    if (!isClosed) {
      link()
          .send(out -> {
            out.putByte(kind);
            out.putInt(number);
          });
    }
  }

  /**
   * Takes what the other side's {@link MemoryLink#send} sent.
   *
   * @throws WireFormatException if the note makes no sense
   */
  public void take(WireReader note) {
    int kind = note.getByte();
    if (kind == MAP) {
      if (isHost) {
        throw new WireFormatException("a worker makes no shared memory");
      }
      int number = note.getInt();
      if (map(number, note, false) == null) {
        notMapped.add(number);
      }
      return;
    }
    int number = note.getInt();
    if (kind == FORGET && notMapped.remove(number)) {
      return;
    }
    Segment segment = known(number);
    switch (kind) {
      case MAPPED -> forgetName(segment);
      case RETAIN -> managed(segment).lend();
      case RELEASE -> returned(managed(segment));
      case FORGET -> forget(theirs(segment));
      default -> throw new WireFormatException("no note of shared memory: " + kind);
    }
  }

  private static Segment managed(Segment segment) {
    if (!segment.isManaged()) {
      throw new WireFormatException("the other side manages " + segment.number());
    }
    return segment;
  }

  private static Segment theirs(Segment segment) {
    if (segment.isManaged()) {
      throw new WireFormatException("this side manages " + segment.number());
    }
    return segment;
  }

  private void returned(Segment segment) {
    if (segment.returned()) {
      reuse(segment);
    }
  }

  private void reuse(Segment segment) {
    if (!isClosed && !segment.isBlock()) {
      for (Segment each : free.add(segment)) {
        note(FORGET, each.number());
        forget(each);
      }
    }
  }

  private void forgetName(Segment segment) {
    String name = names.remove(segment.number());
    if (name != null) {
      files().delete(name);
    }
  }

  private void forget(Segment segment) {
    forgetName(segment);
    segments.remove(segment.number());
    byAddress.remove(segment.memory().address(), segment);
    if (isHost && !segment.isManaged()) {
      grantedBytes.addAndGet(-segment.memory().byteSize());
    }
    segment.drop();
  }

  /** Ends the sharing: memory that arrays here use stays theirs, all else goes. */
  @Override
  public void close() {
    isClosed = true;
    segments.values().forEach(Segment::drop);
    segments.clear();
    byAddress.clear();
    if (isHost && folder != null) {
      folder.deleteAll();
    }
  }
}
