package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.Run;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code f(x)} of a function of Java. */
final class FunctionSite extends Site {

  private final String function;
  private final long position;

  FunctionSite(MethodType type, String function, long position) {
    super(type);
    this.function = function;
    this.position = position;
  }

  @Override
  Object execute(Object[] arguments) {
    Run run = (Run) arguments[0];
    Object[] plain = Arrays.copyOfRange(arguments, 1, arguments.length);
    return run.functions()
        .call(function, run, plain, Position.line(position), Position.column(position));
  }

  @Override
  @Nullable Link link(Run run, Object[] arguments) {
    return new FunctionLinks(function, position, false, false).link(run, type(), arguments, null);
  }
}
