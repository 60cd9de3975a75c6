package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.analysis.Analysis;
import dev.coachwhip.rhai.analysis.FunctionGroup;
import dev.coachwhip.rhai.ast.Expression;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A compiled script. */
public final class CompiledProgram implements Program {

  private static final MethodHandle NEW_SCOPE = newScope();

  private static final int MOST_KEPT = 64;
  private static final int LONGEST_KEPT = 4096;

  private final Compiler.Settings settings;
  private final List<ScriptFunction> functions = new ArrayList<>();
  private final List<CompiledFunction> all = new ArrayList<>();
  private final Map<String, ScriptFunction> byName = new HashMap<>();

  /** The numbers of the classes that the functions are in. */
  private final int[] owners;

  private CaseTables tables = new CaseTables();
  private @Nullable ScriptCode code;

  /** The first texts that were given to {@code eval}: mostly the same ones come again. */
  private final Map<String, CompiledProgram> evaluated = new ConcurrentHashMap<>();

  private final List<CustomSyntaxSite> syntaxes = new ArrayList<>();

  CompiledProgram(Compiler.Settings settings, Analysis analysis, int[] owners) {
    this.settings = settings;
    this.owners = owners;
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

  void setSyntaxes(List<Expression.CustomSyntax> uses) {
    for (Expression.CustomSyntax use : uses) {
      syntaxes.add(new CustomSyntaxSite(use, settings::compileInput));
    }
  }

  /** Runs a syntax of the host, by the number of its place. */
  Object customSyntax(int site, Run run, Scope scope, @Nullable Ref<Object> self) {
    return syntaxes.get(site).run(run, scope, self);
  }

  void setTables(CaseTables made) {
    tables = made;
  }

  /** Returns the number of the case that a value belongs to, or null; for compiled code. */
  public @Nullable Object findCase(int table, Object subject) {
    return tables.get(table).find(subject);
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
    return evaluated(text).evaluate(run, scope, self);
  }

  private CompiledProgram evaluated(String text) {
    CompiledProgram known = evaluated.get(text);
    if (known != null) {
      return known;
    }
    CompiledProgram made = settings.compileText(text);
    if (text.length() <= LONGEST_KEPT && evaluated.size() < MOST_KEPT) {
      evaluated.put(text, made);
    }
    return made;
  }

  @Override
  public @Nullable ScriptFunction function(String name, int arity, @Nullable String thisType) {
    return byName.get(key(name, arity, thisType));
  }

  @Override
  public List<ScriptFunction> functions() {
    return functions;
  }

  @Override
  public List<ScriptFunction> closures() {
    return all.stream()
        .filter(CompiledFunction::isClosure)
        .map(ScriptFunction.class::cast)
        .toList();
  }

  /** Returns a pointer to a function, by its number, with what a closure captured. */
  public Object closure(int index, Object[] captured) {
    return FunctionPointer.to(all.get(index), List.of(captured));
  }

  /** Calls a function by its number, in a scope or in one of its own. */
  public Object invoke(
      int index, Run run, @Nullable Scope scope, @Nullable Ref<Object> self, Object[] arguments) {
    CompiledFunction function = all.get(index);
    List<@Nullable Object> all = new ArrayList<>();
    all.add(run);
    if (function.isScoped()) {
      all.add(scope == null ? new Scope() : scope);
    }
    if (function.usesThis()) {
      all.add(self);
    }
    all.addAll(Arrays.asList(arguments));
    try {
      return find(function).invokeWithArguments(all);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e); // scripts throw no checked exceptions
    }
  }

  /** Returns the generic version of a function: (Run, Ref, Object...)Object. */
  MethodHandle handle(CompiledFunction function) {
    MethodHandle handle = find(function);
    if (function.isScoped()) {
      handle = MethodHandles.collectArguments(handle, 1, NEW_SCOPE);
    }
    return function.usesThis() ? handle : MethodHandles.dropArguments(handle, 1, Ref.class);
  }

  /** Returns the generic version of a function: (Run, [Scope], [Ref], Object...)Object. */
  private MethodHandle find(CompiledFunction function) {
    MethodType type = MethodType.genericMethodType(function.parameters().size());
    if (function.usesThis()) {
      type = type.insertParameterTypes(0, Ref.class);
    }
    if (function.isScoped()) {
      type = type.insertParameterTypes(0, Scope.class);
    }
    type = type.insertParameterTypes(0, Run.class);
    try {
      ClassLoader loader = code().getClass().getClassLoader();
      String name = ScriptModel.className(owners[function.index()]);
      Class<?> owner = Class.forName(name, false, loader);
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findStatic(owner, ScriptModel.genericName(function.index()), type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("function " + function.name(), e); // one that we generated
    }
  }

  private static MethodHandle newScope() {
    try {
      return MethodHandles.lookup().findConstructor(Scope.class, MethodType.methodType(void.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
