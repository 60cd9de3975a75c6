package dev.coachwhip.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/** Text to Python and back. */
public class Text extends ContenderBenchmark {

  private static final String ASCII = "x".repeat(1024);
  private static final String CYRILLIC = "ж".repeat(512);

  @Override
  protected void prepare(Contender python) {}

  /** 1024 letters of ASCII. */
  @Benchmark
  public String ascii() {
    return setAndGet(ASCII);
  }

  /** 512 Cyrillic letters, which Java keeps as UTF-16 and CPython as UCS-2. */
  @Benchmark
  public String cyrillic() {
    return setAndGet(CYRILLIC);
  }

  private String setAndGet(String text) {
    python().setText("text", text);
    return python().getText("text");
  }
}
