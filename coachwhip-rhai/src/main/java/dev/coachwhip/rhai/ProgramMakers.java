package dev.coachwhip.rhai;

/** Says what makes programs. */
final class ProgramMakers {

  private static volatile ProgramMaker maker =
      (_, _) -> {
        throw new UnsupportedOperationException("no compiler yet");
      };

  private ProgramMakers() {}

  /** Returns what makes programs for engines. */
  static ProgramMaker current() {
    return maker;
  }

  /** Puts another in its place, for all engines made from now on; for tests. */
  static void use(ProgramMaker other) {
    maker = other;
  }
}
