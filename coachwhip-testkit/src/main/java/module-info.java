/**
 * What every backend must do, as tests: extend {@link dev.coachwhip.testkit.ScriptEngineContract}
 * in the backend's own tests.
 */
@org.jspecify.annotations.NullMarked
module dev.coachwhip.testkit {
  requires transitive dev.coachwhip.core;
  requires static transitive org.jspecify;
  requires transitive org.junit.jupiter.api;
  requires org.assertj.core;

  exports dev.coachwhip.testkit;

  opens dev.coachwhip.testkit;
}
