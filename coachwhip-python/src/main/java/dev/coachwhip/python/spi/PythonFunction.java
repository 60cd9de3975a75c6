package dev.coachwhip.python.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function or class that a {@link PythonFile} defines.
 *
 * @param file where it is
 * @param name its name there
 */
public record PythonFunction(PythonFile file, String name) {

  /** Checks that neither is null. */
  public PythonFunction {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(name, "name");
  }

  /** Returns a Java value that becomes the result of a call with these arguments. */
  public PythonCall with(@Nullable Object... arguments) {
    var copy = new ArrayList<@Nullable Object>(arguments.length);
    Collections.addAll(copy, arguments);
    return new PythonCall(this, Collections.unmodifiableList(copy));
  }
}
