package dev.coachwhip.rhai.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what comes next in a syntax of the host. Any thread. */
@FunctionalInterface
public interface SyntaxSteps {

  /** What was read so far of one occurrence. */
  final class Progress {
    private @Nullable Object state;

    Progress() {}

    /** Returns what {@link #keep} was given last; null before. */
    public @Nullable Object state() {
      return state;
    }

    /** Keeps something for the steps to come and for running the syntax. */
    public void keep(@Nullable Object newState) {
      state = newState;
    }
  }

  /**
   * Returns the next symbol or placeholder.
   *
   * @param symbols what was read so far, the key first; expressions and blocks as placeholders
   * @param lookAhead the token that comes next, as it is written; empty where nobody looks ahead
   * @return null if the syntax ends here; what begins with {@code $$} ends it, too, and becomes its
   *     last input
   * @throws IllegalArgumentException if the script may not go on as it does; with the reason
   */
  @Nullable String next(List<String> symbols, String lookAhead, Progress progress);
}
