package dev.coachwhip.worker.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.coachwhip.worker.ffi.Kernel;
import dev.coachwhip.worker.ffi.SystemCall;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A set of Landlock's rules ({@code linux/landlock.h}): all that it handles is forbidden but for
 * what rules allow. Rules are about the file or folder that a path leads to when they are added.
 */
final class Landlock implements AutoCloseable {

  /** From this version of the interface on, signals and abstract sockets can be kept in. */
  static final int VERSION_WITH_SCOPES = 6;

  /** From this version on truncating is a right of its own; before, nothing restricts it. */
  static final int VERSION_WITH_TRUNCATE = 3;

  private static final int VERSION_WITH_REFER = 2;
  private static final int VERSION_WITH_NETWORK = 4;
  private static final int VERSION_WITH_IOCTL = 5;

  private static final int CREATE_RULESET_VERSION = 1;
  private static final int RULE_PATH_BENEATH = 1;

  private static final long EXECUTE = 1;
  private static final long WRITE_FILE = 1 << 1;
  private static final long READ_FILE = 1 << 2;
  private static final long READ_DIR = 1 << 3;

  /** Removing and making entries of folders: bits 4 to 12. */
  private static final long CHANGE_FOLDERS = 0x1FF0;

  private static final long MAKE_CHAR_OR_BLOCK = (1 << 6) | (1 << 11);
  private static final long REFER = 1 << 13;
  private static final long TRUNCATE = 1 << 14;
  private static final long IOCTL_DEV = 1 << 15;

  private static final long BIND_AND_CONNECT_TCP = 3;
  private static final long SCOPE_ABSTRACT_SOCKETS = 1;
  private static final long SCOPE_SIGNALS = 2;

  private static final long ON_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV;
  private static final long READING = READ_FILE | READ_DIR;
  private static final long WRITING =
      WRITE_FILE | TRUNCATE | REFER | (CHANGE_FOLDERS & ~MAKE_CHAR_OR_BLOCK);

  /** What programs cannot do without and what tells nothing. */
  private static final List<Path> DEVICES =
      Stream.of("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom").map(Path::of).toList();

  private static final int AT_FDCWD = -100;
  private static final long O_PATH = 0x200000;
  private static final long O_CLOEXEC = 0x80000;

  private final long handled;
  private final int descriptor;

  private Landlock(long handled, int descriptor) {
    this.handled = handled;
    this.descriptor = descriptor;
  }

  /** Returns the version of the kernel's interface; 0 if there is none. */
  static int version() {
    return (int)
        Math.max(0, Kernel.call(SystemCall.LANDLOCK_CREATE_RULESET, 0, 0, CREATE_RULESET_VERSION));
  }

  /**
   * Makes the rules for a plan; empty if the kernel has no Landlock, or one that knows nothing that
   * the plan restricts.
   *
   * @param version that of the kernel's interface
   */
  static Optional<Landlock> rules(SandboxPlan plan, int version) {
    long files = plan.restrictsFiles() ? handledFiles(version) : 0;
    long network = version < VERSION_WITH_NETWORK || plan.sockets() ? 0 : BIND_AND_CONNECT_TCP;
    long scopes = version < VERSION_WITH_SCOPES ? 0 : scopes(plan);
    if (version == 0 || (files | network | scopes) == 0) {
      return Optional.empty(); // the kernel refuses a set that restricts nothing
    }
    Landlock landlock = new Landlock(files, create(sizeFor(version), files, network, scopes));
    try {
      landlock.allowPathsOf(plan);
      return Optional.of(landlock);
    } catch (RuntimeException e) {
      landlock.close();
      throw e;
    }
  }

  private void allowPathsOf(SandboxPlan plan) {
    if (handled != 0) {
      plan.readable().forEach(path -> allow(path, READING | EXECUTE));
      plan.writable().forEach(path -> allow(path, READING | WRITING));
      plan.changeable().forEach(path -> allow(path, READING | WRITE_FILE | TRUNCATE));
      DEVICES.forEach(path -> allow(path, READ_FILE | WRITE_FILE));
    }
  }

  private static long handledFiles(int version) {
    return EXECUTE
        | WRITE_FILE
        | READING
        | CHANGE_FOLDERS
        | (version >= VERSION_WITH_REFER ? REFER : 0)
        | (version >= VERSION_WITH_TRUNCATE ? TRUNCATE : 0)
        | (version >= VERSION_WITH_IOCTL ? IOCTL_DEV : 0);
  }

  /** The part of {@code struct landlock_ruleset_attr} that a kernel knows. */
  private static long sizeFor(int version) {
    int fields = version >= VERSION_WITH_SCOPES ? 3 : version >= VERSION_WITH_NETWORK ? 2 : 1;
    return (long) fields * Long.BYTES;
  }

  private static int create(long size, long... fields) {
    try (Arena arena = Arena.ofConfined()) {
      long attributes = arena.allocateFrom(JAVA_LONG, fields).address();
      return (int) Kernel.require(SystemCall.LANDLOCK_CREATE_RULESET, attributes, size, 0);
    }
  }

  private static long scopes(SandboxPlan plan) {
    return (plan.sockets() ? 0 : SCOPE_ABSTRACT_SOCKETS) | (plan.processes() ? 0 : SCOPE_SIGNALS);
  }

  private void allow(Path path, long rights) {
    long applicable = rights & handled & (Files.isDirectory(path) ? ~0L : ON_FILES);
    try (Arena arena = Arena.ofConfined()) {
      long name = arena.allocateFrom(path.toString()).address();
      long file = Kernel.call(SystemCall.OPENAT, AT_FDCWD, name, O_PATH | O_CLOEXEC);
      if (file < 0) {
        return; // is not there, or cannot be used by us, nor by the worker
      }
      try {
        addRule(arena, applicable, file);
      } finally {
        Kernel.call(SystemCall.CLOSE, file);
      }
    }
  }

  /** {@code struct landlock_path_beneath_attr}, which is packed. */
  private void addRule(Arena arena, long rights, long file) {
    MemorySegment rule = arena.allocate(Long.BYTES + Integer.BYTES, Long.BYTES);
    rule.set(JAVA_LONG, 0, rights);
    rule.set(JAVA_INT_UNALIGNED, Long.BYTES, (int) file);
    Kernel.require(SystemCall.LANDLOCK_ADD_RULE, descriptor, RULE_PATH_BENEATH, rule.address(), 0);
  }

  /**
   * Puts the calling thread under the rules, for good, and the threads and programs that it starts
   * from now on. The thread must have no_new_privs.
   */
  void restrictThread() {
    Kernel.require(SystemCall.LANDLOCK_RESTRICT_SELF, descriptor, 0);
  }

  @Override
  public void close() {
    Kernel.call(SystemCall.CLOSE, descriptor);
  }
}
