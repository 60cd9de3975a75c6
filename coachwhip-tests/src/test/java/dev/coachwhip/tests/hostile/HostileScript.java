package dev.coachwhip.tests.hostile;

import dev.coachwhip.ScriptSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A script of the folder {@code hostile} in the test resources, and what its first comment lines
 * say of it:
 *
 * <ul>
 *   <li>{@code # expect: TEXT}: it ends with a value that prints so; {@code anything}: with a value
 *       or an error
 *   <li>{@code # expect error: TYPE} or {@code TYPE: BEGINNING}: it fails so
 *   <li>{@code # exit code: N}: the error has this exit code; {@code any}: it has one
 *   <li>{@code # thread: large}: it needs the large stack of a started run, as it would kill the
 *       python program itself with a stack of 1 MB
 *   <li>{@code # python: 3.N}: it needs this version
 * </ul>
 *
 * @param name the folder and the file without its extension
 * @param text the whole text
 */
record HostileScript(String name, String text) {

  static final String ANYTHING = "anything";

  static List<HostileScript> all() {
    Path root = root();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".py"))
          .sorted(Comparator.naturalOrder())
          .map(file -> read(root, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    try {
      return Path.of(Objects.requireNonNull(HostileScript.class.getResource("/hostile")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HostileScript read(Path root, Path file) {
    try {
      String name = root.relativize(file).toString().replace(".py", "").replace('\\', '/');
      return new HostileScript(name, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ScriptSource source() {
    return ScriptSource.of(name + ".py", text);
  }

  Optional<String> expectedValue() {
    return comment("expect");
  }

  Optional<String> expectedError() {
    return comment("expect error");
  }

  Optional<String> expectedExitCode() {
    return comment("exit code");
  }

  boolean needsLargeStack() {
    return comment("thread").isPresent();
  }

  /** Returns the least minor version of Python 3 that it needs. */
  int minorVersion() {
    return comment("python")
        .map(version -> Integer.parseInt(version.substring("3.".length())))
        .orElse(10);
  }

  private Optional<String> comment(String key) {
    String start = "# " + key + ": ";
    return text.lines()
        .takeWhile(line -> line.startsWith("#"))
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst();
  }

  @Override
  public String toString() {
    return name;
  }
}
