package dev.coachwhip.python.spi;

import java.io.IOException;

/** A CPython that comes with the program; found through {@link java.util.ServiceLoader}. */
public interface PythonDistribution {

  /**
   * Returns what it is, in a few words for search reports: {@code "bundle (CPython 3.14.3, NumPy
   * 2.4.2, SciPy 1.17.0)"}.
   */
  String description();

  /**
   * Makes it ready to use, unpacking it if this was not done before. Threadsafe, and safe against
   * other processes that do the same.
   *
   * @throws IOException if it cannot; the message says where and what to do
   */
  InstalledPython install() throws IOException;
}
