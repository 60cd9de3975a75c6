package dev.coachwhip.python.locate;

import dev.coachwhip.python.spi.InstalledPython;
import java.util.Objects;

/**
 * The interpreter that a search chose.
 *
 * @param python where it is
 * @param place where it was found, such as {@code "COACHWHIP_PYTHON"} or {@code "python3 on PATH"}
 * @param bundled whether it came from a {@link dev.coachwhip.python.spi.PythonDistribution}
 */
public record FoundPython(InstalledPython python, String place, boolean bundled) {

  /** Checks that none is null. */
  public FoundPython {
    Objects.requireNonNull(python, "python");
    Objects.requireNonNull(place, "place");
  }
}
