package dev.coachwhip;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.coachwhip.error.BackendException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptEnginesTest {

  @Test
  void create_unknownBackend_isNamed() {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> ScriptEngines.create("nonesuch"))
        .withMessageContaining("'nonesuch'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "script.", "/", "", "script.nonesuch"})
  void backendFor_noKnownExtension_isRefused(String file) {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> ScriptEngines.backendFor(Path.of(file)));
  }

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void methods_null_throwNullPointer() {
    assertThatNullPointerException().isThrownBy(() -> ScriptEngines.create(null));
    assertThatNullPointerException().isThrownBy(() -> ScriptEngines.builder(null));
    assertThatNullPointerException().isThrownBy(() -> ScriptEngines.backendFor(null));
  }
}
