package dev.coachwhip;

import dev.coachwhip.internal.SourceDecoder;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A script's text and the name that errors give it.
 *
 * @param name where the text comes from: a file's path, or any name such as {@code "fit.py"}
 * @param text the script
 */
public record ScriptSource(String name, String text) {

  /** The name of a script that was given as bare text. */
  public static final String UNNAMED = "<script>";

  /** Checks that neither is null. */
  public ScriptSource {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
  }

  /** Returns a source named {@link #UNNAMED}. */
  public static ScriptSource of(String text) {
    return new ScriptSource(UNNAMED, text);
  }

  /** Returns a source under a name of the caller's choice. */
  public static ScriptSource of(String name, String text) {
    return new ScriptSource(name, text);
  }

  /**
   * Reads a script file. Text is UTF-8 unless a byte order mark or a coding line in the first two
   * lines ({@code # -*- coding: latin-1 -*-}, PEP 263) says otherwise.
   *
   * @return the text under the file's path as given
   * @throws UncheckedIOException if the file is missing, cannot be read, or its bytes are not text
   *     in its encoding; the message names the file and, for a bad byte, its line
   */
  public static ScriptSource load(Path file) {
    return new ScriptSource(file.toString(), SourceDecoder.read(file));
  }
}
