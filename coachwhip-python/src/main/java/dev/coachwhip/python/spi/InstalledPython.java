package dev.coachwhip.python.spi;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A CPython on disk.
 *
 * @param home its prefix, the folder that Python calls {@code sys.prefix}
 * @param executable its {@code python}, which {@code sys.executable} is set to
 * @param library its libpython
 * @param version such as {@code "3.14.3"}
 */
public record InstalledPython(Path home, Path executable, Path library, String version) {

  /** Checks that none is null. */
  public InstalledPython {
    Objects.requireNonNull(home, "home");
    Objects.requireNonNull(executable, "executable");
    Objects.requireNonNull(library, "library");
    Objects.requireNonNull(version, "version");
  }
}
