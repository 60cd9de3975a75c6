package dev.coachwhip.rhai.syntax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A script of the cases, and the error with which Rhai 1.26 refuses to parse it, if it does.
 *
 * @param id which it is
 * @param script its text
 * @param error the error as {@link #describe} shows it; empty if it parses
 */
record SyntaxCase(String id, String script, String error) {

  /** Returns all cases. */
  static List<SyntaxCase> all() {
    try (InputStream in = SyntaxCase.class.getResourceAsStream("/conformance/cases.jsonl")) {
      return new BufferedReader(
              new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))
          .lines()
          .map(SyntaxCase::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked") // so the file is made
  private static SyntaxCase of(String line) {
    var all = (Map<String, @Nullable Object>) Objects.requireNonNull(JsonText.parse(line));
    var expected = (Map<String, @Nullable Object>) Objects.requireNonNull(all.get("expect"));
    return new SyntaxCase(
        Objects.toString(all.get("id")),
        Objects.toString(all.get("script")),
        error(Objects.toString(all.get("id")), expected));
  }

  private static String error(String id, Map<String, @Nullable Object> expected) {
    // with a chain it is the error of a text given to eval; those of other texts are known by topic
    boolean ofAnotherText =
        expected.containsKey("chain") || id.startsWith("json/") || id.startsWith("fn-ptr/");
    if (!"ErrorParsing".equals(expected.get("errkind")) || ofAnotherText) {
      return "";
    }
    return expected.get("parse")
        + " "
        + Objects.requireNonNullElse(expected.get("lex"), "-")
        + " "
        + expected.get("message");
  }

  static String describe(SyntaxError error) {
    String lex = error.lexKind().map(LexErrorKind::rhaiName).orElse("-");
    return error.kind().rhaiName() + " " + lex + " " + error.getMessage();
  }
}
