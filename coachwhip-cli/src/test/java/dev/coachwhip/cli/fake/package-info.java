/**
 * A small script language for the program's own tests; see {@code FakeEngine} for its statements.
 */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.cli.fake;
