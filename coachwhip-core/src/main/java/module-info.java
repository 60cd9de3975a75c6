/**
 * The script engine interface and what every backend shares: values, errors, limits, runs, the
 * registry of backends.
 *
 * <p>Begin with {@link dev.coachwhip.ScriptEngines}. Backends implement {@link
 * dev.coachwhip.spi.ScriptEngineProvider}.
 */
@org.jspecify.annotations.NullMarked
module dev.coachwhip.core {
  requires static jdk.jfr;
  requires static transitive org.jspecify;

  exports dev.coachwhip;
  exports dev.coachwhip.error;
  exports dev.coachwhip.spi;
  exports dev.coachwhip.spi.exposed;

  uses dev.coachwhip.spi.IsolatedEngines;
  uses dev.coachwhip.spi.ScriptEngineProvider;
}
