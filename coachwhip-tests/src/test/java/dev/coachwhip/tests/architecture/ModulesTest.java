package dev.coachwhip.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What our modules export: packages that users import, and no others. */
class ModulesTest {

  /** A package that is added here becomes something that users rely on. */
  private static final Map<String, Set<String>> EXPORTS =
      Map.of(
          "dev.coachwhip.core",
              Set.of(
                  "dev.coachwhip",
                  "dev.coachwhip.error",
                  "dev.coachwhip.spi",
                  "dev.coachwhip.spi.exposed"),
          "dev.coachwhip.python", Set.of("dev.coachwhip.python", "dev.coachwhip.python.spi"),
          "dev.coachwhip.python.bundle", Set.of("dev.coachwhip.python.bundle"),
          "dev.coachwhip.rhai", Set.of("dev.coachwhip.rhai"),
          "dev.coachwhip.worker", Set.of("dev.coachwhip.worker"),
          "dev.coachwhip.cli", Set.of());

  private static Map<String, ModuleDescriptor> ourModules() {
    Map<String, ModuleDescriptor> found = new TreeMap<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (Files.exists(Path.of(entry)) && Path.of(entry).toString().contains("coachwhip")) {
        for (ModuleReference reference : ModuleFinder.of(Path.of(entry)).findAll()) {
          if (!reference.descriptor().isAutomatic()) {
            found.put(reference.descriptor().name(), reference.descriptor());
          }
        }
      }
    }
    return found;
  }

  @Test
  void exports_ofEachModule_areThosePackagesThatUsersImport() {
    Map<String, Set<String>> exports = new TreeMap<>();
    ourModules()
        .forEach((name, module) -> {
          Set<String> packages = new TreeSet<>();
          module.exports().stream()
              .filter(export -> !export.isQualified())
              .forEach(export -> packages.add(export.source()));
          exports.put(name, packages);
        });
    exports.remove("dev.coachwhip.testkit"); // all of it is for others' tests
    assertThat(exports).containsExactlyInAnyOrderEntriesOf(EXPORTS);
  }

  @Test
  void exports_ofEachModule_holdNothingInternal() {
    assertThat(ourModules().values())
        .flatMap(ModuleDescriptor::exports)
        .noneMatch(export -> Arrays.asList(export.source().split("\\.")).contains("internal"));
  }

  @Test
  void modules_areNotOpen() {
    assertThat(ourModules().values()).noneMatch(ModuleDescriptor::isOpen);
  }
}
