package dev.coachwhip.rhai;

import dev.coachwhip.ScriptValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A syntax of the host's where a script uses it: what was written, and the script's variables
 * there. Added by {@link RhaiExtensions.Builder#customSyntax}.
 *
 * <p>To be used on the script's thread, until {@link Body#run} returns.
 */
public interface RhaiSyntax {

  /** Runs a syntax. */
  @FunctionalInterface
  interface Body {

    /**
     * Does the work.
     *
     * @return the value of the whole, which is an expression
     * @throws Exception for an error of the script, which it may catch
     */
    @Nullable Object run(RhaiSyntax syntax) throws Exception;
  }

  /** Says how a syntax goes on where that depends on what was written. Any thread. */
  @FunctionalInterface
  interface Steps {

    /**
     * Returns what must come next: a word, a symbol, a placeholder.
     *
     * @param symbols what was read so far, the key first: names, literals and words as they were
     *     written, {@code $expr$}, {@code $block$}, {@code $inner$} and {@code $func$} as such
     * @param lookAhead the token that comes next, strings in quotes; empty for a {@linkplain
     *     RhaiExtensions.Builder#rawSyntax raw} syntax
     * @param state of this occurrence
     * @return null if the syntax ends here; what begins with {@code $$} ends it, too, and is its
     *     last input, a text
     * @throws IllegalArgumentException if the script may not go on as it does: a syntax error with
     *     that text
     */
    @Nullable String next(List<String> symbols, String lookAhead, State state);
  }

  /** What {@link Steps} keep from one step to the next, and for {@link RhaiSyntax#state}. */
  interface State {

    /** Returns what was kept last; empty at first. */
    Optional<Object> get();

    /** Keeps something, which must not be changed any more when the syntax runs. */
    void keep(Object value);
  }

  /** What stands for a placeholder. */
  interface Input {

    /**
     * Runs it, any number of times: an expression for its value; a block for that of its last
     * statement. {@code return}, and {@code break} and {@code continue} of a loop that is around
     * the syntax, leave this method and {@link Body#run} by an exception.
     */
    ScriptValue evaluate();

    /** The same, but what a block declares stays. */
    ScriptValue evaluateAndKeep();

    /** Returns a name, a symbol, a token, or the text of a literal string; empty for others. */
    Optional<String> text();

    /** Returns the value of a literal, a name's text; empty for others. */
    Optional<ScriptValue> literal();

    /** Returns the line from 1. */
    int line();

    /** Returns the column from 1. */
    int column();
  }

  /** Returns what stands for the placeholders, in order. */
  List<Input> inputs();

  /** Returns what stands for the placeholder of a number, from 0. */
  default Input input(int index) {
    return inputs().get(index);
  }

  /** Returns what was written, the key first, as {@link Steps#next} gets it. */
  List<String> symbols();

  /** Returns what {@link Steps} have kept. */
  Optional<Object> state();

  /** Returns the value of a variable; empty if there is none of the name. */
  Optional<ScriptValue> get(String name);

  /**
   * Sets a variable, which is declared if there is none of the name.
   *
   * @throws IllegalStateException if it is a constant
   */
  void set(String name, @Nullable Object value);

  /** Declares a variable, beside others of its name; the syntax must be one that may declare. */
  void declare(String name, @Nullable Object value);

  /** Declares a constant. */
  void declareConstant(String name, @Nullable Object value);

  /** Returns how many variables there are. */
  int variables();

  /** Forgets all variables but the first so many. */
  void rewind(int variables);

  /** Returns what {@code this} is; empty outside of methods. */
  Optional<ScriptValue> self();

  /** Calls a function that the script could call here by its name. */
  ScriptValue call(String function, @Nullable Object... arguments);
}
