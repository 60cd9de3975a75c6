package dev.coachwhip.internal.bind;

import dev.coachwhip.internal.SnakeCase;
import java.util.List;
import java.util.stream.Stream;

/** The names that a Java name may have in a script. */
final class Names {

  private Names() {}

  /**
   * Returns the names in the order in which they are tried: the name itself, then in snake case.
   *
   * @param exactly whether an annotation gave the name, which is then the only one
   */
  static List<String> of(String javaName, boolean exactly) {
    return exactly
        ? List.of(javaName)
        : Stream.of(javaName, SnakeCase.of(javaName)).distinct().toList();
  }
}
