package dev.coachwhip.rhai.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.ScriptSyntaxException;
import dev.coachwhip.error.SourceLocation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What real Rhai 1.26 answers to scripts: the engine says the same, as its users see it. */
class EngineConformanceTest {

  private static final ScriptLimits LIMITS = ScriptLimits.none().withMaxOperations(50_000_000);

  private static final Pattern QUOTED_CHARACTER = Pattern.compile("'([^'\\\\]|\\\\.)'");

  @TestFactory
  Stream<DynamicTest> engine_anyCase_answersAsRhai() {
    return ConformanceCase.all().stream()
        .filter(each -> !KnownDifferences.REASONS.containsKey(each.id()))
        .map(each -> DynamicTest.dynamicTest(each.id(), () -> check(each)));
  }

  private static void check(ConformanceCase each) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (ScriptEngine engine =
        ScriptEngines.builder("rhai").limits(LIMITS).output(output).build()) {
      assertThat(answer(engine, each)).as(each.script()).isIn(expected(each.answer()));
    }
    assertThat(output.toString(StandardCharsets.UTF_8))
        .as(each.script())
        .isEqualTo(printed(each.answer().printed()));
  }

  /** Rhai prints characters in arrays as they are, where the recorded texts have quotes. */
  private static List<String> expected(Answer answer) {
    if (!answer.ok()) {
      return List.of(answer.errorKind() + " at " + answer.line() + ":" + answer.column());
    }
    String value = answer.type() + " " + answer.text();
    String plain =
        QUOTED_CHARACTER
            .matcher(value)
            .replaceAll(found -> Matcher.quoteReplacement(found.group(1).translateEscapes()));
    return List.of(value, plain);
  }

  private static String answer(ScriptEngine engine, ConformanceCase each) {
    try {
      ScriptValue value = engine.executeScript(each.script());
      return value.typeName() + " " + value;
    } catch (ScriptException e) {
      return kind(e, each.answer()) + " at " + place(e.location());
    }
  }

  /** A limit is told by its name and not by Rhai's kind of the error. */
  private static String kind(ScriptException e, Answer answer) {
    return switch (e) {
      case ScriptSyntaxException syntax -> "ErrorParsing";
      case ScriptRuntimeException runtime -> runtime.typeName();
      case LimitExceededException limit when limit.limit().equals("maxOperations") ->
          "ErrorTooManyOperations";
      default -> "no answer like " + answer.errorKind();
    };
  }

  private static String place(Optional<SourceLocation> location) {
    return location.map(place -> place.line() + ":" + place.column()).orElse("0:0");
  }

  private static String printed(List<Object> lines) {
    StringBuilder text = new StringBuilder();
    for (Object line : lines) {
      text.append(line instanceof Map<?, ?> debug ? debug.get("debug") : line).append('\n');
    }
    return text.toString();
  }
}
