package dev.coachwhip.rhai;

import dev.coachwhip.rhai.convert.ToScript;
import dev.coachwhip.rhai.runtime.FunctionIndex;
import dev.coachwhip.rhai.runtime.FunctionTable;
import dev.coachwhip.rhai.runtime.Overload;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.ScriptModule;
import dev.coachwhip.rhai.runtime.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The modules of {@link RhaiExtensions}, as one engine has them. */
final class HostModules {

  private final Map<String, ScriptModule> modules = new HashMap<>();
  private final Map<String, String> texts;

  HostModules(Optional<RhaiExtensions> extensions, HostCalls calls, EngineConversions conversions) {
    texts = extensions.map(RhaiExtensions::scriptModules).orElse(Map.of());
    extensions
        .map(RhaiExtensions::modules)
        .orElse(Map.of())
        .forEach((path, module) -> modules.put(path, module(module, calls, conversions)));
  }

  private static ScriptModule module(
      RhaiExtensions extensions, HostCalls calls, EngineConversions conversions) {
    ToScript toScript = conversions.toScript();
    ExtensionFunctions functions = new ExtensionFunctions(Optional.of(extensions));
    Map<String, Object> constants = new HashMap<>();
    extensions
        .constants()
        .forEach((name, value) -> constants.put(name, toScript.convert(name, value)));
    Map<String, ScriptModule> inner = new HashMap<>();
    extensions
        .modules()
        .forEach((name, module) -> inner.put(name, module(module, calls, conversions)));
    FunctionIndex index = functions.index(calls, conversions.fromScript());
    return new HostModule(
        new FunctionTable(index, List.of(), () -> FunctionIndex.EMPTY), constants, inner);
  }

  /** Returns a module of the host's functions; null if there is none. */
  @Nullable ScriptModule find(String path) {
    return modules.get(path);
  }

  /** Returns the text of a module that the host gave as a script. */
  Optional<String> text(String path) {
    return Optional.ofNullable(texts.get(path));
  }

  private record HostModule(
      FunctionTable functions, Map<String, Object> constants, Map<String, ScriptModule> inner)
      implements ScriptModule {

    @Override
    public @Nullable ScriptFunction function(String name, int arity) {
      return null;
    }

    @Override
    public @Nullable Overload overload(String name, Class<?>... types) {
      return functions.find(name, types);
    }

    @Override
    public @Nullable Object variable(String name) {
      Object value = constants.get(name);
      return value == null ? null : Values.copy(value);
    }

    @Override
    public @Nullable ScriptModule module(String name) {
      return inner.get(name);
    }
  }
}
