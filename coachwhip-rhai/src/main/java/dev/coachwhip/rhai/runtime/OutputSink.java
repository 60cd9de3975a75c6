package dev.coachwhip.rhai.runtime;

/** Where {@code print} and {@code debug} write. Called on the script's thread. */
public interface OutputSink {

  /** Takes what a script prints, without line end. */
  void print(String text);

  /**
   * Takes what a script debugs.
   *
   * @param line of the call, from 1; 0 for none
   * @param column of the call in characters, from 1
   */
  void debug(String text, int line, int column);
}
