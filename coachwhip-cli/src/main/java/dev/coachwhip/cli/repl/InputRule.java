package dev.coachwhip.cli.repl;

/** Decides whether what was typed so far is to be run, or goes on in another line. */
@FunctionalInterface
interface InputRule {

  /**
   * Tells whether the text is complete.
   *
   * @param text lines joined by line feeds; ends with a line feed where the last line is empty
   */
  boolean isComplete(String text);
}
