package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.analysis.Analysis;
import dev.coachwhip.rhai.analysis.FunctionGroup;
import dev.coachwhip.rhai.runtime.ErrorKind;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.Unit;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled script. */
public final class CompiledProgram implements Program {

  private final Compiler.Settings settings;
  private final List<ScriptFunction> functions = new ArrayList<>();
  private final List<CompiledFunction> all = new ArrayList<>();
  private final Map<String, ScriptFunction> byName = new HashMap<>();
  private @Nullable ScriptCode code;

  CompiledProgram(Compiler.Settings settings, Analysis analysis) {
    this.settings = settings;
    for (FunctionGroup group : analysis.groups()) {
      CompiledFunction function = new CompiledFunction(this, group);
      all.add(function);
      if (!group.isClosure()) {
        functions.add(function);
        byName.put(
            key(function.name(), function.parameters().size(), function.thisType()), function);
      }
    }
  }

  private static String key(String name, int arity, @Nullable String thisType) {
    return thisType == null ? name + '/' + arity : name + '/' + arity + '/' + thisType;
  }

  String sourceName() {
    return settings.sourceName();
  }

  void setCode(ScriptCode generated) {
    code = generated;
  }

  ScriptCode code() {
    ScriptCode generated = code;
    if (generated == null) {
      throw new IllegalStateException("not generated yet");
    }
    return generated;
  }

  @Override
  public Object execute(Run run) {
    try {
      Object value = code().execute(run, run.scope(), null);
      return value == null ? Unit.UNIT : value;
    } catch (RhaiError error) {
      if (error.kind() == ErrorKind.EXIT) {
        return error.value();
      }
      throw error;
    } catch (StackOverflowError e) {
      throw RhaiError.stackOverflow();
    }
  }

  /** Runs the top level of text given to {@code eval}. */
  Object evaluate(Run run, Scope scope, @Nullable Ref<Object> self) {
    Object value = code().execute(run, scope, self);
    return value == null ? Unit.UNIT : value;
  }

  /** Compiles text and runs it in a scope. */
  Object eval(String text, Run run, Scope scope, @Nullable Ref<Object> self) {
    return settings.compileText(text).evaluate(run, scope, self);
  }

  @Override
  public @Nullable ScriptFunction function(String name, int arity, @Nullable String thisType) {
    return byName.get(key(name, arity, thisType));
  }

  @Override
  public List<ScriptFunction> functions() {
    return functions;
  }

  /** Returns a pointer to a function, by its number, with what a closure captured. */
  public Object closure(int index, Object[] captured) {
    return FunctionPointer.to(all.get(index), List.of(captured));
  }

  /** Returns the generic version of a function: (Run, Ref, Object...)Object. */
  MethodHandle handle(int index, int parameters, boolean usesThis, boolean scoped) {
    MethodType type = MethodType.genericMethodType(parameters);
    if (usesThis) {
      type = type.insertParameterTypes(0, Ref.class);
    }
    if (scoped) {
      type = type.insertParameterTypes(0, Scope.class);
    }
    type = type.insertParameterTypes(0, Run.class);
    try {
      Class<?> owner = code().getClass();
      MethodHandle handle =
          MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
              .findStatic(owner, ScriptModel.genericName(index), type);
      if (scoped) {
        MethodHandle scope =
            MethodHandles.lookup().findConstructor(Scope.class, MethodType.methodType(void.class));
        handle = MethodHandles.collectArguments(handle, 1, scope);
      }
      return usesThis ? handle : MethodHandles.dropArguments(handle, 1, Ref.class);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("function " + index, e); // one that we generated
    }
  }
}
