package dev.coachwhip.python.expose;

/** What a method of one of our Python classes does. */
@FunctionalInterface
interface Operation<H extends Handle> {

  /**
   * Does it. Attached; runs the user's code by {@link MethodCall#host}.
   *
   * @return a new reference
   * @throws Exception a {@code Raised} becomes that Python exception, all else a {@code
   *     JavaException}
   */
  long run(MethodCall<H> call) throws Exception;
}
