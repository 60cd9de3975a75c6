/**
 * The {@code coachwhip} program. Exports nothing; begin with {@code dev.coachwhip.cli.Coachwhip}.
 */
@org.jspecify.annotations.NullMarked
module dev.coachwhip.cli {
  requires com.fasterxml.jackson.core;
  requires dev.coachwhip.core;
  requires dev.coachwhip.python;
  requires dev.coachwhip.python.bundle;
  requires dev.coachwhip.rhai;
  requires dev.coachwhip.worker;
  requires info.picocli;
  requires jdk.unsupported; // JLine's Signals looks up sun.misc.Signal by reflection
  requires org.jline.reader;
  requires org.jline.terminal;
  requires static transitive org.jspecify;

  opens dev.coachwhip.cli to
      info.picocli;
}
