package dev.coachwhip.python.bundle;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** System properties and environment variables, taken as arguments so that tests can vary them. */
record Settings(Properties properties, Map<String, String> environment) {

  static Settings ofThisProcess() {
    return new Settings(System.getProperties(), System.getenv());
  }

  /** The property, or else the variable that goes with it: {@code a.b} and {@code A_B}. */
  Optional<String> get(String property) {
    String variable = property.replace('.', '_').toUpperCase(Locale.ROOT);
    return property(property).or(() -> variable(variable));
  }

  /** Empty if it is not set, or set to nothing. */
  Optional<String> property(String name) {
    return Optional.ofNullable(properties.getProperty(name)).filter(value -> !value.isBlank());
  }

  /** Empty if it is not set, or set to nothing. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
