package dev.coachwhip.cli.repl;

import org.jspecify.annotations.Nullable;

/** Where the session's input comes from. */
interface LineSource extends AutoCloseable {

  /**
   * Reads the next complete input, of one or more lines.
   *
   * @return without a line end at the end; empty if the user dropped the line; null at the end
   */
  @Nullable String next();

  @Override
  void close();
}
