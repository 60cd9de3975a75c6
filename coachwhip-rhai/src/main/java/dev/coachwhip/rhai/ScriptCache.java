package dev.coachwhip.rhai;

import dev.coachwhip.ScriptSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps what scripts were compiled to, for the next run of the same text. In the engine's turn. */
final class ScriptCache {

  private static final int MOST_SCRIPTS = 512;
  private static final long MOST_CHARACTERS = 16L << 20;

  private final Map<ScriptSource, EngineProgram> programs = new LinkedHashMap<>(16, 0.75f, true);
  private long characters;
  private @Nullable ScriptSource lastSource;
  private @Nullable EngineProgram last;

  /** Returns a script's program, made if it is not known. */
  @SuppressWarnings("ReferenceEquality") // those that are only equal are found in the map
  EngineProgram get(ScriptSource source, Function<ScriptSource, EngineProgram> compiler) {
    EngineProgram latest = last;
    if (source == lastSource && latest != null) {
      return latest;
    }
    EngineProgram program = find(source, compiler);
    lastSource = source;
    last = program;
    return program;
  }

  private EngineProgram find(ScriptSource source, Function<ScriptSource, EngineProgram> compiler) {
    EngineProgram known = programs.get(source);
    if (known != null) {
      return known;
    }
    EngineProgram made = compiler.apply(source);
    programs.put(source, made);
    characters += source.text().length();
    Iterator<ScriptSource> oldest = programs.keySet().iterator();
    while (programs.size() > MOST_SCRIPTS
        || (characters > MOST_CHARACTERS && programs.size() > 1)) {
      characters -= oldest.next().text().length();
      oldest.remove();
    }
    return made;
  }

  /** Forgets all. */
  void clear() {
    programs.clear();
    characters = 0;
    lastSource = null;
    last = null;
  }
}
