package dev.coachwhip.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/** A kilobyte of text, to Python and to Java: 1024 letters of ASCII, or 512 Cyrillic letters. */
public class Text extends ContenderBenchmark {

  private static final String ASCII = "x".repeat(1024);

  // Java keeps it as UTF-16 and CPython as UCS-2.
  private static final String CYRILLIC = "ж".repeat(512);

  @Override
  protected void prepare(Contender python) {
    python.setText("text", "");
    python.setText("ascii", ASCII);
    python.setText("cyrillic", CYRILLIC);
  }

  /** ASCII to Python. */
  @Benchmark
  @Row(value = "1024 ASCII letters to Python", target = 1_000)
  public void asciiToPython() {
    python().setText("text", ASCII);
  }

  /** ASCII to Java. */
  @Benchmark
  @Row(value = "1024 ASCII letters to Java", target = 1_000)
  public String asciiToJava() {
    return python().getText("ascii");
  }

  /** Cyrillic to Python. */
  @Benchmark
  @Row(value = "512 Cyrillic letters to Python", target = 1_000)
  public void cyrillicToPython() {
    python().setText("text", CYRILLIC);
  }

  /** Cyrillic to Java. */
  @Benchmark
  @Row(value = "512 Cyrillic letters to Java", target = 1_000)
  public String cyrillicToJava() {
    return python().getText("cyrillic");
  }
}
