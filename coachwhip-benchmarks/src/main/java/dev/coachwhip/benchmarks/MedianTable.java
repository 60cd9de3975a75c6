package dev.coachwhip.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Results as a Markdown table, a row per benchmark and a column per contender. Each figure is the
 * median of the iterations of all forks: on a machine that others use too, the mean that JMH prints
 * tells more about them.
 */
final class MedianTable {

  private static final String NO_CONTENDER = "none";

  private final Map<String, Map<String, String>> rows = new TreeMap<>();
  private final SortedSet<String> contenders = new TreeSet<>();

  private MedianTable() {}

  static MedianTable of(Collection<RunResult> results) {
    MedianTable table = new MedianTable();
    results.forEach(table::add);
    return table;
  }

  private void add(RunResult run) {
    String benchmark = run.getParams().getBenchmark();
    String topic = benchmark.substring(Main.class.getPackageName().length() + 1);
    String contender = run.getParams().getParam("contender");
    String column = contender == null ? NO_CONTENDER : contender;
    contenders.add(column);
    Result<?> time = run.getPrimaryResult();
    put(topic + ", " + time.getScoreUnit(), column, time);
    run.getSecondaryResults().forEach((name, result) -> put(topic + ", " + name, column, result));
  }

  private void put(String row, String column, Result<?> result) {
    rows.computeIfAbsent(row, topic -> new TreeMap<>())
        .put(column, threeDigits(result.getStatistics().getPercentile(50)));
  }

  private static String threeDigits(double score) {
    return BigDecimal.valueOf(score).round(new MathContext(3)).toPlainString();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("\n| median |");
    contenders.forEach(contender -> text.append(' ').append(contender).append(" |"));
    text.append("\n| --- |").append(" --: |".repeat(contenders.size())).append('\n');
    rows.forEach((row, figures) -> {
      text.append("| ").append(row).append(" |");
      contenders.forEach(
          contender -> text.append(' ').append(figures.getOrDefault(contender, "")).append(" |"));
      text.append('\n');
    });
    return text.toString();
  }
}
