package dev.coachwhip.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Results as the Markdown tables of {@code docs/performance.md}: a row per benchmark and a column
 * per contender, then Coachwhip's figures against the targets. Each figure is the median of the
 * iterations of all forks: on a machine that others use too, the mean that JMH prints tells more
 * about them.
 */
final class MedianTable {

  private static final String COACHWHIP = "coachwhip";

  private final Map<String, Line> lines = new TreeMap<>();
  private final SortedSet<String> contenders = new TreeSet<>();

  /**
   * One row.
   *
   * @param figures by contender; nanoseconds, or ratios
   */
  private record Line(Row row, boolean isTime, Map<String, Double> figures) {

    Unit unit() {
      return isTime ? Unit.of(figures.values().iterator().next()) : Unit.NONE;
    }
  }

  private MedianTable() {}

  static MedianTable of(Collection<RunResult> results) {
    MedianTable table = new MedianTable();
    results.forEach(table::add);
    return table;
  }

  private void add(RunResult run) {
    String benchmark = run.getParams().getBenchmark();
    String given = run.getParams().getParam("contender");
    String contender = given == null ? COACHWHIP : given; // those without run with no other
    contenders.add(contender);
    // Where there are further results, the time is that of several things together.
    if (run.getSecondaryResults().isEmpty()) {
      double nanos = Unit.nanos(run.getPrimaryResult());
      line(benchmark, true).figures().put(contender, nanos);
    }
    for (Result<?> ratio : run.getSecondaryResults().values()) {
      line(benchmark, false).figures().put(contender, Unit.median(ratio));
    }
  }

  private Line line(String benchmark, boolean isTime) {
    return lines.computeIfAbsent(benchmark, name -> new Line(rowOf(name), isTime, new TreeMap<>()));
  }

  private static Row rowOf(String benchmark) {
    int dot = benchmark.lastIndexOf('.');
    try {
      return Arrays.stream(Class.forName(benchmark.substring(0, dot)).getMethods())
          .filter(method -> method.getName().equals(benchmark.substring(dot + 1)))
          .map(method -> method.getAnnotation(Row.class))
          .filter(Objects::nonNull)
          .findAny()
          .orElseThrow(() -> new IllegalStateException(benchmark + " has no @Row"));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private String figures() {
    List<String> rows = new ArrayList<>();
    rows.add(cells(List.of("", "unit"), contenders));
    rows.add("| --- | --- |" + " --: |".repeat(contenders.size()));
    for (Line line : lines.values()) {
      Unit unit = line.unit();
      List<String> figures =
          contenders.stream()
              .map(line.figures()::get)
              .map(figure -> figure == null ? "" : unit.format(figure))
              .toList();
      rows.add(cells(List.of(line.row().value(), unit.symbol()), figures));
    }
    return String.join("\n", rows);
  }

  private String targets() {
    List<String> rows = new ArrayList<>();
    rows.add("| | target | measured | |\n| --- | --: | --: | --- |");
    for (Line line : lines.values()) {
      Double figure = line.figures().get(COACHWHIP);
      double target = line.row().target();
      if (target > 0 && figure != null) {
        rows.add(
            cells(
                List.of(line.row().value()),
                List.of(
                    line.isTime() ? Unit.withSymbol(target) : Unit.NONE.format(target),
                    line.isTime() ? Unit.withSymbol(figure) : Unit.NONE.format(figure),
                    figure <= target ? "met" : "**missed**")));
      }
    }
    return String.join("\n", rows);
  }

  private static String cells(Collection<String> first, Collection<String> others) {
    List<String> cells = new ArrayList<>(first);
    cells.addAll(others);
    return "| " + String.join(" | ", cells) + " |";
  }

  @Override
  public String toString() {
    return "\n" + figures() + "\n\n" + targets() + "\n";
  }
}
