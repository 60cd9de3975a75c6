/**
 * Rhai 1.26 behind the script engine interface, compiled to JVM bytecode: pure Java, no native
 * code.
 *
 * <p>Programs use it by its backend name {@code "rhai"}; {@link dev.coachwhip.rhai.RhaiExtensions}
 * gives scripts more of Java than the common interface does.
 */
@org.jspecify.annotations.NullMarked
module dev.coachwhip.rhai {
  requires transitive dev.coachwhip.core;
  requires static transitive org.jspecify;

  exports dev.coachwhip.rhai;

  provides dev.coachwhip.spi.ScriptEngineProvider with
      dev.coachwhip.rhai.RhaiEngineProvider;
}
