package dev.coachwhip.python.env;

import java.util.regex.Pattern;

/** What to do about a failure, told by what the tool printed. */
final class Advice {

  private static final Pattern NO_VENV = Pattern.compile("No module named '?(venv|ensurepip|pip)");

  /** What pip and uv say when a name is not resolved, a connection refused or not answered. */
  private static final Pattern NO_NETWORK =
      Pattern.compile(
          "NewConnectionError|NameResolutionError|ConnectTimeoutError|ReadTimeoutError|ProxyError"
              + "|SSLError|Connection refused|Max retries exceeded|dns error|error sending request"
              + "|Could not connect|Network is unreachable");

  private static final Pattern NOTHING_FITS =
      Pattern.compile(
          "No matching distribution found|Could not find a version|No solution found"
              + "|is not a supported wheel");

  private static final Pattern NO_BUILD =
      Pattern.compile("subprocess-exited-with-error|Failed to build|Failed building wheel");

  private Advice() {}

  static String of(String output, BaseInterpreter base, Inputs inputs) {
    if (NO_VENV.matcher(output).find()) {
      return "%s comes without venv or pip: install them (Debian: apt install python3-venv python3-pip), or uv"
          .formatted(base.executable());
    }
    if (NO_NETWORK.matcher(output).find()) {
      return "the package index cannot be reached: check the network and the proxy, name another index, or install from a folder of wheels, offline";
    }
    if (NOTHING_FITS.matcher(output).find()) {
      return nothingFits(base, inputs);
    }
    return NO_BUILD.matcher(output).find()
        ? "a package comes as source only and cannot be built here: ask for a version that has a wheel for CPython "
            + shortVersion(base)
        : "";
  }

  private static String nothingFits(BaseInterpreter base, Inputs inputs) {
    String python = "CPython " + shortVersion(base) + " on " + System.getProperty("os.arch");
    return inputs.offline()
        ? "no wheel for %s is in %s: put one there (cp%s or py3-none-any)"
            .formatted(python, inputs.wheelFolders(), shortVersion(base).replace(".", ""))
        : "the index has nothing for "
            + python
            + ": ask for another version, or use another Python";
  }

  private static String shortVersion(BaseInterpreter base) {
    int second = base.version().indexOf('.', base.version().indexOf('.') + 1);
    return second < 0 ? base.version() : base.version().substring(0, second);
  }
}
