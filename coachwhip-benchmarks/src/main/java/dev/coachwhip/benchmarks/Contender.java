package dev.coachwhip.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.LongBinaryOperator;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/**
 * One way to run Python in Java, as far as the benchmarks need it. What a program that wants speed
 * would prepare once (compile, look up) is done outside of what they measure.
 *
 * <p>Found by {@link ServiceLoader}. Each measuring JVM uses one, so that the compiler sees through
 * the interface.
 */
public interface Contender extends AutoCloseable {

  /** Returns the name on the command line and in results. */
  String name();

  /** Starts the interpreter; called once, before the rest. */
  void open();

  /** Runs a script. */
  void run(String text);

  /** Returns a way to run a script many times; each time returns its global {@code result}. */
  LongSupplier script(String text);

  /** Returns a way to call a function that a script defined. */
  LongUnaryOperator function(String name);

  /** Makes a Java function callable from Python. */
  void register(String name, LongUnaryOperator function);

  /** Makes a Java function of two ints callable from Python. */
  void register(String name, LongBinaryOperator function);

  /** Sets a global to an int. */
  void setLong(String name, long value);

  /** Reads a global that is an int. */
  long getLong(String name);

  /** Sets a global to a str. */
  void setText(String name, String value);

  /** Reads a global that is a str. */
  String getText(String name);

  /** Reads a global that is a list of floats. */
  double[] getDoubles(String name);

  /** Reads a global that is a list of floats as objects of Java, a copy. */
  List<Double> getList(String name);

  /** Reads a global that is a dict of str and int as objects of Java, a copy. */
  Map<String, Long> getMap(String name);

  /**
   * Sets a global to an array of Python's own, float64 and all zero, of the kind that Java can read
   * without a copy.
   */
  void makeFloats(String name, int length);

  /** Takes an array that {@link #makeFloats} made, without a copy, and reads its first element. */
  double firstFloat(String name);

  /**
   * Makes an array of Java.
   *
   * @return a way to set a global to it, without a copy
   */
  Runnable sharing(String name, int length);

  /**
   * Calls a function that fails.
   *
   * @return the functions that the exception passed, innermost first. Not their lines: GraalPy
   *     tells only that of the innermost.
   */
  List<String> functionsOfFailure(String function);

  /** Returns what Python holds for this contender, as far as it can be told. */
  default Holdings holdings() {
    return Holdings.none();
  }

  @Override
  void close();

  /** Returns all contenders on the class path. */
  static List<String> names() {
    return ServiceLoader.load(Contender.class).stream().map(c -> c.get().name()).sorted().toList();
  }

  /** Opens a contender. */
  static Contender open(String name) {
    for (Contender contender : ServiceLoader.load(Contender.class)) {
      if (contender.name().equals(name)) {
        contender.open();
        return contender;
      }
    }
    throw new IllegalArgumentException(
        "no contender '" + name + "' on the class path, only " + names());
  }
}
