package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.ast.Name;
import java.util.List;
import java.util.stream.Collectors;

/** Paths of modules as one constant: {@code a::b}. */
final class ModulePaths {

  private static final String SEPARATOR = "::";

  private ModulePaths() {}

  static String join(List<Name> path) {
    return path.stream().map(Name::text).collect(Collectors.joining(SEPARATOR));
  }

  static List<String> split(String path) {
    return List.of(path.split(SEPARATOR, -1));
  }
}
