package dev.coachwhip.python.policy;

import org.jspecify.annotations.Nullable;

/** What the hook remembers of one thread between two events. */
final class ThreadWork {

  /** No folder is given that a path is relative to. */
  static final long NO_FOLDER = -1;

  private static final ThreadLocal<ThreadWork> CURRENT = ThreadLocal.withInitial(ThreadWork::new);

  private @Nullable Origin origin;
  private @Nullable String judgedModule;
  private long folder = NO_FOLDER;

  private ThreadWork() {}

  static ThreadWork ofCurrentThread() {
    return CURRENT.get();
  }

  /**
   * What a thread that Python made was told about the thread that started it.
   *
   * @param guard of the engine whose code started it, null for none
   */
  record Origin(@Nullable Guard guard) {}

  @Nullable Origin origin() {
    return origin;
  }

  /** Sets the origin, once. */
  void adopt(Origin by) {
    if (origin == null) {
      origin = by;
    }
  }

  /** Returns the module being imported that was looked at already, null for none. */
  @Nullable String judgedModule() {
    return judgedModule;
  }

  void setJudgedModule(@Nullable String name) {
    judgedModule = name;
  }

  /** Returns the descriptor of the folder that the path being opened is relative to. */
  long folder() {
    return folder;
  }

  void setFolder(long descriptor) {
    folder = descriptor;
  }
}
