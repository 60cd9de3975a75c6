package dev.coachwhip.python.interp;

import dev.coachwhip.error.ScriptException;
import dev.coachwhip.python.ffi.PyGilStates;
import dev.coachwhip.python.ffi.PyThreadIdents;
import dev.coachwhip.python.ffi.PyThreadStates;
import dev.coachwhip.python.ffi.ThreadStack;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one platform thread needs to be attached to Python: its thread state, which is kept between
 * attachments, and some native memory for results. Used only by its own thread.
 *
 * <p>Usage: {@code attachment.attach(); try { ... } finally { attachment.detach(); }}; calls nest.
 */
@SuppressWarnings("ReferenceEquality") // engines are told apart by identity
public final class Attachment {

  // Three kinds of thread come here. A Java thread makes its state when it first attaches, and
  // keeps it until it has died. A thread that Python made is attached when it calls a host
  // function, with a state that belongs to Python: we learn it by detaching for the time of the
  // host function. A virtual thread never comes here: its carrier may change between two downcalls.

  private static final ThreadLocal<@Nullable Attachment> CURRENT = new ThreadLocal<>();

  /** Results of C functions and small texts; the size is what a short text needs. */
  static final int SCRATCH_BYTES = 1024;

  /**
   * Arguments of calls under way: C functions read them while they run, so calls that nest must not
   * share them.
   */
  private static final int ARGUMENT_BYTES = 16 * 1024;

  private final MemorySegment arguments = Arena.ofAuto().allocate(ARGUMENT_BYTES, Long.BYTES);
  private int argumentsUsed;
  private final MemorySegment scratch = Arena.ofAuto().allocate(SCRATCH_BYTES, Long.BYTES);
  private final long scratchAddress = scratch.address();
  private final ThreadStack stack = ThreadStack.ofCurrentThread();
  private final long ident = PyThreadIdents.PyThread_get_thread_ident();
  private long state;
  private int depth;
  private @Nullable Scope scope;
  private int hostCalls;
  private @Nullable ErrorsOnTheirWay errors;
  private boolean ofJava;

  private Attachment() {}

  /**
   * Returns the calling thread's, which must be a platform thread; makes its thread state if it has
   * none.
   */
  public static Attachment ofCurrentThread() {
    Attachment attachment = CURRENT.get();
    return attachment != null && (attachment.state != 0 || attachment.depth > 0)
        ? attachment
        : createState();
  }

  /** Returns the calling thread's inside an upcall from Python, where it is attached already. */
  public static Attachment ofUpcall() {
    Attachment attachment = CURRENT.get();
    if (attachment == null) {
      attachment = new Attachment();
      CURRENT.set(attachment);
    }
    return attachment;
  }

  /** Returns the engine whose code the calling thread runs, null for none; any thread. */
  public static @Nullable Scope currentScope() {
    Attachment attachment = CURRENT.get();
    return attachment == null ? null : attachment.scope;
  }

  /** Returns the calling thread's, null if it has none yet; any thread. */
  public static @Nullable Attachment currentOrNull() {
    return CURRENT.get();
  }

  /** Returns the engine whose code the thread runs, null for none. */
  public @Nullable Scope scope() {
    return scope;
  }

  /** Tells whether Java made the thread; else Python did. */
  public boolean isOfJava() {
    return ofJava;
  }

  private static Attachment createState() {
    ThreadStates.deleteThoseOfDeadThreads();
    Attachment attachment = ofUpcall();
    attachment.ofJava = true;
    attachment.state = ThreadStates.create();
    attachment.attach();
    try {
      StackLimit.protect(attachment);
    } finally {
      attachment.detach();
    }
    return attachment;
  }

  /**
   * Attaches the thread; blocks while another thread holds Python, for its switch interval at most
   * if that runs Python code.
   */
  public void attach() {
    if (depth++ == 0) {
      PyThreadStates.PyEval_RestoreThread(state);
      DeferredReleases.run();
    }
  }

  /** Undoes one {@link #attach}. */
  public void detach() {
    if (--depth == 0) {
      PyThreadStates.PyEval_SaveThread();
    }
  }

  /** Enters an upcall: the thread is attached, by us or by Python itself. */
  public void beginUpcall() {
    depth++;
  }

  /** Undoes {@link #beginUpcall}. */
  public void endUpcall() {
    depth--;
  }

  /**
   * Detaches inside an upcall, however deeply attached, so that a host function may block without
   * stopping Python.
   *
   * @return what {@link #resume} takes
   */
  public int suspend() {
    int suspended = depth;
    depth = 0;
    state = PyThreadStates.PyEval_SaveThread();
    return suspended;
  }

  /** Attaches again after {@link #suspend}. */
  public void resume(int suspended) {
    PyThreadStates.PyEval_RestoreThread(state);
    depth = suspended;
  }

