package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.runtime.FunctionTable;
import dev.coachwhip.rhai.runtime.Overload;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.ScriptModule;
import dev.coachwhip.rhai.runtime.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code m::n::name(arguments)}: the arguments first, then the module. */
final class QualifiedCalls {

  private final Frame frame;

  QualifiedCalls(Frame frame) {
    this.frame = frame;
  }

  Object call(Expression.QualifiedCall call) {
    List<Expression> expressions = call.arguments();
    Target first = null;
    Object[] arguments = new Object[expressions.size()];
    boolean place = !expressions.isEmpty() && isPlace(expressions.getFirst());
    for (int i = place ? 1 : 0; i < arguments.length; i++) {
      arguments[i] = Copies.flatten(frame.evaluate(expressions.get(i)));
    }
    if (place) {
      first = new Variables(frame).find(expressions.getFirst());
      arguments[0] = Copies.of(first.get());
      first.release();
    }
    List<String> path = Variables.path(call.path());
    ScriptModule module = frame.run.environment().find(path);
    if (module == null) {
      Span span = call.path().getFirst().span();
      throw Assignments.at(RhaiError.moduleNotFound(String.join("::", path)), span);
    }
    ScriptFunction function = module.function(call.name(), arguments.length);
    if (function != null) {
      return new FunctionCalls(frame).script(function, null, null, arguments, call.span());
    }
    return javaFunction(call, module, first, arguments);
  }

  private static boolean isPlace(Expression expression) {
    return expression instanceof Expression.Variable
        || expression instanceof Expression.QualifiedVariable;
  }

  @SuppressWarnings("ReferenceEquality") // whether it is another object
  private Object javaFunction(
      Expression.QualifiedCall call,
      ScriptModule module,
      @Nullable Target first,
      Object[] arguments) {
    Span span = call.span();
    Class<?>[] types = new Class<?>[arguments.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = Values.typeOf(arguments[i]);
    }
    Overload overload = module.overload(call.name(), types);
    if (overload == null) {
      String path = String.join("::", Variables.path(call.path()));
      String signature = frame.run.functions().signature(call.name(), arguments);
      throw Assignments.at(RhaiError.functionNotFound(path + "::" + signature), span);
    }
    if (first == null || first.isShared() || first.isTemporary()) {
      return FunctionTable.call(overload, frame.run, arguments, span.line(), span.column());
    }
    if (first.isConstant() && !overload.isPure()) {
      throw Assignments.at(RhaiError.nonPureOnConstant(call.name()), span);
    }
    Object value = first.forWrite();
    Ref<Object> reference = new Ref<>(value);
    arguments[0] = overload.isByReference() ? reference : value;
    try {
      return FunctionTable.call(overload, frame.run, arguments, span.line(), span.column());
    } finally {
      if (reference.get() != value) {
        first.set(reference.get());
      }
    }
  }
}
