package dev.coachwhip.worker.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.spi.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class StartCacheTest {

  @TempDir private Path folder;
  private Path jar;

  @BeforeEach
  void makeJar() throws IOException {
    System.setProperty(CacheFolder.PROPERTY, folder.resolve("cache").toString());
    jar = Files.writeString(folder.resolve("code.jar"), "one");
  }

  @AfterEach
  void clearProperties() {
    System.clearProperty(CacheFolder.PROPERTY);
    System.clearProperty(StartCache.PROPERTY);
  }

  private StartCache cache(String backend) {
    return StartCache.of(backend, new ModulesAndJars("", jar.toString())).orElseThrow();
  }

  @Test
  void of_sameJarAndBackend_isTheSameFile() {
    assertThat(cache("python")).isEqualTo(cache("python"));
    assertThat(cache("python").file()).startsWithRaw(folder.resolve("cache/workers"));
  }

  @Test
  void of_otherBackendOrChangedJar_isAnotherFile() throws IOException {
    StartCache before = cache("python");
    assertThat(cache("other")).isNotEqualTo(before);

    Files.writeString(jar, "two and more");

    assertThat(cache("python")).isNotEqualTo(before);
  }

  @Test
  void of_codeInFolders_isEmpty() {
    assertThat(StartCache.of("python", new ModulesAndJars("", folder.toString()))).isEmpty();
  }

  @Test
  void of_switchedOff_isEmpty() {
    System.setProperty(StartCache.PROPERTY, "false");

    assertThat(StartCache.of("python", new ModulesAndJars("", jar.toString()))).isEmpty();
  }

  @Test
  void options_beforeItIsMade_areNone() {
    assertThat(cache("python").isMissing()).isTrue();
    assertThat(cache("python").options()).isEmpty();
  }

  @Test
  void options_onceItIsMade_useIt() throws IOException {
    StartCache cache = cache("python");
    Files.createDirectories(cache.file().getParent());
    Files.writeString(cache.file(), "classes");

    assertThat(cache.isMissing()).isFalse();
    assertThat(cache.options()).contains("-XX:AOTCache=" + cache.file());
  }

  @Test
  void options_ofOneThatCouldNotBeMade_areNone() throws IOException {
    StartCache cache = cache("python");
    Files.createDirectories(cache.file().getParent());
    Files.createFile(cache.file());

    assertThat(cache.isMissing()).isFalse();
    assertThat(cache.options()).isEmpty();
  }

  @Test
  void options_ofARecording_writeIt() {
    StartCache recording = cache("python").recordingTo(folder.resolve("new.aot"));

    assertThat(recording.options()).contains("-XX:AOTCacheOutput=" + folder.resolve("new.aot"));
    assertThat(recording.isMissing()).isFalse();
  }
}
