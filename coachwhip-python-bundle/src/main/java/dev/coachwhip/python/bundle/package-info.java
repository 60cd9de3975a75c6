/**
 * Finds the jars of CPython, NumPy, SciPy and OpenBLAS on the module path or class path and makes
 * one ordinary Python prefix of them in a cache folder.
 *
 * <p>Begin at {@link dev.coachwhip.python.bundle.PythonBundle}. On the way from jars to prefix:
 * which platform, which jars ({@code JarSearch}, {@code BundleContents}), what of them and to where
 * ({@code PythonLayout}, {@code EntryMapping}), the unpacking ({@code UnpackPlan}, {@code
 * Unpacker}, {@code TreeFinish}), and what makes it happen once ({@code TreeCache}). Nothing here
 * calls native code.
 */
package dev.coachwhip.python.bundle;
