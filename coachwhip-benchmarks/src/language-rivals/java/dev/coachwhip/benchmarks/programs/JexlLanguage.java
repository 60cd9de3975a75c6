package dev.coachwhip.benchmarks.programs;

import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlScript;
import org.apache.commons.jexl3.MapContext;

/** Apache Commons JEXL, which walks the syntax tree. */
public final class JexlLanguage implements Language {

  /** Made by {@link java.util.ServiceLoader}; does no work. */
  public JexlLanguage() {}

  @Override
  public String name() {
    return "jexl";
  }

  @Override
  public String extension() {
    return "jexl";
  }

  @Override
  public Evaluation prepare(String name, String text) {
    return new Parsed(new JexlBuilder().create().createScript(text));
  }

  /** A parsed script. */
  private record Parsed(JexlScript script) implements Evaluation {

    @Override
    public double run() {
      return ((Number) script.execute(new MapContext())).doubleValue();
    }

    @Override
    public void close() {}
  }
}
