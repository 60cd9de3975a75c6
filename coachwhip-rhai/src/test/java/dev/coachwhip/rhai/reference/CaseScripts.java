package dev.coachwhip.rhai.reference;

import java.util.List;

/** The scripts of the cases, for tests of other packages. */
public final class CaseScripts {

  private CaseScripts() {}

  /** Returns all of them, also those that are none. */
  public static List<String> all() {
    return ConformanceCase.all().stream().map(ConformanceCase::script).toList();
  }
}
