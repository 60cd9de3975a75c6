package dev.coachwhip.tests.policy;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coachwhip.Policy;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.PolicyViolationException;
import dev.coachwhip.tests.support.TestEngine;

/** An engine with a policy. */
final class PolicyEngine implements AutoCloseable {

  private final TestEngine engine;

  PolicyEngine(Policy policy) {
    engine = new TestEngine(ScriptEngines.builder("python").policy(policy));
  }

  ScriptValue run(String script) {
    return engine.run(script);
  }

  TestEngine engine() {
    return engine;
  }

  /** Runs a script that is refused something; returns the error. */
  PolicyViolationException violation(String script) {
    return catchThrowableOfType(PolicyViolationException.class, () -> engine.run(script));
  }

  /** Runs a script that is refused something; returns what. */
  String refused(String script) {
    PolicyViolationException violation = violation(script);
    return violation == null ? "nothing" : violation.refused();
  }

  static void assumeModule(String module) {
    try (TestEngine open = new TestEngine()) {
      assumeTrue(
          open.run("import importlib.util\nimportlib.util.find_spec('" + module + "') is not None")
              .asBoolean(),
          "this Python has no " + module);
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
