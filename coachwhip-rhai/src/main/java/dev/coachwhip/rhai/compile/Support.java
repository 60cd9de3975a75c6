package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.ast.UnaryOperator;
import dev.coachwhip.rhai.link.Position;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.Operators;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.SyntaxJump;
import dev.coachwhip.rhai.runtime.Tagged;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.runtime.Values;
import dev.coachwhip.rhai.syntax.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What generated code calls that is not worth being inline. */
public final class Support {

  private Support() {}

  private static int line(long position) {
    return Position.line(position);
  }

  private static int column(long position) {
    return Position.column(position);
  }

  /** Returns a condition's value. */
  public static boolean isTrue(Object condition, long position) {
    if (condition instanceof Boolean truth) {
      return truth;
    }
    try {
      return Values.isTrue(condition);
    } catch (RhaiError e) {
      throw Position.fill(e, position);
    }
  }

  /** Does a unary operator. */
  public static Object unary(Object operand, Run run, String operator, long position) {
    return Operators.unary(
        UnaryOperator.valueOf(operator), operand, run, line(position), column(position));
  }

  /** Checks a value against the limits of data. */
  public static Object checkSize(Object value, Run run, long position) {
    return run.limitsData() ? run.checkSize(value, line(position), column(position)) : value;
  }

  // Variables

  /** Fails: in a function an unknown name is nothing, unless another script has such a function. */
  public static Object unknownVariable(Run run, String name, long position) {
    Object function = functionNamed(run, name);
    if (function != null) {
      return function;
    }
    throw Position.fill(RhaiError.variableNotFound(name), position);
  }

  /** Returns a pointer to a function of the name; null if there is none. */
  static @Nullable Object functionNamed(Run run, String name) {
    for (ScriptFunction function : run.program().functions()) {
      if (function.name().equals(name)) {
        return FunctionPointer.to(function, List.of());
      }
    }
    return null;
  }

  /** Fails. */
  @SuppressWarnings("DoNotCallSuggester") // called by compiled code
  public static void assignToConstant(String name, long position) {
    throw Position.fill(RhaiError.assignmentToConstant(name), position);
  }

  /** Makes a constant of the top level known as {@code global::name}. */
  public static void defineConstant(Run run, String name, Object value) {
    run.environment().setConstant(name, Values.copy(value));
  }

  /** Returns {@code m::name}. */
  public static Object readQualified(Run run, String path, String name, long position) {
    return Modules.variable(run, path, name, position);
  }

  // this

  /** Returns the value of {@code this}. */
  public static Object self(@Nullable Ref<Object> self, long position) {
    return Values.get(boundSelf(self, position).get());
  }

  /** Returns {@code this}, which must be bound. */
  public static Ref<Object> boundSelf(@Nullable Ref<Object> self, long position) {
    if (self == null) {
      throw Position.fill(RhaiError.unboundThis(), position);
    }
    return self;
  }

  /** Checks that {@code this} may be assigned to. */
  public static void checkSelf(@Nullable Ref<Object> self, long position) {
    if (boundSelf(self, position).isConstant()) {
      throw Position.fill(RhaiError.assignmentToConstant(""), position);
    }
  }

  /** Replaces the value of {@code this}. */
  public static void setSelf(Ref<Object> self, Object value) {
    self.set(value);
  }

  // Calls

  /** Returns what leaves a call of a script function that failed. */
  public static Throwable failedCall(Throwable thrown, String function, long position) {
    return switch (thrown) {
      case RhaiError error -> error.inCall(function, line(position), column(position));
      case StackOverflowError error ->
          RhaiError.stackOverflow().withPosition(line(position), column(position));
      default -> thrown;
    };
  }

  /** Calls {@code m::name(arguments)}. */
  public static Object callQualified(
      Object[] arguments, Run run, String path, String name, long module, long position) {
    return Modules.call(run, path, name, arguments, module, position);
  }

  /** Calls {@code name!(arguments)}: a script's function in the caller's scope. */
  public static Object callInScope(
      Object[] arguments, Run run, Scope scope, String name, long position) {
    ScriptFunction function = run.program().function(name, arguments.length, null);
    if (!(function instanceof CompiledFunction compiled) || scope.size() == 0) {
      return run.callByName(name, null, arguments, line(position), column(position));
    }
    int level = run.callLevel();
    try {
      return compiled.callIn(run, scope, arguments);
    } catch (RhaiError e) {
      throw e.inCall(name, line(position), column(position));
    } finally {
      run.resetCallLevel(level);
    }
  }

  /** Prints; null for no argument. */
  public static Object print(@Nullable Object value, Run run, long position) {
    run.print(text("print", value, run, position));
    return Unit.UNIT;
  }

  /** Prints for debugging; null for no argument. */
  public static Object debug(@Nullable Object value, Run run, long position) {
    run.debug(text("debug", value, run, position), line(position), column(position));
    return Unit.UNIT;
  }

