package dev.coachwhip.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.error.BackendException;
import dev.coachwhip.spi.ScriptEngineProvider;
import dev.coachwhip.toy.ToyProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersTest {

  private final ToyProvider first = new ToyProvider("alpha", Set.of("al", "alpha"));
  private final ToyProvider second = new ToyProvider("beta", Set.of("be"));
  private final Providers providers = new Providers(List.of(second, first));

  @Test
  void names_severalBackends_areSorted() {
    assertThat(providers.names()).containsExactly("alpha", "beta");
  }

  @Test
  void byName_known_isFound() {
    assertThat(providers.byName("beta")).isSameAs(second);
  }

  @Test
  void byName_sameNameTwice_isTheFirst() {
    Providers twice = new Providers(List.of(first, new ToyProvider("alpha", Set.of())));
    assertThat(twice.byName("alpha")).isSameAs(first);
  }

  @Test
  void byName_unknown_listsTheKnown() {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> providers.byName("gamma"))
        .withMessage(
            "there is no script backend 'gamma'; available: alpha (.al, .alpha), beta (.be)");
  }

  @Test
  void byName_noneInstalled_saysWhatToAdd() {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> new Providers(List.of()).byName("python"))
        .withMessageContaining("add coachwhip-python");
  }

  @Test
  void byExtension_knownAndUnknown_isFoundOrNamed() {
    assertThat(providers.byExtension("al", Path.of("x.al"))).isSameAs(first);
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> providers.byExtension("exe", Path.of("x.exe")))
        .withMessageStartingWith("no script backend takes the file x.exe; available: alpha");
  }

  @Test
  void load_brokenProvider_isABackendException(@TempDir Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(ScriptEngineProvider.class.getName()), "no.such.Provider");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      assertThatExceptionOfType(BackendException.class)
          .isThrownBy(() -> Providers.load(loader, null))
          .withMessageContaining("no.such.Provider")
          .withCauseInstanceOf(ServiceConfigurationError.class);
    }
  }
}
