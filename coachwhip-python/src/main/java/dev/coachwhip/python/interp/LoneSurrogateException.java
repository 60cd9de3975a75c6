package dev.coachwhip.python.interp;

/**
 * Text has half of a surrogate pair, which is no character and has no counterpart on the other
 * side.
 */
public final class LoneSurrogateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LoneSurrogateException(char unit, int index) {
    super("text with the lone surrogate U+%04X at index %d".formatted((int) unit, index));
  }

  LoneSurrogateException() {
    super("str with a lone surrogate");
  }
}
