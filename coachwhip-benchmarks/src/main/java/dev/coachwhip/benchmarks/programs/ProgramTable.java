package dev.coachwhip.benchmarks.programs;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;

/**
 * Results as the Markdown table of {@code docs/performance.md}: milliseconds of a program in each
 * language, medians of the iterations of all forks, and how many times as long as Rhai's each is.
 */
final class ProgramTable {

  private static final String RHAI = "rhai";

  private final Map<String, Map<String, Double>> millis = new TreeMap<>();
  private final List<String> languages;

  private ProgramTable(List<String> languages) {
    this.languages = languages;
  }

  static ProgramTable of(Collection<RunResult> results, List<Language> languages) {
    ProgramTable table = new ProgramTable(languages.stream().map(Language::name).toList());
    for (RunResult run : results) {
      double micros = run.getPrimaryResult().getStatistics().getPercentile(50);
      table
          .millis
          .computeIfAbsent(run.getParams().getParam("program"), _ -> new HashMap<>())
          .put(run.getParams().getParam("language"), micros / 1000);
    }
    return table;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("\n| | tree walker in Rust");
    languages.forEach(language -> text.append(" | ").append(language).append(", ms"));
    text.append(" |\n| --- | --: |").append(" --: |".repeat(languages.size())).append('\n');
    millis.forEach((program, times) -> text.append(row(program, times)));
    return text.append(means()).toString();
  }

  private String row(String program, Map<String, Double> times) {
    double walker = Programs.named(program).walkerMillis();
    double ours = times.getOrDefault(RHAI, Double.NaN);
    String cells =
        languages.stream()
            .map(language -> cell(language, times.get(language), walker, ours))
            .collect(Collectors.joining(" | "));
    return "| `" + program + "` | " + shown(walker) + " | " + cells + " |\n";
  }

  /** Returns a time with a ratio: Rhai's to Rust's, the others' to Rhai's. */
  private static String cell(String language, @Nullable Double time, double walker, double ours) {
    if (time == null) {
      return "";
    }
    double ratio = language.equals(RHAI) ? walker / time : time / ours;
    return shown(time) + " (" + shown(ratio) + ")";
  }

  private String means() {
    double mean =
        millis.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(Programs.TINY))
            .filter(entry -> entry.getValue().containsKey(RHAI))
            .mapToDouble(entry ->
                Math.log(
                    Programs.named(entry.getKey()).walkerMillis() / entry.getValue().get(RHAI)))
            .average()
            .orElse(0);
    return "\nGeometric mean over all but `tiny`: " + shown(Math.exp(mean)) + " times as fast\n";
  }

  /** Returns three digits. */
  static String shown(double number) {
    return number >= 100
        ? String.format(Locale.ROOT, "%.0f", number)
        : String.format(
            Locale.ROOT, number >= 10 ? "%.1f" : number >= 0.1 ? "%.2f" : "%.4f", number);
  }
}
