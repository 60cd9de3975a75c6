package dev.coachwhip.benchmarks.programs;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.Script;
import org.mozilla.javascript.ScriptableObject;

/** Rhino, which compiles to bytecode unless told otherwise. */
public final class RhinoLanguage implements Language {

  /** Made by {@link java.util.ServiceLoader}; does no work. */
  public RhinoLanguage() {}

  @Override
  public String name() {
    return "rhino";
  }

  @Override
  public String extension() {
    return "js";
  }

  @Override
  public Evaluation prepare(String name, String text) {
    Context context = Context.enter();
    context.setLanguageVersion(Context.VERSION_ES6);
    ScriptableObject scope = context.initSafeStandardObjects();
    return new Compiled(context, context.compileString(text, name, 1, null), scope);
  }

  /** A compiled script, its thread's context, and its globals. */
  private record Compiled(Context context, Script script, ScriptableObject scope)
      implements Evaluation {

    @Override
    public double run() {
      return Context.toNumber(script.exec(context, scope, scope));
    }

    @Override
    public void close() {
      Context.exit();
    }
  }
}
