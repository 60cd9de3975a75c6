package dev.coachwhip.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ErrorReportTest {

  private static ErrorDetails details(String message) {
    return ErrorDetails.of("toy", message);
  }

  private static ScriptRuntimeException error(ErrorDetails details) {
    return new ScriptRuntimeException("ToyError", details);
  }

  private static ScriptFrame frame(int number) {
    return new ScriptFrame(
        "toy",
        "f" + number,
        SourceLocation.ofLine("a.toy", number, Optional.of("call f" + number)));
  }

  private static List<ScriptFrame> frames(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(ErrorReportTest::frame).toList();
  }

  @Test
  void report_messageOnly_isTheMessage() {
    assertThat(error(details("it broke")).report()).isEqualTo("it broke");
  }

  @Test
  void report_location_showsLineAndCarets() {
    SourceLocation place = new SourceLocation("a.toy", 12, 5, 12, 10, Optional.of("x = y / z"));
    assertThat(error(details("division by zero").at(place)).report())
        .isEqualTo(
            """
            division by zero
              --> a.toy:12:5
              12 | x = y / z
                 |     ^^^^^\
            """);
  }

  @Test
  void report_oneFrame_isNotRepeated() {
    assertThat(error(details("m").withFrames(frames(1))).report()).doesNotContain("at f1");
  }

  @Test
  void report_frames_areInnermostFirst() {
    assertThat(error(details("m").withFrames(frames(2))).report().lines())
        .endsWith("  at f1 (a.toy:1:1)", "  at f2 (a.toy:2:1)");
  }

  @Test
  void report_manyFrames_showsBothEndsAndTheCount() {
    List<String> lines = error(details("m").withFrames(frames(1000))).report().lines().toList();
    assertThat(lines)
        .contains("  at f20 (a.toy:20:1)", "  ... 960 more", "  at f981 (a.toy:981:1)")
        .doesNotContain("  at f21 (a.toy:21:1)", "  at f980 (a.toy:980:1)")
        .endsWith("  at f1000 (a.toy:1000:1)");
  }

  @Test
  void report_oneFrameTooMany_isShownNotCounted() {
    assertThat(error(details("m").withFrames(frames(41))).report())
        .contains("at f21 (")
        .doesNotContain("more");
  }

  @Test
  void report_sameFrameManyTimes_isCounted() {
    List<ScriptFrame> same = Stream.generate(() -> frame(2)).limit(500).toList();
    List<ScriptFrame> all =
        Stream.of(List.of(frame(1)), same, List.of(frame(3))).flatMap(List::stream).toList();
    assertThat(error(details("m").withFrames(all)).report().lines())
        .endsWith(
            "  at f1 (a.toy:1:1)",
            "  at f2 (a.toy:2:1)",
            "  ... the same 499 more times",
            "  at f3 (a.toy:3:1)");
  }

  @Test
  void report_framesOfSeveralLanguages_areNamed() {
    ScriptFrame java =
        new ScriptFrame(
            ScriptFrame.JAVA, "A.f", SourceLocation.ofLine("A.java", 7, Optional.empty()));
    ScriptException error = error(details("m").withFrames(List.of(java, frame(1))));
    assertThat(error.report().lines())
        .endsWith("  java at A.f (A.java:7)", "  toy  at f1 (a.toy:1:1)");
    assertThat(error.location()).contains(frame(1).location());
  }

  @Test
  void report_notes_followThePlace() {
    assertThat(error(details("m").withNotes(List.of("one", "two\nlines"))).report())
        .isEqualTo("m\n  note: one\n  note: two\n        lines");
  }

  @Test
  void report_rangeOfLines_showsFirstAndLast() {
    SourceLocation place =
        new SourceLocation("a.toy", 9, 5, 12, 5, Optional.of("x = f("), Optional.of("  1)"));
    assertThat(error(details("m").at(place)).report())
        .isEqualTo(
            """
            m
              --> a.toy:9:5
               9 | x = f(
                 |     ^^
                 | ...
              12 |   1)
                 |   ^^\
            """);
  }

  @Test
  void report_causes_areAllListed() {
    Exception root = new IOException("no space");
    Exception host = new IllegalStateException("cannot save", root);
    ScriptException inner = error(details("inner").causedBy(host));
    assertThat(error(details("outer").causedBy(inner)).report())
        .isEqualTo(
            """
            outer
            caused by: inner
            caused by: java.lang.IllegalStateException: cannot save
            caused by: java.io.IOException: no space\
            """);
  }

  @Test
  void report_suppressed_areIndented() {
    ScriptException group = error(details("group"));
    group.addSuppressed(error(details("first").causedBy(new IOException("disk"))));
    group.addSuppressed(new IOException("second"));
    assertThat(group.report())
        .isEqualTo(
            """
            group
              with: first
              caused by: java.io.IOException: disk
              with: java.io.IOException: second\
            """);
  }

  @Test
  void report_cycleOfCauses_ends() {
    Exception host = new RuntimeException("host");
    ScriptException error = error(details("script").causedBy(host));
    host.initCause(error);
    error.addSuppressed(error(details("part").causedBy(error)));
    assertThat(error.report())
        .isEqualTo(
            """
            script
              with: part
            caused by: java.lang.RuntimeException: host\
            """);
  }

  @Test
  void report_longChainOfCauses_isListedToItsEnd() {
    Exception chain = new IOException("root");
    for (int i = 0; i < 20_000; i++) {
      chain = error(details("level " + i).causedBy(chain));
    }
    assertThat(((ScriptException) chain).report()).endsWith("IOException: root");
  }

  @Test
  void toString_anyError_leavesCausesToTheStackTrace() {
    assertThat(error(details("outer").causedBy(new IOException("disk"))))
        .hasToString(ScriptRuntimeException.class.getName() + ": outer");
  }

  @Test
  void traceback_noneGiven_isTheReport() {
    assertThat(error(details("m")).traceback()).isEqualTo("m");
    assertThat(error(details("m").withTraceback(() -> "Traceback")).traceback())
        .isEqualTo("Traceback");
  }

  @Test
  void location_framesOnly_isTheInnermostFrames() {
    ScriptException error = error(details("m").withFrames(frames(3)));
    assertThat(error.location()).contains(frame(1).location());
  }
}
