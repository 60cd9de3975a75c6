/** Programs that show each feature; any backend they name must be on the module or class path. */
@org.jspecify.annotations.NullMarked
module dev.coachwhip.examples {
  requires dev.coachwhip.core;
  requires dev.coachwhip.python;
  requires dev.coachwhip.rhai;
  requires static org.jspecify;
}
