package dev.coachwhip.tests.attacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A hostile script.
 *
 * @param name its file's, without the extension
 * @param text all of it
 */
record Attack(String name, String text) {

  private static final String VARIANTS = "# variants: ";
  private static final String NEXT = "# next: ";

  /** Ends in {@code "refused"} unless one of the ways does something. */
  private static final String HELPERS =
      """
      def attempt(*ways):
          got = []
          for number, way in enumerate(ways):
              try:
                  got.append((number, way()))
              except Exception:
                  pass
          return f"succeeded: {got!r}"[:2000] if got else "refused"


      def granted(result):
          if result < 0:
              raise OSError("refused")
          return result


      def succeeded(yes):
          if not yes:
              raise OSError("refused")
          return yes


      """;

  /** Reads all of them. */
  static List<Attack> all() {
    try (Stream<Path> files =
        Files.list(Path.of(Objects.requireNonNull(Attack.class.getResource("/attacks")).toURI()))) {
      return files.sorted().map(Attack::read).toList();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Attack read(Path file) {
    try {
      String name = file.getFileName().toString();
      return new Attack(name.substring(0, name.lastIndexOf('.')), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the policies that it is tried under. */
  List<AttackPolicy> policies() {
    return Arrays.stream(header(VARIANTS).split(" "))
        .map(variant -> AttackPolicy.valueOf(variant.toUpperCase(Locale.ROOT)))
        .toList();
  }

  /**
   * Tells whether it may spoil the interpreter that it ran in, so that only an engine in another
   * process must be as before.
   */
  boolean maySpoilInterpreter() {
    return text.contains(NEXT);
  }

  private String header(String key) {
    return text.lines()
        .filter(line -> line.startsWith(key))
        .findFirst()
        .map(line -> line.substring(key.length()))
        .orElseThrow(() -> new IllegalStateException(name + " does not say " + key));
  }

  /** Returns what runs. */
  String script() {
    return HELPERS + text;
  }
}
