package dev.coachwhip.rhai;

import dev.coachwhip.EngineCapabilities;
import dev.coachwhip.EngineMetrics;
import dev.coachwhip.EngineStatus;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.FunctionRegistrationException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.error.VariableNotFoundException;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.spi.BackendEngine;
import dev.coachwhip.spi.EngineConfig;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An engine with globals, functions and outputs of its own. */
final class RhaiScriptEngine implements BackendEngine {

  private final EngineCapabilities capabilities;
  private final EngineTurns turns;
  private final EngineGlobals globals = new EngineGlobals();
  private final ScriptCache cache = new ScriptCache();
  private final ScriptParser parser;
  private final EngineConversions conversions;
  private final EngineFunctions functions;
  private final ScriptExecution execution;

  RhaiScriptEngine(EngineConfig config, EngineCapabilities capabilities) {
    this.capabilities = capabilities;
    RhaiOptions options = new RhaiOptions(config);
    ExtensionFunctions extensions = new ExtensionFunctions(options.extensions());
    this.parser = new ScriptParser(options);
    this.turns = new EngineTurns(config.limits(), options.runLimits().callLevels());
    this.conversions = new EngineConversions(this, extensions, config.mappings());
    this.functions = new EngineFunctions(turns, conversions, extensions, options, cache);
    conversions.setFunctions(functions);
    this.execution = new ScriptExecution(config, options, parser, globals, functions, conversions);
  }

  @Override
  public ScriptValue executeScript(ScriptSource source) {
    Objects.requireNonNull(source, "source");
    return turns.inRun(source.name(), run -> execute(source, run));
  }

  private ScriptValue execute(ScriptSource source, ActiveRun run) {
    return execution.execute(run, source, cache.get(source, execution::compile));
  }

  @Override
  public ScriptRun start(ScriptSource source, Map<String, ?> values) {
    Objects.requireNonNull(source, "source");
    turns.requireOpen();
    Map<String, Object> converted = new LinkedHashMap<>();
    values.forEach((name, value) ->
        converted.put(Objects.requireNonNull(name, "name"), conversions.toScript(name, value)));
    return turns.start(
        source.name(),
        run -> {
          converted.forEach(this::set);
          return execute(source, run);
        });
  }

  @Override
  public void validateScript(ScriptSource source) {
    Objects.requireNonNull(source, "source");
    turns.requireOpen();
    Set<String> known = parser.isStrict() ? turns.inTurn(execution::knownNames) : Set.of();
    ScriptParser.check(source, parser.syntax(known));
  }

  @Override
  public ScriptValue call(String function, @Nullable Object... arguments) {
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(arguments, "arguments");
    return turns.inRun(
        function,
        run -> {
          Object[] converted = conversions.toScript(arguments);
          FunctionPointer pointer = callable(function, converted.length);
          return execution.call(run, pointer, execution.sourceOf(function), converted);
        });
  }

  /** Returns what a name means that the host calls: functions first, then variables. */
  private FunctionPointer callable(String name, int arity) {
    Optional<FunctionPointer> function = functions.pointer(name, arity);
    if (function.isPresent()) {
      return function.get();
    }
    Object value = globals.get(name);
    if (value == null) {
      throw notFound(name);
    }
    if (value instanceof FunctionPointer pointer) {
      return pointer;
    }
    String type = conversions.typeName(value);
    throw new TypeConversionException(
        "callable",
        type,
        ErrorDetails.of(
            EngineErrors.BACKEND,
            "the global '%s' is a %s, which cannot be called".formatted(name, type)));
  }

  /** Calls a function that somebody holds. */
  ScriptValue callPointer(
      FunctionPointer pointer, ScriptSource source, @Nullable Object[] arguments) {
    return turns.inRun(
        pointer.name(),
        run -> execution.call(run, pointer, source, conversions.toScript(arguments)));
  }

  @Override
  public void registerFunction(String name, HostFunction function) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(function, "function");
    turns.inTurn(() -> {
      if (!ScriptParser.isFunctionName(name)) {
        throw new FunctionRegistrationException(
            ErrorDetails.of(
                EngineErrors.BACKEND,
                "'%s' is not a name that a Rhai function can have".formatted(name)));
      }
      if (!turns.isOnThisThread()) { // a script that runs has its variables at hand
        globals.remove(name);
      }
      functions.register(name, function);
      return true;
    });
  }

  @Override
  public void setGlobal(String name, @Nullable Object value) {
    Objects.requireNonNull(name, "name");
    turns.inTurn(() -> {
      set(name, conversions.toScript(name, value));
      return true;
    });
  }

  /** Sets a variable; a function of the host can be called by its name, too. */
  private void set(String name, Object value) {
    if (value instanceof FunctionPointer pointer
        && pointer.program() instanceof HostProgram host
        && ScriptParser.isFunctionName(name)) {
      functions.register(name, host.hostFunction());
    }
    try {
      globals.set(name, value);
    } catch (RhaiError e) { // a script that runs relies on its type
      throw new TypeConversionException(
          "value of the same type",
          conversions.typeName(value),
          ErrorDetails.of(EngineErrors.BACKEND, e.text()));
    }
  }

  @Override
  public ScriptValue getGlobal(String name) {
    Objects.requireNonNull(name, "name");
    return turns.inTurn(() -> {
      Object value = globals.get(name);
      if (value == null) {
        value = functions.pointer(name).orElseThrow(() -> notFound(name));
      }
      return conversions.fromScript(value, execution.sourceOf(name));
    });
  }

  private static VariableNotFoundException notFound(String name) {
    return new VariableNotFoundException(
        name, ErrorDetails.of(EngineErrors.BACKEND, "there is no global '" + name + "'"));
  }

  @Override
  public Set<String> globalNames() {
    return turns.inTurn(() -> {
      SortedSet<String> names = new TreeSet<>(globals.names());
      names.addAll(functions.names());
      return Collections.unmodifiableSortedSet(names);
    });
  }

  @Override
  public void clearGlobals() {
    turns.inTurn(() -> {
      globals.clear();
      functions.clear();
      execution.clear();
      return true;
    });
  }

  /** Throws if what runs is to stop. */
  void checkStop() {
    ActiveRun run = turns.current();
    if (run != null) {
      run.check();
    }
  }

  /** Returns the function of the host that a pointer is. */
  Optional<HostFunction> hostFunctionOf(FunctionPointer pointer) {
    return functions.hostFunctionOf(pointer);
  }

  @Override
  public boolean runsOnThisThread() {
    return turns.isOnThisThread();
  }

  @Override
  public EngineStatus status() {
    return turns.status();
  }

  @Override
  public EngineMetrics metrics() {
    return turns.metrics(conversions.toScriptCount(), conversions.fromScriptCount());
  }

  @Override
  public String backendName() {
    return EngineErrors.BACKEND;
  }

  @Override
  public EngineCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public void close() {
    turns.close(() -> {
      globals.clear();
      functions.clear();
      cache.clear();
    });
  }
}
