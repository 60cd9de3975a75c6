package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.reference.Chains.Result;
import dev.coachwhip.rhai.runtime.Cell;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.FunctionTable;
import dev.coachwhip.rhai.runtime.Overload;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.Tagged;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.runtime.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls in the style of functions, and what methods share with them. */
final class FunctionCalls {

  private final Frame frame;

  FunctionCalls(Frame frame) {
    this.frame = frame;
  }

  /** {@code name(arguments)}. */
  Object call(Expression.Call call) {
    int count = call.arguments().size();
    SpecialFunctions special = new SpecialFunctions(frame);
    return switch (call.name()) {
      case "call" -> count >= 1 ? callPointer(call) : plainCall(call);
      case "Fn" -> count == 1 ? special.pointer(call) : plainCall(call);
      case "curry" -> count > 1 ? special.curry(call) : plainCall(call);
      case "is_shared" -> count == 1 ? special.isShared(call) : plainCall(call);
      case "is_def_var" -> count == 1 ? special.isDefinedVariable(call) : plainCall(call);
      case "eval" -> count == 1 ? special.eval(call) : plainCall(call);
      default -> plainCall(call);
    };
  }

  private Object plainCall(Expression.Call call) {
    return byName(call.name(), call.arguments(), call.callerScope(), call.span());
  }

  private Object callPointer(Expression.Call call) {
    List<Expression> rest = call.arguments().subList(1, call.arguments().size());
    Expression first = call.arguments().getFirst();
    Object value = frame.evaluate(first);
    FunctionPointer pointer = new SpecialFunctions(frame).asPointer(value, first.startSpan());
    if (linked(pointer, pointer.curried().size() + rest.size()) != null) {
      Object[] arguments = rest.stream().map(frame::evaluate).toArray();
      return pointer(pointer, arguments, call.span());
    }
    if (pointer.curried().isEmpty() && pointer.program() == null) {
      return byName(pointer.name(), rest, call.callerScope(), call.span());
    }
    return pointer(pointer, evaluated(rest), call.span());
  }

  private Object[] evaluated(List<Expression> arguments) {
    return arguments.stream().map(frame::evaluate).map(Copies::flatten).toArray();
  }

  /** A call by name of arguments that are not evaluated yet. */
  Object byName(String name, List<Expression> arguments, boolean callerScope, Span place) {
    if (callerScope && frame.scope.size() > 0) {
      return byName(name, evaluated(arguments), frame.scope, place);
    }
    return firstIsPlace(arguments)
        ? byReference(name, arguments, place)
        : byName(name, evaluated(arguments), null, place);
  }

  private boolean firstIsPlace(List<Expression> arguments) {
    if (arguments.isEmpty()) {
      return false;
    }
    return switch (arguments.getFirst()) {
      case Expression.Variable variable -> true;
      case Expression.QualifiedVariable variable -> true;
      case Expression.This self -> frame.self != null;
      default -> false;
    };
  }

  // The first argument, a variable, is taken after the others were evaluated.
  private Object byReference(String name, List<Expression> arguments, Span place) {
    Expression first = arguments.getFirst();
    frame.operation(first.span());
    Object[] rest = evaluated(arguments.subList(1, arguments.size()));
    if (first instanceof Expression.This && frame.self != null) {
      return onPlace(name, new Target.Self(frame.self), rest, place);
    }
    Target target = new Variables(frame).find(first);
    if (target.isConstant() || target.isShared() || target.isTemporary()) {
      Object value = Copies.of(target.get());
      target.release();
      return byName(name, joined(value, rest), null, place);
    }
    return onPlace(name, target, rest, place);
  }

  private Object onPlace(String name, Target target, Object[] rest, Span place) {
    Object[] all = joined(target.get(), rest);
    Object special = special(name, all, place);
    if (special != null) {
      return special;
    }
    checkRaces(name, rest);
    ScriptFunction function = find(name, all.length, null);
    if (function != null) {
      all[0] = Copies.of(all[0]);
      return script(function, null, null, all, place);
    }
    return javaFunction(name, target, rest, place).value();
  }

