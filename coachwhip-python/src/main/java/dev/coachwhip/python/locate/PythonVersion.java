package dev.coachwhip.python.locate;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What decides whether an executable and a libpython belong together; the patch level has no say.
 *
 * @param abiFlags such as {@code "t"} of a free-threaded build; mostly empty
 */
record PythonVersion(int major, int minor, String abiFlags) {

  /** The first whose C API has all that we call. */
  static final PythonVersion OLDEST_SUPPORTED = new PythonVersion(3, 10, "");

  private static final Pattern START = Pattern.compile("^(\\d{1,3})\\.(\\d{1,3})(?!\\d)()");

  /** libpython3.12.so.1.0, libpython3.13t.dylib; the stable ABI's libpython3.so has no minor. */
  private static final Pattern LIBRARY =
      Pattern.compile("^libpython(\\d)\\.(\\d{1,3})([a-z]*)\\.(?:so|dylib)");

  private static final Pattern WINDOWS_LIBRARY =
      Pattern.compile("^python(\\d)(\\d{1,3})(t?)\\.dll$");

  /** Reads the start of a text such as {@code "3.12.1"}; empty if it is not a version. */
  static Optional<PythonVersion> parse(String text) {
    return match(START, text);
  }

  /** Reads the name of a libpython; empty if it does not tell. */
  static Optional<PythonVersion> ofLibraryName(String fileName) {
    return match(LIBRARY, fileName).or(() -> match(WINDOWS_LIBRARY, fileName));
  }

  private static Optional<PythonVersion> match(Pattern pattern, String text) {
    return pattern.matcher(text).results().findFirst().map(PythonVersion::of);
  }

  private static PythonVersion of(MatchResult match) {
    return new PythonVersion(
        Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), match.group(3));
  }

  PythonVersion withAbiFlags(String flags) {
    return new PythonVersion(major, minor, flags);
  }

  boolean isSupported() {
    return major == OLDEST_SUPPORTED.major && minor >= OLDEST_SUPPORTED.minor;
  }

  @Override
  public String toString() {
    return major + "." + minor + abiFlags;
  }
}
