package dev.coachwhip.rhai;

import dev.coachwhip.HostFunction;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.FunctionTable;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.SyntaxUse;
import dev.coachwhip.rhai.stdlib.StandardLibrary;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be called by name in one engine: functions of scripts, of the host, of the standard
 * library. In the engine's turn.
 */
final class EngineFunctions {

  private final EngineTurns turns;
  private final Library library = new Library();
  private final HostCalls calls;
  private final HostRegistry registry;
  private final FunctionTable table;
  private final ScriptCache cache;
  private final HostModules modules;
  private final Map<String, SyntaxUse.Action> syntaxes;

  /** Names of the host's and of scripts that the standard library has, too. */
  private final Set<String> hiding = new HashSet<>();

  private boolean hosted;

  EngineFunctions(
      EngineTurns turns,
      EngineConversions conversions,
      ExtensionFunctions extensions,
      RhaiOptions options,
      ScriptCache cache) {
    this.turns = turns;
    this.cache = cache;
    calls = new HostCalls(turns, conversions.fromScript(), conversions.toScript());
    registry = new HostRegistry(library, calls);
    table =
        new FunctionTable(
            extensions.index(calls, conversions.fromScript()),
            extensions.hostTypes(conversions.toScript()),
            StandardLibrary::functions,
            registry);
    modules = new HostModules(options.extensions(), calls, conversions);
    syntaxes =
        new SyntaxActions(turns, calls, conversions)
            .of(options.extensions().map(RhaiExtensions::syntaxes).orElse(List.of()));
    hiding.addAll(extensions.names());
    hosted = options.extensions().isPresent();
  }

  /** Tells whether scripts have anything of the host's to call. */
  boolean isHosted() {
    return hosted;
  }

  private void host() {
    if (!hosted) {
      hosted = true;
      cache.clear(); // the host does not see the variables of what is compiled
    }
  }

  FunctionTable table() {
    return table;
  }

  /** Returns what the host does for its own syntax. */
  Map<String, SyntaxUse.Action> syntaxes() {
    return syntaxes;
  }

  HostModules modules() {
    return modules;
  }

  Library library() {
    return library;
  }

  /** Returns names for which compiled code must ask the table, although it knows a function. */
  Set<String> hiding() {
    return Set.copyOf(hiding);
  }

  /** Adds what a script defines, if it is not there yet. */
  void define(List<ScriptFunction> functions, String sourceName) {
    if (!library.has(functions)) {
      boolean concerns = library.add(functions, sourceName);
      functions.forEach(function -> hide(function.name()));
      if (concerns) { // else scripts that run in turns would be linked anew each time
        changed();
      }
    }
  }

  /** Registers a function of the host. */
  void register(String name, HostFunction function) {
    registry.register(name, function);
    host();
    hide(name);
    changed();
  }

  private void hide(String name) {
    if (!hiding.contains(name) && table.isStandard(name)) {
      hiding.add(name);
      cache.clear(); // what is compiled calls the standard library's without asking
    }
  }

  private void changed() {
    table.changed();
    ActiveRun run = turns.current();
    if (run != null) {
      run.relink();
    }
  }

  /** Takes note that scripts may have exposed objects from now on. */
  void beginToExpose() {
    host();
    if (registry.beginToExpose()) {
      changed();
    }
  }

  /** Returns a function of the host that has no name in scripts. */
  FunctionPointer pointer(String name, HostFunction function) {
    host();
    return FunctionPointer.named(name).in(new HostProgram(calls, name, function));
  }

  /**
   * Returns the function that a name means, with this number of parameters if there are several.
   */
  Optional<FunctionPointer> pointer(String name, int arity) {
    Library.Entry entry = library.find(name, arity, null);
    return entry != null && entry.function().isVisible()
        ? Optional.of(FunctionPointer.to(entry.function(), List.of()))
        : pointer(name);
  }

  /** Returns the function that a name means. */
  Optional<FunctionPointer> pointer(String name) {
    List<Library.Entry> entries = library.named(name);
    if (entries.size() == 1) {
      return Optional.of(FunctionPointer.to(entries.getFirst().function(), List.of()));
    }
    if (!entries.isEmpty()) {
      return Optional.of(FunctionPointer.named(name));
    }
    HostFunction function = registry.get(name);
    return Optional.ofNullable(function).map(found -> pointer(name, found));
  }

  /** Returns the function of the host that a pointer is; empty if it is another. */
  Optional<HostFunction> hostFunctionOf(FunctionPointer pointer) {
    if (pointer.program() instanceof HostProgram host) {
      return Optional.of(host.hostFunction());
    }
    return pointer.function() == null && pointer.program() == null
        ? Optional.ofNullable(registry.get(pointer.name()))
        : Optional.empty();
  }

  /** Returns the names of what the host may call. */
  Set<String> names() {
    Set<String> names = new HashSet<>(registry.names());
    names.addAll(library.names());
    return names;
  }

  /** Forgets all but the extensions. */
  void clear() {
    boolean functionsGone = registry.clear();
    boolean scriptsGone = library.clear();
    if (functionsGone || scriptsGone) {
      changed();
    }
  }
}
