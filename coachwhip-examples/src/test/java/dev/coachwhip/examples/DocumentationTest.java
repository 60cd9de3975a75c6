package dev.coachwhip.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Code of the documentation that says which example it is from, by a comment {@code <!-- from
 * Frames.java -->} before the block, is in that example, but for the indentation.
 */
class DocumentationTest {

  private static final Path DOCUMENTATION = Path.of("../docs");
  private static final Path EXAMPLES = Path.of("src/main/java/dev/coachwhip/examples");

  private static final Pattern QUOTE =
      Pattern.compile("<!-- from (\\w+\\.java) -->\\s*```java\\n(.*?)```", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> quotes_ofEachPage_areInTheirExamples() throws IOException {
    try (Stream<Path> pages = Files.list(DOCUMENTATION)) {
      return pages.filter(page -> page.toString().endsWith(".md")).sorted().toList().stream()
          .map(page ->
              DynamicTest.dynamicTest(page.getFileName().toString(), () -> checkPage(page)));
    }
  }

  private static void checkPage(Path page) throws IOException {
    for (MatchResult quote : quotes(page)) {
      String example = Files.readString(EXAMPLES.resolve(quote.group(1)));
      assertThat(withoutIndentation(example))
          .as("%s quotes %s", page, quote.group(1))
          .contains(withoutIndentation(quote.group(2)));
    }
  }

  private static List<MatchResult> quotes(Path page) throws IOException {
    return QUOTE.matcher(Files.readString(page)).results().toList();
  }

  private static String withoutIndentation(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  @Test
  void quotes_ofTheArraysPage_areFound() throws IOException {
    assertThat(quotes(DOCUMENTATION.resolve("arrays.md"))).hasSize(4);
  }
}
