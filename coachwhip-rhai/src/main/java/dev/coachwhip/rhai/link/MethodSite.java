package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.Shape;
import dev.coachwhip.rhai.runtime.Tagged;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code receiver.method(arguments)}. */
final class MethodSite extends Site {

  private final Method method;

  MethodSite(MethodType type, String name, int flags, long position, long argumentPosition) {
    super(type);
    method = new Method(name, flags, position, argumentPosition);
  }

  @Override
  Object execute(Object[] arguments) {
    Object[] rest = Arrays.copyOfRange(arguments, 2, arguments.length);
    return method.call((Run) arguments[0], arguments[1], rest);
  }

  @Override
  @Nullable Link link(Run run, Object[] arguments) {
    Object receiver = Receivers.value(arguments[1]);
    if (receiver instanceof Tagged) {
      return null;
    }
    if (method.isKeyword()) {
      return receiver instanceof FunctionPointer pointer && method.isCall()
          ? linkPointer(pointer)
          : null;
    }
    FunctionPointer property =
        receiver instanceof RhaiMap map ? Receivers.functionPointer(map, method.name()) : null;
    if (property != null) {
      return linkProperty((RhaiMap) receiver, property);
    }
    Link link = linkNamed(run, receiver, arguments);
    return link == null
        ? null
        : new Link(Guards.both(link.test(), lacksFunction(receiver)), link.target());
  }

  /** Returns a test that a receiver like this one is no map with a function of the name. */
  private MethodHandle lacksFunction(Object receiver) {
    return receiver instanceof RhaiMap map
        ? Guards.lacksFunction(type(), map, method.name())
        : Guards.isNoMap(type());
  }

  private @Nullable Link linkPointer(FunctionPointer pointer) {
    ScriptFunction function = pointer.function();
    int curried = pointer.curriedCount();
    if (function == null || !takes(function, curried)) {
      return null;
    }
    return new Link(
        Guards.pointsTo(type(), function, curried),
        ScriptLinks.pointer(function, curried, type(), method.position()));
  }

  private boolean takes(ScriptFunction function, int curried) {
    return function.parameters().size() == curried + type().parameterCount() - 2;
  }

  private @Nullable Link linkProperty(RhaiMap map, FunctionPointer pointer) {
    ScriptFunction function = pointer.function();
    Shape shape = map.shape();
    int curried = pointer.curriedCount();
    if (function == null || shape == null || !takes(function, curried)) {
      return null;
    }
    int slot = shape.slot(method.name());
    return new Link(
        Guards.slotPointsTo(type(), shape, slot, function, curried),
        ScriptLinks.property(function, slot, curried, type(), method.position()));
  }

  private @Nullable Link linkNamed(Run run, Object receiver, Object[] arguments) {
    Program program = run.program();
    ScriptFunction function = method.find(run, receiver, arguments.length - 2);
    if (function == null) {
      return new FunctionLinks(method.name(), method.position(), method.isOnConstant(), false)
          .link(run, type(), arguments, program);
    }
    MethodHandle test =
        Guards.of(type(), run.linkage(), program, List.of(1), List.of(receiver.getClass()));
    return new Link(test, ScriptLinks.method(function, type(), method.position()));
  }
}
