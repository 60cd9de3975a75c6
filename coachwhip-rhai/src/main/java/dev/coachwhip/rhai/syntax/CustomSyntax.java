package dev.coachwhip.rhai.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Syntax of the host: words and symbols in order, the first of them its key, with placeholders.
 * Rhai's book, "Extend Rhai with Custom Syntax".
 *
 * @param symbols what is to be written; placeholders are {@code $ident$ $symbol$ $token$ $expr$
 *     $block$ $inner$ $func$ $bool$ $int$ $float$ $string$}
 * @param scopeMayChange whether running it may declare variables
 * @param steps what says how it goes on after the first symbol; null if all symbols are given
 * @param looksAhead whether the steps see the token that comes next; if not, they may read {@code
 *     $raw$} characters
 */
public record CustomSyntax(
    List<String> symbols, boolean scopeMayChange, @Nullable SyntaxSteps steps, boolean looksAhead) {

  static final String IDENTIFIER = "$ident$";
  static final String SYMBOL = "$symbol$";
  static final String TOKEN = "$token$";
  static final String EXPRESSION = "$expr$";
  static final String BLOCK = "$block$";
  static final String INNER = "$inner$";
  static final String FUNCTION = "$func$";
  static final String BOOLEAN = "$bool$";
  static final String INTEGER = "$int$";
  static final String FLOAT = "$float$";
  static final String STRING = "$string$";
  static final String RAW = "$raw$";
  static final String VARIANT = "$$";

  private static final Set<String> PLACEHOLDERS =
      Set.of(
          IDENTIFIER,
          SYMBOL,
          TOKEN,
          EXPRESSION,
          BLOCK,
          INNER,
          FUNCTION,
          BOOLEAN,
          INTEGER,
          FLOAT,
          STRING);

  /**
   * Checks the symbols; blank ones are left out.
   *
   * @throws IllegalArgumentException if none is left, if the first is a placeholder or keyword, or
   *     if one is neither a word, a symbol of Rhai nor a placeholder
   */
  public CustomSyntax {
    List<String> kept = new ArrayList<>();
    for (String symbol : symbols) {
      String stripped = symbol.strip();
      if (!stripped.isEmpty()) {
        kept.add(stripped);
      }
    }
    if (kept.isEmpty()) {
      throw new IllegalArgumentException("Custom syntax without symbols");
    }
    for (int i = 0; i < kept.size(); i++) {
      if (!isProper(kept.get(i), i)) {
        throw new IllegalArgumentException(
            "Improper symbol for custom syntax at position #" + i + ": '" + kept.get(i) + "'");
      }
    }
    symbols = List.copyOf(kept);
  }

  /** Makes one of fixed symbols. */
  public CustomSyntax(List<String> symbols, boolean scopeMayChange) {
    this(symbols, scopeMayChange, null, true);
  }

  private static boolean isProper(String symbol, int position) {
    if (position == 0) {
      return Words.keyword(symbol) == null
          && (Words.isIdentifier(symbol) || Words.isReserved(symbol));
    }
    return PLACEHOLDERS.contains(symbol)
        || Words.isIdentifier(symbol)
        || Words.keyword(symbol) != null
        || Words.isReserved(symbol);
  }

  /** Returns the word that begins it. */
  public String key() {
    return symbols.getFirst();
  }

  @Nullable String next(List<String> read, String lookAhead, SyntaxSteps.Progress progress) {
    if (steps != null) {
      return steps.next(List.copyOf(read), lookAhead, progress);
    }
    return read.size() < symbols.size() ? symbols.get(read.size()) : null;
  }
}
