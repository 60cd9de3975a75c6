/**
 * CPython 3.10 to 3.14 behind the script engine interface, called through {@code
 * java.lang.foreign}.
 *
 * <p>Programs use it by its backend name {@code "python"}; {@link
 * dev.coachwhip.python.PythonInstallations} tells which interpreter would be chosen and why. Needs
 * {@code --enable-native-access=dev.coachwhip.python}.
 */
@org.jspecify.annotations.NullMarked
module dev.coachwhip.python {
  requires transitive dev.coachwhip.core;
  requires static transitive org.jspecify;

  exports dev.coachwhip.python;
  exports dev.coachwhip.python.spi;

  uses dev.coachwhip.python.spi.PythonDistribution;
  uses dev.coachwhip.python.spi.PythonValueProvider;

  provides dev.coachwhip.spi.ScriptEngineProvider with
      dev.coachwhip.python.PythonEngineProvider;
}
