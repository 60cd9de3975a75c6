package dev.coachwhip.rhai.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How functions are found and called. */
final class Calls {

  private Calls() {}

  static Object[] withCurried(FunctionPointer pointer, Object[] arguments) {
    List<Object> curried = pointer.curried();
    if (curried.isEmpty()) {
      return arguments;
    }
    Object[] all = new Object[curried.size() + arguments.length];
    for (int i = 0; i < curried.size(); i++) {
      Object given = curried.get(i);
      all[i] = given instanceof Cell ? given : Values.copy(given);
    }
    System.arraycopy(arguments, 0, all, curried.size(), arguments.length);
    return all;
  }

  static Object script(
      Run run,
      ScriptFunction function,
      @Nullable Ref<Object> self,
      Object[] arguments,
      int line,
      int column) {
    int level = run.callLevel();
    try {
      return function.call(run, self, arguments);
    } catch (RhaiError e) {
      throw e.inCall(function.name(), line, column).from(function.source());
    } catch (StackOverflowError e) {
      throw RhaiError.stackOverflow().withPosition(line, column);
    } finally {
      run.resetCallLevel(level);
    }
  }

  static Object byName(
      Run run,
      Program program,
      String name,
      @Nullable Ref<Object> self,
      Object[] arguments,
      int line,
      int column) {
    ScriptFunction function = find(run, program, name, self, arguments.length);
    if (function != null) {
      return script(run, function, self, arguments, line, column);
    }
    return run.functions().call(name, run, withSelf(self, arguments), line, column);
  }

  private static @Nullable ScriptFunction find(
      Run run, Program program, String name, @Nullable Ref<Object> self, int arity) {
    if (self != null) {
      String type = run.functions().typeName(self.get());
      ScriptFunction typed = program.function(name, arity, type);
      if (typed != null) {
        return typed;
      }
    }
    return program.function(name, arity, null);
  }

  private static Object[] withSelf(@Nullable Ref<Object> self, Object[] arguments) {
    if (self == null) {
      return arguments;
    }
    Object[] all = new Object[arguments.length + 1];
    all[0] = self;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return all;
  }
}