  /** Runs Java code that may block in the midst of attached work. */
  public <T extends @Nullable Object> T detached(Supplier<T> code) {
    int suspended = suspend();
    try {
      return code.get();
    } finally {
      resume(suspended);
    }
  }

  /**
   * Runs Java code that C code calls, such as a C library that a script uses: it may have let
   * Python go, or not, which {@link #depth} does not tell.
   *
   * @throws Exception what the code throws
   */
  public static <T extends @Nullable Object> T detachedInC(Callable<T> code) throws Exception {
    Attachment attachment = ofUpcall();
    long own = PyGilStates.PyGILState_GetThisThreadState();
    if (own != 0 && own == PyGilStates.PyThreadState_GetUnchecked()) {
      int suspended = attachment.suspend();
      try {
        return code.call();
      } finally {
        attachment.resume(suspended);
      }
    }
    return attachment.letGoByC(own, code);
  }

  private <T extends @Nullable Object> T letGoByC(long own, Callable<T> code) throws Exception {
    int outer = depth;
    depth = 0;
    if (state == 0) {
      state = own; // of a thread that Python made
    }
    try {
      return code.call();
    } finally {
      depth = outer;
    }
  }

  /** Returns the stack size of threads made to run Python. */
  public static long ownThreadStackBytes() {
    return StackLimit.OWN_THREAD;
  }

  /** Tells whether the thread's stack is large enough to run scripts on it. */
  public boolean hasEnoughStack() {
    return stack.sizeBytes() >= StackLimit.SMALLEST;
  }

  /**
   * Takes native memory for the arguments of a call until {@link #dropArguments}; in the order of a
   * stack.
   *
   * @return its address, or 0 if there is not enough left
   */
  public long takeArguments(int count) {
    int bytes = count * Long.BYTES;
    if (bytes > ARGUMENT_BYTES - argumentsUsed) {
      return 0;
    }
    long address = arguments.address() + argumentsUsed;
    argumentsUsed += bytes;
    return address;
  }

  /** Gives back what {@link #takeArguments} gave. */
  public void dropArguments(int count) {
    argumentsUsed -= count * Long.BYTES;
  }

  /** Returns native memory of {@link #SCRATCH_BYTES}, overwritten by the next user. */
  public long scratch() {
    return scratchAddress;
  }

  /** Returns Python's identity of the thread. */
  public long ident() {
    return ident;
  }

  ThreadStack stack() {
    return stack;
  }

  long state() {
    return state;
  }

  /** Tells whether a script of this owner runs on the calling thread, which may be any thread. */
  public static boolean isCurrentThreadInside(ScopeOwner owner) {
    Attachment attachment = CURRENT.get();
    return attachment != null && attachment.isInside(owner);
  }

  /** Tells whether a script of this owner runs on this thread, perhaps further out. */
  public boolean isInside(ScopeOwner owner) {
    for (Scope s = scope; s != null; s = s.outer()) {
      if (s.owner() == owner) {
        return true;
      }
    }
    return false;
  }

  /** Begins to run code of an owner; returns what was there before, for {@link #leave}. */
  public @Nullable Scope enter(ScopeOwner owner) {
    Scope before = scope;
    if (before == null || before.owner() != owner) {
      scope = new Scope(owner, before);
    }
    return before;
  }

  /** Ends what {@link #enter} began. */
  public void leave(@Nullable Scope before) {
    scope = before;
  }

  /**
   * Counts a host function in.
   *
   * @return false if so many are nested that the stack could end within one, where the JVM could
   *     not go on
   */
  public boolean beginHostCall() {
    if (hostCalls >= StackLimit.hostCalls(stack)) {
      return false;
    }
    hostCalls++;
    return true;
  }

  /** Counts a host function out. */
  public void endHostCall() {
    hostCalls--;
  }

  /**
   * Keeps an exception that a host function under way sees as a script error; nothing if there is
   * no such function.
   *
   * @param exception borrowed
   */
  public void keepOnItsWay(ScriptException error, long exception) {
    if (hostCalls > 0) {
      if (errors == null) {
        errors = new ErrorsOnTheirWay();
      }
      errors.keep(hostCalls, error, exception);
    }
  }

  /** Returns the exception that a script error was made of, borrowed; 0 if it is not kept. */
  long exceptionOnItsWay(Throwable error) {
    return errors == null ? 0 : errors.find(error);
  }

  /** Lets go of what host functions saw that have ended. */
  void dropErrorsOfEnded() {
    if (errors != null) {
      errors.endAbove(hostCalls);
    }
  }

  /**
   * The engine whose code a thread runs.
   *
   * @param owner the engine
   * @param outer the one that called this one through a host function
   */
  public record Scope(ScopeOwner owner, @Nullable Scope outer) {}
}
