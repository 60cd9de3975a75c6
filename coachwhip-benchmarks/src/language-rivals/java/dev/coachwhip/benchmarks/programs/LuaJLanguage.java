package dev.coachwhip.benchmarks.programs;

import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.jse.JsePlatform;

/** LuaJ, which interprets Lua's bytecode. */
public final class LuaJLanguage implements Language {

  /** Made by {@link java.util.ServiceLoader}; does no work. */
  public LuaJLanguage() {}

  @Override
  public String name() {
    return "luaj";
  }

  @Override
  public String extension() {
    return "lua";
  }

  @Override
  public Evaluation prepare(String name, String text) {
    return new Chunk(JsePlatform.standardGlobals().load(text, name));
  }

  /** A compiled chunk. */
  private record Chunk(LuaValue function) implements Evaluation {

    @Override
    public double run() {
      return function.call().todouble();
    }

    @Override
    public void close() {}
  }
}
