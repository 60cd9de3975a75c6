package dev.coachwhip.benchmarks.programs;

import java.util.List;
import java.util.ServiceLoader;

/**
 * One way to run scripts in pure Java. Found by {@link ServiceLoader}; each measuring JVM uses one,
 * so that the compiler sees through the interface.
 */
public interface Language {

  /** Returns the name on the command line and in tables. */
  String name();

  /** Returns how the names of its programs end. */
  String extension();

  /** Compiles a program for a fresh engine, or prepares what comes nearest to that. */
  Evaluation prepare(String name, String text);

  /** A program that is ready to run, any number of times. */
  interface Evaluation extends AutoCloseable {

    /** Runs it and returns its result, a number. */
    double run();

    @Override
    void close();
  }

  /** Returns all languages on the class path, Rhai first. */
  static List<Language> all() {
    return ServiceLoader.load(Language.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  /** Returns a language by its name. */
  static Language named(String name) {
    return all().stream()
        .filter(language -> language.name().equals(name))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("no language " + name));
  }
}
