package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.runtime.Cell;
import dev.coachwhip.rhai.runtime.ErrorKind;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.syntax.Parser;
import dev.coachwhip.rhai.syntax.SyntaxError;
import dev.coachwhip.rhai.syntax.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Functions that are part of the language: {@code type_of}, {@code Fn}, {@code eval} and the like.
 */
final class SpecialFunctions {

  private final Frame frame;

  SpecialFunctions(Frame frame) {
    this.frame = frame;
  }

  /** Does it if it is one that takes values; null if it is none at all. */
  @Nullable Object call(String name, Object[] arguments, Span place) {
    return switch (name) {
      case "type_of", "is_shared", "is_def_fn", "is_def_var", "Fn", "eval", "call", "curry" ->
          known(name, arguments, place);
      default -> null;
    };
  }

  private Object known(String name, Object[] arguments, Span place) {
    return switch (name + "/" + arguments.length) {
      case "type_of/1" -> RhaiString.of(frame.run.functions().typeName(arguments[0]));
      case "is_shared/1" -> false;
      case "is_def_fn/2" -> isDefined(null, arguments[0], arguments[1], place);
      case "is_def_fn/3" -> isDefined(text(arguments[0], place), arguments[1], arguments[2], place);
      default -> throw Assignments.at(frame.run.functions().missing(name, arguments), place);
    };
  }

  private boolean isDefined(@Nullable String type, Object name, Object arity, Span place) {
    String function = text(name, place);
    if (!(FunctionCalls.plain(arity) instanceof Long number)) {
      throw Assignments.at(RhaiError.mismatchOf("i64", arity), place);
    }
    if (number < 0 || number > Integer.MAX_VALUE) {
      return false;
    }
    int count = number.intValue();
    return frame.program.function(function, count, type) != null
        || frame.run.program().function(function, count, type) != null;
  }

  private static String text(Object value, Span place) {
    if (FunctionCalls.plain(value) instanceof RhaiString string) {
      return string.toString();
    }
    throw Assignments.at(RhaiError.mismatchOf("string", value), place);
  }

  private String argument(Expression.Call call) {
    Expression first = call.arguments().getFirst();
    return text(frame.evaluate(first), first.startSpan());
  }

  /** {@code Fn("name")}. */
  Object pointer(Expression.Call call) {
    String name = argument(call);
    if (Words.isFunctionName(name)) {
      return FunctionPointer.named(name);
    }
    Span place = call.arguments().getFirst().startSpan();
    throw Words.isReserved(name) || Words.isToken(name)
        ? RhaiError.parsing("Reserved", reserved(name), place.line(), place.column())
        : Assignments.at(RhaiError.functionNotFound(name), place);
  }

  private static String reserved(String name) {
    String what = Words.isIdentifier(name) ? "keyword" : "symbol";
    return "'" + name + "' is a reserved " + what;
  }

  /** Returns a value that must be a function pointer. */
  FunctionPointer asPointer(Object value, Span place) {
    if (FunctionCalls.plain(value) instanceof FunctionPointer pointer) {
      return pointer;
    }
    String type = frame.run.functions().typeName(value);
    throw Assignments.at(RhaiError.mismatch("Fn", type), place);
  }

  /** {@code curry(pointer, ...)}. */
  Object curry(Expression.Call call) {
    List<Expression> arguments = call.arguments();
    Expression first = arguments.getFirst();
    FunctionPointer pointer = asPointer(frame.evaluate(first), first.startSpan());
    for (Expression argument : arguments.subList(1, arguments.size())) {
      pointer = pointer.curry(frame.evaluate(argument));
    }
    return pointer;
  }

  /** {@code is_shared(variable)}. */
  Object isShared(Expression.Call call) {
    return frame.evaluate(call.arguments().getFirst()) instanceof Cell;
  }

  /** {@code is_def_var("name")}. */
  Object isDefinedVariable(Expression.Call call) {
    return frame.scope.contains(argument(call));
  }

  /** {@code eval("text")}. */
  Object eval(Expression.Call call) {
    String text = argument(call).strip();
    Span place = call.arguments().getFirst().startSpan();
    int level = frame.run.callLevel();
    try {
      frame.operation(place);
      return text.isEmpty() ? Unit.UNIT : run(text);
    } catch (RhaiError e) {
      throw e.kind() == ErrorKind.EXIT ? e : e.wrapped("eval", "", place.line(), place.column());
    } finally {
      frame.run.resetCallLevel(level);
    }
  }

  private Object run(String text) {
    Script script;
    try {
      script = Parser.parseEval(text, frame.program.options());
    } catch (SyntaxError e) {
      throw RhaiError.parsing(e.kind().rhaiName(), e.description(), e.line(), e.column());
    }
    try {
      return Copies.flatten(frame.statements(script.body().statements()));
    } catch (Jump.Return jump) {
      return Copies.flatten(jump.value);
    }
  }
}
