package dev.coachwhip.rhai;

import dev.coachwhip.Capability;
import dev.coachwhip.EngineCapabilities;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.rhai.convert.RhaiPrinter;
import dev.coachwhip.spi.EngineConfig;
import dev.coachwhip.spi.ScriptEngineProvider;
import dev.coachwhip.spi.ValuePrinter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The backend {@code "rhai"}: Rhai 1.26, compiled to JVM bytecode.
 *
 * <p>Options of the builder; where nothing is said, Rhai's own defaults hold:
 *
 * <ul>
 *   <li>{@code "maxStringSize"}, {@code "maxArraySize"}, {@code "maxMapSize"} (integers): bytes,
 *       items and properties that a value may have, all nested ones counted; 0 for no limit, the
 *       default
 *   <li>{@code "maxVariables"}, {@code "maxFunctions"}, {@code "maxModules"} (integers): how many
 *       variables in scope, functions of a script and imports there may be; 0 for none at all;
 *       default: no limit
 *   <li>{@code "maxExpressionDepth"}, {@code "maxFunctionExpressionDepth"} (integers): how deeply
 *       expressions nest, at the top level and within functions; 0 for no limit; default 64 and 32
 *   <li>{@code "strictVariables"} (Boolean): whether names that are not known when a script is
 *       parsed are syntax errors; default false
 *   <li>{@code "failOnInvalidMapProperty"} (Boolean): whether reading a property that a map does
 *       not have is an error; default false
 *   <li>{@code "fastOperators"} (Boolean): false lets functions of the host replace the built-in
 *       operators; default true
 *   <li>{@code "allowShadowing"}, {@code "allowLooping"}, {@code "allowAnonymousFunctions"}, {@code
 *       "allowIfExpression"}, {@code "allowSwitchExpression"}, {@code "allowLoopExpressions"},
 *       {@code "allowStatementExpression"} (Boolean): false takes that part of the language away
 *   <li>{@code "disabledSymbols"} (List of String): keywords and operators that scripts may not
 *       use, such as {@code eval}
 *   <li>{@code "optimization"} (String): {@code none}, {@code simple} (the default) or {@code
 *       full}; what Rhai's optimizer removes is not run, so it can be seen
 *   <li>{@code "moduleFolder"} (String): where imported files are; default: the current folder;
 *       empty for nowhere
 *   <li>{@code "extensions"} ({@link RhaiExtensions}): functions, types, operators and modules of
 *       Java
 * </ul>
 */
public final class RhaiEngineProvider implements ScriptEngineProvider {

  /** Made by {@link java.util.ServiceLoader}. */
  public RhaiEngineProvider() {}

  @Override
  public String backendName() {
    return "rhai";
  }

  @Override
  public Set<String> fileExtensions() {
    return Set.of("rhai");
  }

  @Override
  public EngineCapabilities capabilities() {
    return EngineCapabilities.of(
        Capability.CANCEL,
        Capability.PAUSE,
        Capability.LIMIT_WALL_TIME,
        Capability.LIMIT_OPERATIONS,
        Capability.LIMIT_CALL_DEPTH,
        Capability.LIMIT_OUTPUT,
        Capability.POLICY,
        Capability.ISOLATION_PROCESS,
        Capability.TYPE_MAPPING);
  }

  @Override
  public Map<String, Class<?>> options() {
    return RhaiOptions.types();
  }

  /** The other process may have another working folder. */
  @Override
  public Map<String, Object> optionsForProcess(EngineConfig config) {
    Map<String, Object> options = new HashMap<>(config.options());
    if (options.containsKey(RhaiOptions.MODULE_FOLDER)) {
      String folder = new RhaiOptions(config).moduleFolder().map(Path::toString).orElse("");
      options.put(RhaiOptions.MODULE_FOLDER, folder);
    }
    return options;
  }

  @Override
  public List<Path> filesForProcess(EngineConfig config) {
    return List.of(); // what scripts import is theirs to be allowed
  }

  @Override
  public boolean compilesToBytecode() {
    return true;
  }

  @Override
  public void warmUp() {
    EngineConfig config = WarmUp.config();
    try (RhaiScriptEngine engine = new RhaiScriptEngine(config, capabilities())) {
      WarmUp.run(engine);
    }
  }

  @Override
  public ValuePrinter printer() {
    return RhaiPrinter.INSTANCE;
  }

  @Override
  public ScriptEngine create(EngineConfig config) {
    return new RhaiScriptEngine(config, capabilities());
  }
}
