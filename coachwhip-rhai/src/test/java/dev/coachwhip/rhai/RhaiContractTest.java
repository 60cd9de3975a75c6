package dev.coachwhip.rhai;

import dev.coachwhip.testkit.Dialect;
import dev.coachwhip.testkit.RhaiDialect;
import dev.coachwhip.testkit.ScriptEngineContract;

/** Rhai keeps the promises of all backends. */
final class RhaiContractTest extends ScriptEngineContract {

  static {
    TestPrograms.choose();
  }

  @Override
  public String backend() {
    return "rhai";
  }

  @Override
  public Dialect dialect() {
    return new RhaiDialect();
  }
}
