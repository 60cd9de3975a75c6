package dev.coachwhip.python.interp;

/**
 * An object that one of our Python files defines, found when it is first used. Attached.
 *
 * <p>For a constant of a class this is safer than {@link Interpreter#helper(String, String)}: that
 * runs the file while the class is being initialised and lets go of Python meanwhile, and a thread
 * which then takes Python and needs the class waits for ever.
 */
public final class LazyHelper {

  private final String file;
  private final String name;
  private volatile long object;

  /**
   * Names it; need not be attached.
   *
   * @param file the file it is in, without {@code .py}
   */
  public LazyHelper(String file, String name) {
    this.file = file;
    this.name = name;
  }

  /** Returns the object, borrowed for ever. */
  public long get() {
    long known = object;
    if (known == 0) {
      known = Interpreter.running().helper(file, name);
      object = known;
    }
    return known;
  }
}
