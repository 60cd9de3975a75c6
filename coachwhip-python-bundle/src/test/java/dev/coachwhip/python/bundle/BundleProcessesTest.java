package dev.coachwhip.python.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.coachwhip.spi.CacheFolder;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that share a cache, with the real jars. */
class BundleProcessesTest {

  @TempDir Path cache;

  @BeforeAll
  static void needJars() {
    assumeThat(Platform.of(System.getProperty("os.name"), System.getProperty("os.arch")))
        .as("platform with org.bytedeco jars")
        .isPresent();
  }

  @Test
  void install_twoProcessesTogether_bothGetTheOneTree() throws Exception {
    Process first = Child.startInstall(withoutScipy());
    Process second = Child.startInstall(withoutScipy());
    Child one = Child.await(first);
    Child other = Child.await(second);

    assertThat(one.exitValue()).as(one.output()).isZero();
    assertThat(other.exitValue()).as(other.output()).isZero();
    assertThat(one.output()).isEqualTo(other.output());
    assertThat(names()).containsExactlyInAnyOrder(".lock", nameOf(one));
    assertThat(nameOf(one)).doesNotContain("scipy");
  }

  @Test
  void install_firstProcessKilledWhileUnpacking_nextOneStartsAfresh() throws Exception {
    Path folder = Files.createDirectories(cache.resolve("python"));
    Process first = Child.startInstall(withoutScipy());
    Path half = awaitTemporaryTree(folder);
    first.destroyForcibly().waitFor();
    assertThat(half).isDirectory();

    Child second = Child.await(Child.startInstall(withoutScipy()));

    assertThat(second.exitValue()).as(second.output()).isZero();
    assertThat(names()).containsExactlyInAnyOrder(".lock", nameOf(second));
  }

  private Map<String, String> withoutScipy() {
    return Map.of(CacheFolder.PROPERTY, cache.toString(), "coachwhip.bundle.scipy", "false");
  }

  private static Path awaitTemporaryTree(Path folder) throws IOException, InterruptedException {
    try (var watch = FileSystems.getDefault().newWatchService()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      while (true) {
        try (var trees = Files.newDirectoryStream(folder, ".unpack-*")) {
          var tree = trees.iterator();
          if (tree.hasNext()) {
            return tree.next();
          }
        }
        var key = watch.poll(1, TimeUnit.MINUTES);
        assertThat(key).as("a sign of unpacking within a minute").isNotNull();
        key.reset();
      }
    }
  }

  private List<String> names() throws IOException {
    try (var entries = Files.list(cache.resolve("python"))) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }

  private static String nameOf(Child install) {
    return Path.of(install.output()).getFileName().toString();
  }
}
