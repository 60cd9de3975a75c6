package dev.coachwhip.tests.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.Capability;
import dev.coachwhip.Policy;
import dev.coachwhip.error.ErrorCode;
import dev.coachwhip.error.PolicyViolationException;
import dev.coachwhip.error.ScriptRuntimeException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the script and the host see of a refusal. */
@Tag("python")
@Timeout(60)
class ViolationTest {

  private static final Policy NO_FILES = Policy.builder().denyFiles().build();

  @Test
  void refusal_thatComesOut_namesWhatAndWhere() {
    try (PolicyEngine engine = new PolicyEngine(NO_FILES)) {
      assertThat(engine.engine().engine().capabilities().has(Capability.POLICY)).isTrue();
      PolicyViolationException violation =
          engine.violation("def load(name):\n    return open(name)\n\nload('/etc/passwd')\n");
      assertThat(violation.refused()).isEqualTo("reading the file '/etc/passwd'");
      assertThat(violation.code()).isEqualTo(ErrorCode.POLICY_VIOLATION);
      assertThat(violation.getMessage())
          .startsWith(
              "PolicyViolation: the engine's policy does not allow reading the file '/etc/passwd'");
      assertThat(violation.location().orElseThrow().line()).isEqualTo(2);
      assertThat(violation.frames()).hasSize(2);
      assertThat(violation.frames().getFirst().function()).isEqualTo("load");
      assertThat(violation.traceback()).contains("return open(name)", "PolicyViolation");
    }
  }

  @Test
  void refusal_thatTheScriptCatches_letsItGoOn() {
    try (PolicyEngine engine = new PolicyEngine(NO_FILES)) {
      assertThat(
              engine
                  .run(
                      """
                      import coachwhip, errno
                      try:
                          open("/etc/passwd")
                      except coachwhip.PolicyViolation as error:
                          assert isinstance(error, PermissionError)
                          assert error.errno == errno.EACCES
                          assert type(error).__name__ == "PolicyViolation"
                          text = error.refused
                      text
                      """)
                  .asString())
          .isEqualTo("reading the file '/etc/passwd'");
      assertThat(engine.engine().isUsable()).isTrue();
    }
  }

  @Test
  void refusal_asTheCauseOfAnotherError_isItsCause() {
    try (PolicyEngine engine = new PolicyEngine(NO_FILES)) {
      ScriptRuntimeException error =
          Assertions.catchThrowableOfType(
              ScriptRuntimeException.class,
              () ->
                  engine.run(
                      """
                      try:
                          open("/etc/passwd")
                      except OSError as e:
                          raise ValueError("no settings") from e
                      """));
      assertThat(error.typeName()).isEqualTo("ValueError");
      assertThat(error.getCause()).hasMessageContaining("reading the file '/etc/passwd'");
    }
  }

  @Test
  void refusal_inAFunctionThatJavaCalls_comesOut() {
    try (PolicyEngine engine = new PolicyEngine(NO_FILES)) {
      engine.run("def load():\n    open('/etc/passwd')");
      PolicyViolationException violation =
          Assertions.catchThrowableOfType(
              PolicyViolationException.class, () -> engine.engine().engine().call("load"));
      assertThat(violation.refused()).isEqualTo("reading the file '/etc/passwd'");
    }
  }

  @Test
  void refusal_inAScriptThatAwaits_comesOut() {
    try (PolicyEngine engine = new PolicyEngine(NO_FILES)) {
      assertThat(engine.refused("import asyncio\nawait asyncio.sleep(0.001)\nopen('/etc/passwd')"))
          .isEqualTo("reading the file '/etc/passwd'");
    }
  }
}
