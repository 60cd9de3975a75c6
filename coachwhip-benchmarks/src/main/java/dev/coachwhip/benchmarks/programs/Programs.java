package dev.coachwhip.benchmarks.programs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The programs, which are resources: {@code fib_28.rhai}, {@code fib_28.js} and so on. */
final class Programs {

  /** The smallest, whose time is that of an evaluation as such. */
  static final String TINY = "tiny";

  private static final Map<String, Program> ALL = new LinkedHashMap<>();

  /**
   * A program.
   *
   * @param walkerMillis processor time of an evaluation by Rhai 1.26's tree walker in Rust
   *     (compiled script, release build with link-time optimization, best of ten or more)
   */
  record Program(String name, double result, double walkerMillis) {

    /** Returns its text in a language, empty if it is not written in that. */
    Optional<String> text(Language language) {
      String file = name + "." + language.extension();
      try (InputStream stream = Programs.class.getResourceAsStream(file)) {
        return stream == null
            ? Optional.empty()
            : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Makes it ready to run. */
    Language.Evaluation prepare(Language language) {
      return language.prepare(name + "." + language.extension(), text(language).orElseThrow());
    }

    /** Checks what a run returned; energies may differ in the last digits. */
    double checked(double value) {
      if (Math.abs(value - result) > 1e-9 * Math.abs(result)) {
        throw new IllegalStateException(name + " returned " + value + ", not " + result);
      }
      return value;
    }
  }

  static {
    add("array_1m", 500_000_500_000L, 928);
    add("array_hof_200k", 29_999_700_000L, 257);
    add("closure_call_1m", 500_002_500_000L, 617);
    add("collatz_30k", 307_026_623L, 1565);
    add("fib_28", 317_811, 622);
    add("fn_calls_1m", 499_999_500_000L, 556);
    add("for_range_10m", 49_999_995_000_000L, 1175);
    add("int_loop_10m", 85_000_000L, 6528);
    add("mandelbrot_200", 692_665, 916);
    add("map_access_1m", 250_000_750_000L, 393);
    add("method_this_500k", 125_000_250_000L, 419);
    add("nbody_5k", -0.1690200003719925, 313);
    add("sort_100k", 3_220_521_789L, 728);
    add("string_build_chars", 275_000, 113);
    add("string_concat", 3_833_335, 383);
    add("switch_2m", 15_500_025L, 554);
    add("tiny", 42, 0.0008);
    add("try_catch_200k", 19_999_900_000L, 51.3);
  }

  private Programs() {}

  private static void add(String name, double result, double walkerMillis) {
    ALL.put(name, new Program(name, result, walkerMillis));
  }

  /** Returns all of them. */
  static List<Program> all() {
    return List.copyOf(ALL.values());
  }

  /** Returns those that are named, all if none is. */
  static List<Program> named(List<String> names) {
    return names.isEmpty() ? all() : names.stream().map(Programs::named).toList();
  }

  /** Returns a program by its name. */
  static Program named(String name) {
    return Objects.requireNonNull(ALL.get(name), name);
  }
}
