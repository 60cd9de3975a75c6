package dev.coachwhip.python.env;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was installed, in exact versions, and what for. On disk a requirements file with comments,
 * so that it can be installed from again.
 *
 * @param inputs hash of the {@link Inputs}
 * @param search hash of all that decided which interpreter was taken
 * @param interpreter identity of the {@link BaseInterpreter}
 * @param version of Python
 * @param packages as {@code pip freeze} prints them: {@code "numpy==2.4.2"}
 */
public record LockFile(
    String inputs, String search, String interpreter, String version, List<String> packages) {

  /** Its name in the environment's folder. */
  static final String NAME = "coachwhip-lock.txt";

  /** Changes with what an environment of ours is, so that older ones are remade. */
  private static final String FORMAT = "1";

  /** Copies the list. */
  public LockFile {
    packages = List.copyOf(packages);
  }

  /** Reads the lock file of a tree; empty if there is none, or it is not as we write it. */
  static Optional<LockFile> read(Path tree) {
    try {
      return parse(Files.readAllLines(tree.resolve(NAME)));
    } catch (IOException e) {
      return Optional.empty(); // never finished, or removed meanwhile
    }
  }

  private static Optional<LockFile> parse(List<String> lines) {
    Map<String, String> facts = new HashMap<>();
    List<String> packages = new ArrayList<>();
    for (String line : lines) {
      int colon = line.indexOf(": ");
      if (line.startsWith("# ") && colon > 0) {
        facts.put(line.substring(2, colon), line.substring(colon + 2));
      } else if (!line.startsWith("#") && !line.isBlank()) {
        packages.add(line);
      }
    }
    return FORMAT.equals(facts.get("format"))
            && facts.keySet().containsAll(List.of("inputs", "search", "interpreter", "python"))
        ? Optional.of(
            new LockFile(
                facts.getOrDefault("inputs", ""),
                facts.getOrDefault("search", ""),
                facts.getOrDefault("interpreter", ""),
                facts.getOrDefault("python", ""),
                packages))
        : Optional.empty();
  }

  /** Writes it into a tree, in one step where one is there already. */
  void write(Path tree) throws IOException {
    List<String> lines =
        Stream.concat(
                Stream.of(
                    "# Exact versions of what Coachwhip installed here.",
                    "# format: " + FORMAT,
                    "# inputs: " + inputs,
                    "# search: " + search,
                    "# interpreter: " + interpreter,
                    "# python: " + version),
                packages.stream())
            .toList();
    WholeFile.write(tree.resolve(NAME), lines);
  }

  /** Returns the same, found by another search. */
  LockFile withSearch(String other) {
    return new LockFile(inputs, other, interpreter, version, packages);
  }
}
