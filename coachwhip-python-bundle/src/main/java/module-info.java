/**
 * CPython with NumPy and SciPy that comes from Maven jars ({@code org.bytedeco}) and needs nothing
 * installed: a {@link dev.coachwhip.python.spi.PythonDistribution} for {@code
 * dev.coachwhip.python}.
 *
 * <p>Having it on the module path or class path, together with the jars of the platform, is enough.
 */
@org.jspecify.annotations.NullMarked
module dev.coachwhip.python.bundle {
  requires transitive dev.coachwhip.python;
  requires static org.jspecify;

  exports dev.coachwhip.python.bundle;

  provides dev.coachwhip.python.spi.PythonDistribution with
      dev.coachwhip.python.bundle.PythonBundle;
}
