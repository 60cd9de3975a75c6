package dev.coachwhip.rhai.reference;

import java.util.Map;

/** Cases in which we knowingly answer something else than Rhai, each with its reason. */
final class KnownDifferences {

  static final Map<String, String> REASONS = Map.of();

  private KnownDifferences() {}
}
