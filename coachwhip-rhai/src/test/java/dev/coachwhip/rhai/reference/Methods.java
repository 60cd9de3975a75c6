package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.reference.Chains.Result;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.Tagged;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code target.name(arguments)}. */
final class Methods {

  private final Frame frame;
  private final FunctionCalls calls;

  Methods(Frame frame) {
    this.frame = frame;
    calls = new FunctionCalls(frame);
  }

  /**
   * Calls it.
   *
   * @param first place of the first argument, if there is one
   * @param place of the name
   */
  Result call(Target target, String name, Object[] arguments, Span first, Span place) {
    Result result = dispatch(target, name, arguments, first, place);
    if (result.changed()) {
      target.propagate(place.line(), place.column());
    }
    return result;
  }

  private Result dispatch(Target target, String name, Object[] arguments, Span first, Span place) {
    Object value = Tagged.strip(target.get());
    return switch (name) {
      case "call" ->
          value instanceof FunctionPointer pointer
              ? unchanged(calls.pointer(pointer, arguments, place))
              : callOn(target, arguments, first, place);
      case "curry" -> unchanged(curry(target, arguments, place));
      case "is_shared" ->
          arguments.length == 0
              ? unchanged(target.isShared())
              : plain(target, name, arguments, place);
      default -> plain(target, name, arguments, place);
    };
  }

  private Result plain(Target target, String name, Object[] arguments, Span place) {
    FunctionPointer property = property(Tagged.strip(target.get()), name);
    return property == null
        ? byName(target, name, arguments, place)
        : bound(target, property, arguments, place);
  }

  private static Result unchanged(Object value) {
    return new Result(value, false);
  }

  private static @Nullable FunctionPointer property(Object value, String name) {
    Object found = value instanceof RhaiMap map ? map.get(name) : null;
    return found != null && Tagged.strip(found) instanceof FunctionPointer pointer ? pointer : null;
  }

  private Object curry(Target target, Object[] arguments, Span place) {
    if (Tagged.strip(target.get()) instanceof FunctionPointer pointer) {
      return pointer.curry(arguments);
    }
    throw Assignments.at(mismatch(target.get()), place);
  }

  private RhaiError mismatch(Object value) {
    return RhaiError.mismatch("Fn", frame.run.functions().typeName(value));
  }

  /** {@code object.call(pointer, ...)}. */
  private Result callOn(Target target, Object[] arguments, Span first, Span place) {
    if (arguments.length == 0) {
      throw Assignments.at(mismatch(target.get()), place);
    }
    if (!(Tagged.strip(arguments[0]) instanceof FunctionPointer pointer)) {
      throw Assignments.at(mismatch(arguments[0]), first);
    }
    Object[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    Object[] all = FunctionCalls.withCurried(pointer, rest);
    if (FunctionCalls.linked(pointer, all.length) != null) {
      FunctionCalls.checkRaces(pointer.name(), all);
    }
    return bound(target, pointer, rest, place);
  }

  /** Calls with {@code this} bound. */
  private Result bound(Target target, FunctionPointer pointer, Object[] arguments, Span place) {
    Object[] all = FunctionCalls.withCurried(pointer, arguments);
    ScriptFunction linked = FunctionCalls.linked(pointer, all.length);
    if (linked != null) {
      return unchanged(script(target, linked, all, place));
    }
    return byName(target, pointer.name(), all, place);
  }

  @SuppressWarnings("ReferenceEquality") // whether it is another object
  private Object script(Target target, ScriptFunction function, Object[] arguments, Span place) {
    Object value = target.forWrite();
    Ref<Object> self = new Ref<>(value, target.isConstant());
    try {
      return calls.script(function, null, self, arguments, place);
    } finally {
      if (self.get() != value) {
        target.set(self.get());
      }
    }
  }

  private Result byName(Target target, String name, Object[] arguments, Span place) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = target.get();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    Object special = calls.special(name, all, place);
    if (special != null) {
      return unchanged(special);
    }
    FunctionCalls.checkRaces(name, arguments);
    ScriptFunction function = calls.find(name, arguments.length, target.get());
    if (function != null) {
      return unchanged(script(target, function, arguments, place));
    }
    return calls.javaFunction(name, target, arguments, place);
  }
}
