package dev.coachwhip.python.locate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an interpreter said of itself.
 *
 * @param values by the names that {@link #SCRIPT} gives them; a value that Python lacks is empty
 */
record ProbeReport(Map<String, String> values) {

  /**
   * Starts a line of ours: what {@code site} and {@code .pth} files print comes out between them.
   */
  private static final String MARK = "coachwhip:";

  /**
   * Prints {@code coachwhip:name=value} lines in UTF-8. For any Python from 3.4 on, so that old
   * ones can be refused by version.
   */
  static final String SCRIPT =
      """
      import sys, sysconfig

      def say(name, value):
          line = 'coachwhip:%s=%s\\n' % (name, '' if value is None else value)
          sys.stdout.buffer.write(line.encode('utf-8', 'surrogateescape'))

      say('implementation', sys.implementation.name)
      say('version', sys.version.split()[0].rstrip('+'))
      say('platform', sys.platform)
      say('executable', sys.executable)
      say('base_executable', getattr(sys, '_base_executable', None))
      say('base_prefix', sys.base_prefix)
      threaded = 't' if sysconfig.get_config_var('Py_GIL_DISABLED') else ''
      say('abiflags', getattr(sys, 'abiflags', threaded))
      for name in ('LIBDIR', 'LIBPL', 'MULTIARCH', 'INSTSONAME', 'LDLIBRARY',
                   'PYTHONFRAMEWORKPREFIX', 'Py_ENABLE_SHARED'):
          say(name, sysconfig.get_config_var(name))
      """;

  ProbeReport {
    values = Map.copyOf(values);
  }

  /** Reads what the script printed; empty if none of it is ours. */
  static Optional<ProbeReport> parse(String output) {
    Map<String, String> values = new LinkedHashMap<>();
    output
        .lines()
        .filter(line -> line.startsWith(MARK) && line.contains("="))
        .forEach(line -> {
          int equals = line.indexOf('=');
          values.put(line.substring(MARK.length(), equals), line.substring(equals + 1));
        });
    return values.isEmpty() ? Optional.empty() : Optional.of(new ProbeReport(values));
  }

  /** Returns a value; empty if Python lacks it. */
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  /** Returns a value that every Python has. */
  String require(String name) throws UnusablePythonException {
    return value(name)
        .orElseThrow(
            () -> new UnusablePythonException("the interpreter does not know its " + name));
  }

  /** Returns the path that a value is; empty if Python lacks it. */
  Optional<Path> path(String name) {
    return value(name).map(Path::of);
  }

  /** Returns whether the variable {@code Py_ENABLE_SHARED} of its build is 1. */
  boolean builtShared() {
    return value("Py_ENABLE_SHARED").filter("1"::equals).isPresent();
  }
}