  private static String text(String function, @Nullable Object value, Run run, long position) {
    Object[] arguments = value == null ? new Object[0] : new Object[] {value};
    return run.functions()
        .call(function, run, arguments, line(position), column(position))
        .toString();
  }

  /** Returns the name of a value's type. */
  public static Object typeOf(Object value, Run run) {
    return RhaiString.of(run.functions().typeName(value));
  }

  private static String text(Object value, long position) {
    if (Tagged.strip(Values.get(value)) instanceof RhaiString text) {
      return text.toString();
    }
    throw Position.fill(RhaiError.mismatchOf("string", value), position);
  }

  /** Returns {@code Fn(name)}. */
  public static Object pointer(Object value, long position) {
    String name = text(value, position);
    if (Words.isFunctionName(name)) {
      return FunctionPointer.named(name);
    }
    if (Words.isReserved(name) || Words.isToken(name)) {
      String what = Words.isIdentifier(name) ? "keyword" : "symbol";
      throw RhaiError.parsing(
          "Reserved", "'" + name + "' is a reserved " + what, line(position), column(position));
    }
    throw Position.fill(RhaiError.functionNotFound(name), position);
  }

  /** Checks that a value is a function pointer. */
  public static void checkPointer(Object value, Run run, long position) {
    if (!(Tagged.strip(value) instanceof FunctionPointer)) {
      throw Position.fill(RhaiError.mismatch("Fn", run.functions().typeName(value)), position);
    }
  }

  /** Returns {@code curry(pointer, arguments)}. */
  public static Object curry(Object pointer, Object[] arguments) {
    return ((FunctionPointer) Tagged.strip(pointer)).curry(arguments);
  }

  /** Tells whether a scope has a variable. */
  public static boolean isDefinedVariable(Object name, Scope scope, long position) {
    return scope.contains(text(name, position));
  }

  /** Tells whether a script has a function: a name and a number, perhaps a type before. */
  public static boolean isDefinedFunction(Object[] arguments, Run run, long position) {
    int last = arguments.length - 1;
    String type = last == 2 ? text(arguments[0], position) : null;
    String name = text(arguments[last - 1], position);
    if (!(Tagged.strip(arguments[last]) instanceof Long arity)) {
      throw Position.fill(RhaiError.mismatchOf("i64", arguments[last]), position);
    }
    return arity >= 0
        && arity <= Integer.MAX_VALUE
        && run.program().function(name, arity.intValue(), type) != null;
  }

  /** Runs text in a scope. */
  public static Object eval(
      Object text,
      Run run,
      Scope scope,
      @Nullable Ref<Object> self,
      CompiledProgram program,
      long position) {
    String source = text(text, position).strip();
    int level = run.callLevel();
    run.resetCallLevel(level + 1);
    try {
      if (run.countsOperations()) {
        run.operation(line(position), column(position));
      }
      return source.isEmpty() ? Unit.UNIT : program.eval(source, run, scope, self);
    } catch (RhaiError e) {
      throw e.kind() == dev.coachwhip.rhai.runtime.ErrorKind.EXIT
          ? e
          : e.wrapped("eval", "", line(position), column(position));
    } finally {
      run.resetCallLevel(level);
    }
  }

  // Errors

  /** Returns what {@code throw} throws. */
  public static RhaiError thrown(Object value, long position) {
    return Position.fill(RhaiError.thrown(value), position);
  }

  /** Begins to handle an error, unless it is one that cannot be caught. */
  public static void caught(Run run, RhaiError error, int level, int imports) {
    if (!error.isCatchable()) {
      throw error;
    }
    run.resetCallLevel(level);
    run.environment().rewind(imports);
  }

  // Modules

  /** Checks that one more import is allowed. */
  public static void checkModules(Run run, long position) {
    run.checkModules(line(position), column(position));
  }

  /** Imports a module. */
  public static void importModule(Object path, Run run, String alias, long position) {
    run.importModule(path, alias, line(position), column(position));
  }

  /** Returns how many imports there are. */
  public static int imports(Run run) {
    return run.environment().imports();
  }

  /** Forgets imports but the first so many. */
  public static void rewindImports(Run run, int size) {
    run.environment().rewind(size);
  }

  // Syntax of the host

  /** Runs a syntax of the host. */
  public static Object customSyntax(
      Run run,
      Scope scope,
      @Nullable Ref<Object> self,
      CompiledProgram program,
      int site,
      long position) {
    int level = run.callLevel();
    Object value = program.customSyntax(site, run, scope, self);
    run.resetCallLevel(level);
    return checkSize(value, run, position);
  }

  /** Tells whether a jump out of an input goes where a kind's name says. */
  public static boolean isJump(Object jump, String kind) {
    return ((SyntaxJump) jump).kind().name().equals(kind);
  }

  /** Returns what a jump out of an input takes along. */
  public static Object jumpValue(Object jump) {
    return ((SyntaxJump) jump).value();
  }

  /** Returns a jump out of an input. */
  public static Object jump(Object value, String kind) {
    return new SyntaxJump(SyntaxJump.Kind.valueOf(kind), value);
  }
}
