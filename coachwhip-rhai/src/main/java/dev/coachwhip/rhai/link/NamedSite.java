package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.Values;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code f(x)} of a function that the script does not define: another script's, else one of Java.
 */
final class NamedSite extends Site {

  private final String function;
  private final long position;

  NamedSite(MethodType type, String function, long position) {
    super(type);
    this.function = function;
    this.position = position;
  }

  @Override
  Object execute(Object[] arguments) {
    Run run = (Run) arguments[0];
    Object[] plain = Arrays.copyOfRange(arguments, 1, arguments.length);
    int line = Position.line(position);
    int column = Position.column(position);
    if (find(run) == null) {
      return run.functions().call(function, run, plain, line, column);
    }
    if (plain.length > 0 && plain[0] instanceof Ref<?> variable) {
      plain[0] = Values.copy(variable.get());
    }
    return run.callByName(function, null, plain, line, column);
  }

  private @Nullable ScriptFunction find(Run run) {
    return run.program().function(function, type().parameterCount() - 1, null);
  }

  @Override
  @Nullable Link link(Run run, Object[] arguments) {
    Program program = run.program();
    ScriptFunction found = find(run);
    if (found == null) {
      return new FunctionLinks(function, position, false, false)
          .link(run, type(), arguments, program);
    }
    MethodHandle test = Guards.of(type(), run.linkage(), program, List.of(), List.of());
    return new Link(test, ScriptLinks.function(found, type(), position));
  }
}
