package dev.coachwhip.cli.repl;

import dev.coachwhip.ScriptEngine;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes the names of globals and the language's own words. */
final class NameCompleter implements Completer {

  private final ScriptEngine engine;
  private final Supplier<Set<String>> words;

  /**
   * Makes it.
   *
   * @param words asked at each completion
   */
  NameCompleter(ScriptEngine engine, Supplier<Set<String>> words) {
    this.engine = engine;
    this.words = words;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    int start = line.cursor() - line.wordCursor();
    if (start > 0 && line.line().charAt(start - 1) == '.') {
      return; // finding attributes would run the script's code
    }
    Set<String> names = new TreeSet<>(words.get());
    names.addAll(engine.globalNames());
    for (String name : names) {
      candidates.add(new Candidate(name, name, null, null, null, null, false));
    }
  }
}
