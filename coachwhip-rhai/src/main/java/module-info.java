/** Rhai, compiled to JVM bytecode; a backend of Coachwhip. */
@org.jspecify.annotations.NullMarked
module dev.coachwhip.rhai {
  requires transitive dev.coachwhip.core;
  requires static org.jspecify;
}
