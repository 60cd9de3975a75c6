package dev.coachwhip.python;

import dev.coachwhip.python.interp.Attachment;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** For Java code that C code calls while a script uses that C code. */
public final class PythonThreads {

  private PythonThreads() {}

  /**
   * Runs Java code with the thread detached from Python, whether it was attached or not: then the
   * code may block, and may call engines. Host functions need none of this; Java code does that a C
   * library calls, by JNI or an upcall, since the library may or may not have let Python go. An
   * engine must have been made before.
   *
   * @throws Exception what the code throws
   */
  public static <T extends @Nullable Object> T detached(Callable<T> code) throws Exception {
    return Attachment.detachedInC(code);
  }
}
