package dev.coachwhip.cli.repl;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The keywords and builtins of the Python that runs; asked of it once, at the first completion. */
final class PythonWords implements Supplier<Set<String>> {

  private @Nullable Set<String> words;

  @Override
  public Set<String> get() {
    if (words == null) {
      words = ask();
    }
    return words;
  }

  private static Set<String> ask() {
    Set<String> found = new TreeSet<>();
    // An engine of its own, so that the imports do not show up among the session's globals.
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      ScriptValue names =
          engine.executeScript(
              """
              import builtins, keyword
              [*keyword.kwlist, *(name for name in dir(builtins) if not name.startswith('_'))]
              """);
      for (ScriptValue name : names.asList()) {
        found.add(name.asString());
      }
    } catch (ScriptException e) {
      return Set.of(); // completion is a convenience; globals are still offered
    }
    return found;
  }
}
