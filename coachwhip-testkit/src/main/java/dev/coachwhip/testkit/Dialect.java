package dev.coachwhip.testkit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one language writes what the contract's scripts need. Statements may span lines and end
 * without a line end; expressions stand on one line.
 */
public interface Dialect {

  /**
   * One value as the language writes it.
   *
   * @param expression writes it
   * @param java what {@code toJava()} gives for it
   * @param typeName the language's name of its type
   * @param printed what the language prints for it
   */
  record Literal(String expression, @Nullable Object java, String typeName, String printed) {}

  /**
   * A line that cannot be parsed.
   *
   * @param text the line
   * @param column where the error begins, from 1
   * @param endColumn the column after its end
   */
  record BrokenLine(String text, int column, int endColumn) {}

  /** Returns a literal of each kind that the language has. */
  List<Literal> literals();

  /**
   * Tells whether the language can hold a plain Java value; one it cannot hold must be refused.
   *
   * @param value an integer, float, text, bytes, list, map or set
   */
  default boolean holds(Object value) {
    return true;
  }

  /** Puts statements one after the other. */
  default String lines(String... statements) {
    return String.join("\n", statements);
  }

  /** Assigns a global. */
  String assign(String variable, String expression);

  /** Ends the script with the value of an expression. */
  String result(String expression);

  /** Adds up the integers below a number in a loop; ends with the sum. */
  String sumBelow(int count);

  /** Defines a function that returns an expression of its parameters. */
  String function(String name, List<String> parameters, String expression);

  /** Defines a function without parameters that {@linkplain #raise() fails} at its second line. */
  String failingFunction(String name);

  /** Calls a function, as an expression. */
  default String call(String function, String... arguments) {
    return function + "(" + String.join(", ", arguments) + ")";
  }

  /** Calls a function that a variable holds, as an expression. */
  default String callValue(String variable, String... arguments) {
    return call(variable, arguments);
  }

  /** Calls a function with one positional and one keyword argument, as an expression. */
  default String callNamed(String function, String argument, String name, String value) {
    return call(function, argument, name + "=" + value);
  }

  /** Adds two numbers, as an expression. */
  default String add(String left, String right) {
    return left + " + " + right;
  }

  /** Prints a value and a line end. */
  String print(String expression);

  /** Fails at run time, in one line. */
  String raise();

  /** Returns what {@code typeName()} of the error of {@link #raise()} is. */
  String raisedType();

  /** Assigns a global; its value is a fallback if the expression fails. */
  String assignOr(String variable, String expression, String fallback);

  /** Loops for ever. */
  String endless();

  /** Defines a function of one parameter that calls itself with one less, and returns 0 for 0. */
  String countingDown(String name);

  /** Returns a line that cannot be parsed. */
  BrokenLine brokenLine();

  /** Returns a word that no function may be named. */
  String reservedWord();

  /** Ends the whole script with an exit code, if the language can. */
  Optional<String> exit(int code);
}
