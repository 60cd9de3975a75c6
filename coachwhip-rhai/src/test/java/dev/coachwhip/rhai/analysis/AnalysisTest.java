package dev.coachwhip.rhai.analysis;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.syntax.Parser;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The analysis of large scripts ends soon. */
class AnalysisTest {

  @Test
  void of_manyCallsInTheCallersScope_inTime() {
    Script script =
        Parser.parse(
            IntStream.range(0, 40_000)
                .mapToObj(i -> "fn f" + i + "(x) { f" + (i + 1) + "!(x) }")
                .collect(joining("\n")),
            SyntaxOptions.DEFAULT);

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Analysis analysis = Analysis.of(script, false, false, new NativeTypes(name -> false));
          assertThat(analysis.groups()).hasSize(40_000).allMatch(FunctionGroup::isScoped);
        });
  }
}
