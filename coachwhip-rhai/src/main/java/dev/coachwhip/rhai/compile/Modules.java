package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.link.Position;
import dev.coachwhip.rhai.runtime.FunctionTable;
import dev.coachwhip.rhai.runtime.Overload;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.ScriptModule;
import dev.coachwhip.rhai.runtime.Values;

/** What is in modules, by qualified names. */
final class Modules {

  private Modules() {}

  /** Returns the value of {@code path::name}, a copy. */
  static Object variable(Run run, String path, String name, long position) {
    ScriptModule module = run.environment().find(ModulePaths.split(path));
    Object value;
    if (module != null) {
      value = module.variable(name);
    } else if (path.equals("global")) {
      value = run.environment().constant(name);
    } else {
      throw Position.fill(RhaiError.moduleNotFound(path), position);
    }
    if (value == null) {
      throw Position.fill(RhaiError.variableNotFound(path + "::" + name), position);
    }
    return Values.copy(value);
  }

  /** Calls {@code path::name(arguments)}. */
  static Object call(
      Run run, String path, String name, Object[] arguments, long modulePosition, long position) {
    ScriptModule module = run.environment().find(ModulePaths.split(path));
    if (module == null) {
      throw Position.fill(RhaiError.moduleNotFound(path), modulePosition);
    }
    int line = Position.line(position);
    int column = Position.column(position);
    ScriptFunction function = module.function(name, arguments.length);
    if (function != null) {
      return script(run, function, arguments, line, column);
    }
    Class<?>[] types = new Class<?>[arguments.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = Values.typeOf(arguments[i]);
    }
    Overload overload = module.overload(name, types);
    if (overload == null) {
      String signature = run.functions().signature(name, arguments);
      throw Position.fill(RhaiError.functionNotFound(path + "::" + signature), position);
    }
    return FunctionTable.call(overload, run, arguments, line, column);
  }

  private static Object script(
      Run run, ScriptFunction function, Object[] arguments, int line, int column) {
    int level = run.callLevel();
    try {
      return function.call(run, null, arguments);
    } catch (RhaiError e) {
      throw e.inCall(function.name(), line, column).from(function.source());
    } finally {
      run.resetCallLevel(level);
    }
  }
}
