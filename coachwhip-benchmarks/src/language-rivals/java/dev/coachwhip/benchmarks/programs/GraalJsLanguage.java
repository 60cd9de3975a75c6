package dev.coachwhip.benchmarks.programs;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** GraalJS, community edition, which interprets on a JDK that has no Graal compiler. */
public final class GraalJsLanguage implements Language {

  private static final String JS = "js";

  /** Made by {@link java.util.ServiceLoader}; does no work. */
  public GraalJsLanguage() {}

  @Override
  public String name() {
    return "graaljs";
  }

  @Override
  public String extension() {
    return JS;
  }

  @Override
  public Evaluation prepare(String name, String text) {
    Context context = Context.newBuilder(JS).option("engine.WarnInterpreterOnly", "false").build();
    return new Script(context, context.parse(Source.create(JS, text)));
  }

  /** A parsed script in a context of its own. */
  private record Script(Context context, Value script) implements Evaluation {

    @Override
    public double run() {
      return script.execute().asDouble();
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
