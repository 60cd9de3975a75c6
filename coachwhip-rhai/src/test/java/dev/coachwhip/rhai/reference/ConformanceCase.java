package dev.coachwhip.rhai.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A script and what Rhai 1.26 answers.
 *
 * @param id {@code topic/number-name}
 * @param script its text
 * @param answer what Rhai answers
 */
public record ConformanceCase(String id, String script, Answer answer) {

  /** Answers of Rhai itself. */
  private static final String RECORDED = "/conformance/cases.jsonl";

  /** Answers that follow from Rhai's source. */
  private static final String FURTHER = "/conformance/further.jsonl";

  /** What random scripts found, each reduced to what matters, with Rhai's answers. */
  private static final String FOUND = "/conformance/fuzz.jsonl";

  /** The library's functions, with Rhai's answers. */
  private static final String LIBRARY = "/conformance/library.jsonl";

  /** Returns the cases that Rhai answered, then those that follow from its source. */
  public static List<ConformanceCase> all() {
    return Stream.of(RECORDED, FURTHER, FOUND, LIBRARY).flatMap(ConformanceCase::read).toList();
  }

  /** Returns the cases of a file. */
  static List<ConformanceCase> in(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).map(ConformanceCase::parse).toList();
    }
  }

  private static Stream<ConformanceCase> read(String resource) {
    try (InputStream in = ConformanceCase.class.getResourceAsStream(resource)) {
      Objects.requireNonNull(in, resource);
      List<String> lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
      return lines.stream().filter(line -> !line.isBlank()).map(ConformanceCase::parse);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConformanceCase parse(String line) {
    Map<String, @Nullable Object> all = Json.parseObject(line);
    return new ConformanceCase(text(all, "id"), text(all, "script"), answer(all));
  }

  @SuppressWarnings("unchecked") // so the file is made
  private static Answer answer(Map<String, @Nullable Object> all) {
    var expected = (Map<String, @Nullable Object>) Objects.requireNonNull(all.get("expect"));
    List<Object> printed = (List<Object>) Objects.requireNonNull(expected.get("stdout"));
    if (Boolean.TRUE.equals(expected.get("ok"))) {
      // Real values are checked by their parts, where the parts are known.
      boolean typed = expected.containsKey("typed") || text(expected, "type").equals("()");
      Object value = typed ? expected.get("typed") : Answer.UNKNOWN;
      return Answer.value(printed, text(expected, "type"), value, text(expected, "value"));
    }
    return Answer.error(
        printed,
        text(expected, "errkind"),
        number(expected, "line"),
        number(expected, "pos"),
        text(expected, "message"));
  }

  private static String text(Map<String, @Nullable Object> object, String key) {
    return (String) Objects.requireNonNull(object.get(key), key);
  }

  private static int number(Map<String, @Nullable Object> object, String key) {
    return object.get(key) instanceof Long number ? number.intValue() : 0;
  }

  /** Returns the first part of the id. */
  String topic() {
    return id.substring(0, id.indexOf('/'));
  }
}
