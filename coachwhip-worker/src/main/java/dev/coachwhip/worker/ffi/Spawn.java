package dev.coachwhip.worker.ffi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * A program that is to be started by {@code posix_spawn}. Everything is looked up and laid out when
 * this is made, so that {@link #start} does nothing but the one call: it may run on a thread that
 * can no longer load classes. Not threadsafe.
 *
 * <p>The child is the leader of a session of its own, so signals to the parent's process group and
 * those of its terminal do not reach it; no signal is blocked or ignored in it.
 */
public final class Spawn implements AutoCloseable {

  /** {@code sizeof(posix_spawnattr_t)} is 336 with glibc and musl; room for more. */
  private static final long ATTRIBUTES_SIZE = 512;

  /** {@code sizeof(sigset_t)}. */
  private static final long SIGNALS_SIZE = 128;

  private static final long POSIX_SPAWN_SETSIGDEF = 0x04;
  private static final long POSIX_SPAWN_SETSIGMASK = 0x08;
  private static final long POSIX_SPAWN_SETSID = 0x80;

  private static final Native SPAWN = Native.get("posix_spawn");
  private static final Native INIT = Native.get("posix_spawnattr_init");
  private static final Native DESTROY = Native.get("posix_spawnattr_destroy");
  private static final Native SET_FLAGS = Native.get("posix_spawnattr_setflags");
  private static final Native SET_MASK = Native.get("posix_spawnattr_setsigmask");
  private static final Native SET_DEFAULT = Native.get("posix_spawnattr_setsigdefault");
  private static final Native FILL = Native.get("sigfillset");

  private final Arena arena = Arena.ofShared();
  private final long attributes;
  private final MemorySegment pid;
  private final long program;
  private final long arguments;
  private final long environment;
  private final SpawnActions actions;

  /**
   * Lays it out.
   *
   * @param command the program's path, not looked up on PATH, and its arguments
   * @param variables {@code NAME=value} each
   * @param actions used until this is closed, and not closed with it
   */
  public Spawn(List<String> command, List<String> variables, SpawnActions actions) {
    this.actions = actions;
    program = text(command.get(0));
    arguments = texts(command);
    environment = texts(variables);
    pid = arena.allocate(JAVA_INT);
    attributes = arena.allocate(ATTRIBUTES_SIZE, Long.BYTES).address();
    INIT.call(attributes);
    setSignals();
  }

  private void setSignals() {
    long none = arena.allocate(SIGNALS_SIZE, Long.BYTES).address();
    long all = arena.allocate(SIGNALS_SIZE, Long.BYTES).address();
    FILL.call(all);
    SET_MASK.call(attributes, none);
    SET_DEFAULT.call(attributes, all);
    SET_FLAGS.call(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID);
  }

  private long text(String text) {
    return arena.allocateFrom(text).address();
  }

  private long texts(List<String> texts) {
    MemorySegment pointers = arena.allocate(JAVA_LONG, texts.size() + 1L);
    for (int i = 0; i < texts.size(); i++) {
      pointers.setAtIndex(JAVA_LONG, i, text(texts.get(i)));
    }
    return pointers.address();
  }

  /**
   * Starts it.
   *
   * @return its process id, or minus the error number
   */
  public int start() {
    int error =
        (int)
            SPAWN
                .call(pid.address(), program, actions.address(), attributes, arguments, environment)
                .value();
    return error == 0 ? pid.get(JAVA_INT, 0) : -error;
  }

  @Override
  public void close() {
    DESTROY.call(attributes);
    arena.close();
  }
}