  private static Object[] joined(Object first, Object[] rest) {
    Object[] all = new Object[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }

  /** A call by name of copies. */
  Object byName(String name, Object[] arguments, @Nullable Scope scope, Span place) {
    Object special = special(name, arguments, place);
    if (special != null) {
      return special;
    }
    checkRaces(name, arguments);
    ScriptFunction function = find(name, arguments.length, null);
    if (function != null) {
      return script(function, scope, null, arguments, place);
    }
    if (arguments.length == 0) {
      return javaFunction(name, null, arguments, place).value();
    }
    Object[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    return javaFunction(name, Target.temporary(arguments[0]), rest, place).value();
  }

  /** {@code pointer.call(arguments)}. */
  Object pointer(FunctionPointer pointer, Object[] arguments, Span place) {
    Object[] all = withCurried(pointer, arguments);
    ScriptFunction linked = linked(pointer, all.length);
    if (linked != null) {
      return script(linked, null, null, all, place);
    }
    Program own = pointer.program();
    ScriptFunction other = own == null ? null : own.function(pointer.name(), all.length, null);
    if (other != null) {
      return script(other, null, null, all, place);
    }
    return byName(pointer.name(), all, null, place);
  }

  static Object[] withCurried(FunctionPointer pointer, Object[] arguments) {
    List<Object> all = new ArrayList<>();
    pointer.curried().forEach(value -> all.add(Copies.of(value)));
    all.addAll(Arrays.asList(arguments));
    return all.toArray();
  }

  /** Returns the function that a pointer is linked to, if it takes so many arguments. */
  static @Nullable ScriptFunction linked(FunctionPointer pointer, int arguments) {
    ScriptFunction function = pointer.function();
    return function != null && function.parameters().size() == arguments ? function : null;
  }

  /** Returns a function of the script, for a method call one for the type of its receiver first. */
  @Nullable ScriptFunction find(String name, int arity, @Nullable Object receiver) {
    if (receiver != null) {
      String type = frame.run.functions().typeName(receiver);
      ScriptFunction typed = find(name, arity, type);
      if (typed != null) {
        return typed;
      }
    }
    return find(name, arity, (String) null);
  }

  private @Nullable ScriptFunction find(String name, int arity, @Nullable String type) {
    ScriptFunction own = frame.program.function(name, arity, type);
    return own != null ? own : frame.run.program().function(name, arity, type);
  }

  /** Calls a function of the script, in the caller's scope if there is one given. */
  Object script(
      ScriptFunction function,
      @Nullable Scope scope,
      @Nullable Ref<Object> self,
      Object[] arguments,
      Span place) {
    int level = frame.run.callLevel();
    try {
      if (function instanceof EvaluatedFunction evaluated && evaluated.isEmpty()) {
        return Unit.UNIT;
      }
      frame.operation(place);
      if (scope != null && function instanceof EvaluatedFunction evaluated) {
        frame.run.enterCall(0, 0);
        return evaluated.callIn(frame.run, scope, self, arguments);
      }
      return function.call(frame.run, self, arguments);
    } catch (RhaiError e) {
      throw e.inCall(function.name(), place.line(), place.column());
    } finally {
      frame.run.resetCallLevel(level);
    }
  }

  /** Calls a function of Java. */
  @SuppressWarnings("ReferenceEquality") // whether it is another object
  Result javaFunction(String name, @Nullable Target first, Object[] rest, Span place) {
    frame.operation(place);
    Object[] arguments = first == null ? rest : joined(first.get(), rest);
    Overload overload = frame.run.functions().findFor(name, arguments);
    if (overload == null) {
      throw Assignments.at(frame.run.functions().missing(name, arguments), place);
    }
    if (first == null) {
      return new Result(invoke(overload, arguments, place), false);
    }
    if (first.isConstant() && !overload.isPure()) {
      throw Assignments.at(RhaiError.nonPureOnConstant(name), place);
    }
    Object value = first.forWrite();
    Ref<Object> reference = new Ref<>(value);
    arguments[0] = overload.isByReference() ? reference : value;
    try {
      boolean changes = overload.isByReference() || !overload.isPure();
      return new Result(invoke(overload, arguments, place), changes);
    } finally {
      if (reference.get() != value) {
        first.set(reference.get());
      }
    }
  }

  private Object invoke(Overload overload, Object[] arguments, Span place) {
    Object result =
        FunctionTable.call(overload, frame.run, arguments, place.line(), place.column());
    switch (overload.name()) {
      case "print" -> frame.run.print(text(result));
      case "debug" -> frame.run.debug(text(result), place.line(), place.column());
      default -> {
        return result;
      }
    }
    return Unit.UNIT;
  }

  private static String text(Object result) {
    return result instanceof RhaiString string ? string.toString() : "";
  }

  /** Fails if a method runs on one of the arguments, a shared variable. */
  static void checkRaces(String function, Object[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof Cell cell && cell.isLocked()) {
        // Rhai does not count the receiver.
        String argument = "argument #%d of function '%s'".formatted(i + 1, function);
        throw RhaiError.dataRace(argument);
      }
    }
  }

  /** Does what is part of the language although it looks like a function; null for others. */
  @Nullable Object special(String name, Object[] arguments, Span place) {
    return new SpecialFunctions(frame).call(name, arguments, place);
  }

  /** {@code m::name(arguments)}. */
  Object qualified(Expression.QualifiedCall call) {
    return new QualifiedCalls(frame).call(call);
  }

  static Object plain(Object value) {
    return Tagged.strip(Values.get(value));
  }
}
