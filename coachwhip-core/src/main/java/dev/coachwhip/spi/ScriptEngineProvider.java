package dev.coachwhip.spi;

import dev.coachwhip.EngineCapabilities;
import dev.coachwhip.ScriptEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A backend, found through {@link java.util.ServiceLoader}. Made once; must be cheap to make and
 * threadsafe.
 */
public interface ScriptEngineProvider {

  /** Returns the backend's name, lower case. */
  String backendName();

  /** Returns the extensions of its script files, lower case, without the dot. */
  Set<String> fileExtensions();

  /**
   * Returns what its engines can do; the builder refuses the rest before {@link #create} is called.
   */
  EngineCapabilities capabilities();

  /** Returns the names of the options it takes, each with the Java type of its value. */
  Map<String, Class<?>> options();

  /**
   * Returns the options for an engine that is made in another process, by this provider there:
   * those given, with text, integers, booleans and lists of text in place of other objects.
   */
  default Map<String, Object> optionsForProcess(EngineConfig config) {
    return config.options();
  }

  /**
   * Returns the files and folders, with all in them, that an engine in another process reads for
   * itself where its scripts may read none: an interpreter, its libraries. Makes them first where
   * they are made on demand; the other process may not.
   *
   * @param config as for {@link #create}
   * @throws dev.coachwhip.error.BackendException if they are missing
   */
  default List<Path> filesForProcess(EngineConfig config) {
    return List.of();
  }

  /**
   * Tells whether scripts run as bytecode of the JVM, so that a process of theirs is worth its
   * optimizing compiler.
   */
  default boolean compilesToBytecode() {
    return false;
  }

  /**
   * Loads what a first script would have to wait for; called in a process made for an engine,
   * before that is made. Takes a fraction of a second at most.
   */
  default void warmUp() {}

  /**
   * Makes an engine.
   *
   * @param config checked against {@link #capabilities} and {@link #options}
   * @throws dev.coachwhip.error.BackendException if the backend cannot start
   * @throws IllegalArgumentException if an option's value makes no sense; names it
   */
  ScriptEngine create(EngineConfig config);

  /**
   * Returns what prints the values of its engines that are plain data, without an engine, and
   * perhaps in another process than theirs. What a value refers to prints itself.
   */
  default ValuePrinter printer() {
    return new PlainPrinter(backendName());
  }
}
