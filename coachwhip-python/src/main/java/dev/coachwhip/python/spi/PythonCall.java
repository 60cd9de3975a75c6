package dev.coachwhip.python.spi;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Java value that becomes what a Python function returns, each time it is handed to Python: as a
 * global, an argument, a result, or inside a container.
 *
 * @param function what is called
 * @param arguments its positional arguments: values that have a counterpart in Python. They are
 *     converted first to last, before the function is looked up, and dropped after the call or when
 *     anything fails; so a {@link PythonCapsule} in front frees what the others need.
 */
public record PythonCall(PythonFunction function, List<? extends @Nullable Object> arguments) {

  /** Checks that neither is null. */
  public PythonCall {
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(arguments, "arguments");
  }
}
