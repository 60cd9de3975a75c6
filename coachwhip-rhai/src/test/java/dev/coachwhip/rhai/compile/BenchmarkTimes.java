package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.analysis.Simplifier;
import dev.coachwhip.rhai.runtime.Display;
import dev.coachwhip.rhai.runtime.FunctionIndex;
import dev.coachwhip.rhai.runtime.FunctionTable;
import dev.coachwhip.rhai.runtime.OutputSink;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.RunLimits;
import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.stdlib.StandardLibrary;
import dev.coachwhip.rhai.syntax.Parser;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/**
 * Times the benchmark programs: the first run, and the median of ten runs after five, of one
 * compiled program in a fresh run each, beside the time of Rust's tree walker.
 *
 * <pre>{@code
 * java -Dprograms=FOLDER dev.coachwhip.rhai.compile.BenchmarkTimes [--counts] [--sizes] [name]...
 *   --counts   with operations counted, as a limit needs it
 *   --sizes    with limits of the sizes of data, which nothing reaches
 * }</pre>
 */
public final class BenchmarkTimes {

  /** The folder of the programs; in the project's root the one of the benchmarks. */
  private static final Path PROGRAMS =
      Path.of(
          System.getProperty(
              "programs",
              "coachwhip-benchmarks/src/main/resources/dev/coachwhip/benchmarks/programs"));

  /** Milliseconds of Rust's Rhai 1.26, its tree walker, as the programs' README says. */
  private static final Map<String, Double> WALKER =
      Map.ofEntries(
          Map.entry("int_loop_10m", 6528.0),
          Map.entry("for_range_10m", 1175.0),
          Map.entry("fn_calls_1m", 556.0),
          Map.entry("fib_28", 622.0),
          Map.entry("collatz_30k", 1565.0),
          Map.entry("mandelbrot_200", 916.0),
          Map.entry("nbody_5k", 313.0),
          Map.entry("array_1m", 928.0),
          Map.entry("array_hof_200k", 257.0),
          Map.entry("map_access_1m", 393.0),
          Map.entry("method_this_500k", 419.0),
          Map.entry("closure_call_1m", 617.0),
          Map.entry("switch_2m", 554.0),
          Map.entry("string_concat", 383.0),
          Map.entry("string_build_chars", 113.0),
          Map.entry("try_catch_200k", 51.3),
          Map.entry("sort_100k", 728.0),
          Map.entry("tiny", 0.0008));

  private static final int WARM_UP = 5;
  private static final int TIMED = 10;

  /** How often a program runs at a time that takes less than the clock can tell. */
  private static final int SMALL_BATCH = 200_000;

  private final FunctionTable functions =
      new FunctionTable(FunctionIndex.EMPTY, List.of(), StandardLibrary::functions);
  private final boolean counts;
  private final long size;
  private double logarithms;
  private int programs;

  private BenchmarkTimes(boolean counts, boolean sizes) {
    this.counts = counts;
    size = sizes ? Long.MAX_VALUE : 0;
  }

  /** Times what the arguments say. */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    List<String> all = List.of(arguments);
    List<String> names = all.stream().filter(name -> !name.startsWith("--")).toList();
    BenchmarkTimes times = new BenchmarkTimes(all.contains("--counts"), all.contains("--sizes"));
    FutureTask<Void> task = new FutureTask<>(() -> times.all(names));
    Thread thread = new Thread(null, task, "script", 256L << 20);
    thread.start();
    task.get();
  }

  private Void all(List<String> names) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(PROGRAMS)) {
      files = listed.filter(file -> file.toString().endsWith(".rhai")).sorted().toList();
    }
    System.out.printf("%-20s %9s %9s %9s  %s%n", "", "first ms", "warm ms", "faster", "value");
    for (Path file : files) {
      String name = file.getFileName().toString().replace(".rhai", "");
      if (names.isEmpty() || names.contains(name)) {
        time(name, Files.readString(file));
      }
    }
    System.out.printf("geometric mean: %.1f%n", Math.exp(logarithms / Math.max(1, programs)));
    return null;
  }

  private void time(String name, String text) {
    try {
      Program program =
          Compiler.compile(
              Simplifier.simplify(Parser.parse(text, SyntaxOptions.DEFAULT), SyntaxOptions.DEFAULT),
              name + ".rhai",
              new CompileOptions(counts, Set.of(), false),
              SyntaxOptions.DEFAULT);
      int batch = name.equals("tiny") ? SMALL_BATCH : 1;
      double[] times = new double[WARM_UP + TIMED];
      Object value = Unit.UNIT;
      for (int i = 0; i < times.length; i++) {
        long start = System.nanoTime();
        for (int each = 0; each < batch; each++) {
          value = program.execute(newRun(program));
        }
        times[i] = (System.nanoTime() - start) / 1e6 / batch;
      }
      report(name, times, Display.rustText(value));
    } catch (RuntimeException | LinkageError e) {
      System.out.printf(
          "%-20s %s%n",
          name,
          String.valueOf(e.getMessage()).lines().findFirst()); // the others are still worth timing
    }
  }

  private Run newRun(Program program) {
    long operations = counts ? Long.MAX_VALUE : 0;
    RunLimits limits =
        new RunLimits(operations, 64, size, size, size, Integer.MAX_VALUE, Integer.MAX_VALUE);
    return new Run(program, new Scope(), functions, limits, new Silence(), null);
  }

  private void report(String name, double[] times, String value) {
    double first = times[0];
    double[] timed = Arrays.copyOfRange(times, WARM_UP, times.length);
    Arrays.sort(timed);
    double median = (timed[TIMED / 2 - 1] + timed[TIMED / 2]) / 2;
    double faster = WALKER.getOrDefault(name, Double.NaN) / median;
    if (faster > 0) {
      logarithms += Math.log(faster);
      programs++;
    }
    System.out.printf("%-20s %9.2f %9.4f %9.2f  %s%n", name, first, median, faster, value);
  }

  private static final class Silence implements OutputSink {
    @Override
    public void print(String text) {}

    @Override
    public void debug(String text, int line, int column) {}
  }
}
