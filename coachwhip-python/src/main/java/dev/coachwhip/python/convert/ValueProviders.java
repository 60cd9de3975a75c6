package dev.coachwhip.python.convert;

import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.python.spi.PythonValueProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The {@link PythonValueProvider}s on the module or class path; loaded when first asked. */
final class ValueProviders {

  private static @Nullable List<PythonValueProvider> installed;

  private ValueProviders() {}

  /**
   * Returns a converter for the objects of a class that a provider knows.
   *
   * @throws BackendException if a provider cannot be loaded
   */
  static Optional<ToPythonConverter<Object>> find(Class<?> type) {
    for (PythonValueProvider provider : installed()) {
      if (provider.converts(type)) {
        return Optional.of((value, conversion) -> convert(provider, value, conversion));
      }
    }
    return Optional.empty();
  }

  private static long convert(PythonValueProvider provider, Object value, ToPython conversion) {
    Object replacement = conversion.attachment().detached(() -> provider.inPlaceOf(value));
    return conversion.value(replacement);
  }

  private static synchronized List<PythonValueProvider> installed() {
    if (installed == null) {
      // Our own loader first: in a container the context loader may be another one.
      installed =
          load(
              ValueProviders.class.getClassLoader(),
              Thread.currentThread().getContextClassLoader());
    }
    return installed;
  }

  private static List<PythonValueProvider> load(@Nullable ClassLoader... loaders) {
    Map<Class<?>, PythonValueProvider> found = new LinkedHashMap<>();
    try {
      Stream.of(loaders)
          .flatMap(loader -> ServiceLoader.load(PythonValueProvider.class, loader).stream())
          .forEach(provider -> found.computeIfAbsent(provider.type(), _ -> provider.get()));
    } catch (ServiceConfigurationError e) {
      throw new BackendException(
          ErrorDetails.of("python", "a provider of values cannot be loaded: " + e.getMessage())
              .causedBy(e));
    }
    return List.copyOf(found.values());
  }
}
