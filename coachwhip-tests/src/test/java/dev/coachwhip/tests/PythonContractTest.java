package dev.coachwhip.tests;

import dev.coachwhip.testkit.Dialect;
import dev.coachwhip.testkit.ScriptEngineContract;

class PythonContractTest extends ScriptEngineContract {

  @Override
  public String backend() {
    return "python";
  }

  @Override
  public Dialect dialect() {
    return new PythonDialect();
  }
}
