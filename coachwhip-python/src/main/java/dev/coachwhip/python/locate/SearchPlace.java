package dev.coachwhip.python.locate;

/** The places where a Python may be, in the order in which they count. */
enum SearchPlace {
  /** What the program gave to the builder. */
  OPTION,
  /** The environment variable {@code COACHWHIP_PYTHON}. */
  COACHWHIP_PYTHON,
  /** An active venv. */
  VIRTUAL_ENV,
  /** An active conda environment. */
  CONDA_PREFIX,
  /** A {@link dev.coachwhip.python.spi.PythonDistribution}. */
  BUNDLE,
  /** {@code python3} and {@code python} on PATH. */
  PATH
}
