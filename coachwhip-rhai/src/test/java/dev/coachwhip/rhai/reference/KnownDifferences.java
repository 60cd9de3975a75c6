package dev.coachwhip.rhai.reference;

import java.util.Map;

/**
 * Cases in which compiled code knowingly answers something else than Rhai, each with its reason.
 */
public final class KnownDifferences {

  /** By the cases' ids. */
  public static final Map<String, String> REASONS =
      Map.of(
          "source/006-let-x-let-f-v-v-v-let-g-x-f-call-x-x-cal",
          "call(f, x) hands the shared variable itself to f; parameters of compiled code are values");

  private KnownDifferences() {}
}
