package dev.coachwhip.worker.sandbox;

import java.util.ArrayList;
import java.util.List;

/**
 * What the filter of system calls is to allow. Travels to the worker as text.
 *
 * @param restrictsFiles whether Landlock restricts files, so that what it does not know of must not
 *     be called
 * @param sockets whether new sockets may be made
 * @param processes whether processes may be started and signalled
 */
public record CallRules(boolean restrictsFiles, boolean sockets, boolean processes) {

  private static final String FILES = "files";
  private static final String SOCKETS = "sockets";
  private static final String PROCESSES = "processes";

  /** Returns what a plan asks for. */
  public static CallRules of(SandboxPlan plan) {
    return new CallRules(plan.restrictsFiles(), plan.sockets(), plan.processes());
  }

  /**
   * Reads what {@link #toText} wrote.
   *
   * @throws IllegalArgumentException if it is something else: a rule that is not understood must
   *     not be passed over
   */
  public static CallRules parse(String text) {
    List<String> open = List.of(text.split(","));
    CallRules rules =
        new CallRules(!open.contains(FILES), open.contains(SOCKETS), open.contains(PROCESSES));
    if (!rules.toText().equals(text)) {
      throw new IllegalArgumentException("no rules for system calls: " + text);
    }
    return rules;
  }

  /** Returns what is open, such as {@code "open,sockets"}. */
  public String toText() {
    List<String> open = new ArrayList<>(List.of("open"));
    if (!restrictsFiles) {
      open.add(FILES);
    }
    if (sockets) {
      open.add(SOCKETS);
    }
    if (processes) {
      open.add(PROCESSES);
    }
    return String.join(",", open);
  }
}
