package dev.coachwhip.spi.exposed;

import dev.coachwhip.Arguments;
import java.util.List;
import java.util.Optional;

/** The methods of one Java name in an API: one or several overloads. Immutable. */
public final class ExposedMethod {

  private final String name;
  private final String javaName;
  private final String doc;
  private final List<Overload> overloads;

  ExposedMethod(String name, String javaName, String doc, List<Overload> overloads) {
    this.name = name;
    this.javaName = javaName;
    this.doc = doc;
    this.overloads = overloads;
  }

  /** Returns its name in scripts. */
  public String name() {
    return name;
  }

  /** Returns its name in Java. */
  public String javaName() {
    return javaName;
  }

  /** Returns what help says of it, perhaps empty. */
  public String doc() {
    return doc;
  }

  /** Returns the overloads as one writes them in Java: {@code double moveAbs(double position)}. */
  public List<String> signatures() {
    return overloads.stream().map(Overload::signature).toList();
  }

  /**
   * Returns the parameters' names where all calls have the same: of a method without overloads and
   * without varargs. {@code arg0} and so on if the class was compiled without {@code -parameters}.
   */
  public Optional<List<String>> parameterNames() {
    return overloads.size() == 1 ? overloads.getFirst().parameterNames() : Optional.empty();
  }

  /**
   * Chooses the overload that fits arguments best and converts them for it. May call the engine
   * that the arguments come from.
   *
   * @throws IllegalArgumentException if none fits, or several do equally well; lists them and what
   *     was given
   */
  public Invocation prepare(Arguments arguments) {
    return overloads.size() == 1
        ? overloads.getFirst().prepare(arguments)
        : new OverloadChoice(this, overloads, arguments).choose();
  }
}
