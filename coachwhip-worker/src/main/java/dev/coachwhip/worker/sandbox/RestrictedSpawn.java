package dev.coachwhip.worker.sandbox;

import dev.coachwhip.worker.ffi.Kernel;
import dev.coachwhip.worker.ffi.Spawn;
import dev.coachwhip.worker.ffi.SystemCall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Starts a program from a thread that restricts itself first, and ends then.
 *
 * <p>Landlock's rules, rights and no_new_privs belong to a thread, and are handed down to what it
 * starts. So the child is restricted from its first instruction, with all threads it will ever
 * have, and this process is not restricted at all. The thread must do nothing that needs a file:
 * everything it runs has run before on another thread.
 */
final class RestrictedSpawn implements Runnable {

  private final Spawn spawn;
  private final @Nullable Landlock landlock;
  private final boolean confined;
  private volatile int result;
  private volatile @Nullable RuntimeException failure;

  private RestrictedSpawn(Spawn spawn, Optional<Landlock> landlock, boolean confined) {
    this.spawn = spawn;
    this.landlock = landlock.orElse(null);
    this.confined = confined;
  }

  /**
   * Starts it and waits until it runs.
   *
   * @param confined whether to give up rights, or only the chance to gain some
   * @return the process id, or minus the error number
   */
  static int start(Spawn spawn, Optional<Landlock> landlock, boolean confined)
      throws InterruptedException {
    Kernel.require(SystemCall.GETPID); // loads what the thread will use
    RestrictedSpawn task = new RestrictedSpawn(spawn, landlock, confined);
    Thread thread = Thread.ofPlatform().daemon().name("coachwhip-worker-start").unstarted(task);
    thread.start();
    thread.join();
    if (task.failure != null) {
      throw task.failure;
    }
    return task.result;
  }

  @Override
  public void run() {
    try {
      ProcessControl.setNoNewPrivileges();
      if (confined) {
        ProcessControl.dropCapabilities();
      }
      if (landlock != null) {
        landlock.restrictThread();
      }
      result = spawn.start();
    } catch (RuntimeException e) {
      failure = e;
    }
  }
}
