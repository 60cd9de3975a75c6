package dev.coachwhip.worker.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What any JVM and what any native library needs to read, and what tells scripts nothing. */
public final class SystemPaths {

  /** The system's libraries, the table of where they are, time zones, how many processors. */
  private static final List<String> OF_SYSTEM =
      List.of(
          "/lib",
          "/lib64",
          "/usr/lib",
          "/usr/lib64",
          "/usr/local/lib",
          "/etc/ld.so.cache",
          "/etc/localtime",
          "/usr/share/zoneinfo",
          "/sys/devices/system/cpu");

  /** Distributions replace files in these by links to their own places. */
  private static final List<String> FOLDERS_OF_JDK_WITH_LINKS =
      List.of("", "lib", "lib/security", "conf", "conf/security");

  private SystemPaths() {}

  /** Returns the system's files, the JDK, and all that classes are loaded from in this process. */
  public static List<Path> readable() {
    Set<Path> paths = new LinkedHashSet<>();
    OF_SYSTEM.forEach(path -> paths.add(Path.of(path)));
    addJdk(paths, Path.of(System.getProperty("java.home")));
    addAll(paths, System.getProperty("java.class.path"));
    addAll(paths, System.getProperty("jdk.module.path"));
    return new ArrayList<>(paths);
  }

  private static void addJdk(Set<Path> paths, Path home) {
    paths.add(home);
    for (String folder : FOLDERS_OF_JDK_WITH_LINKS) {
      try (Stream<Path> entries = Files.list(home.resolve(folder))) {
        entries.filter(Files::isSymbolicLink).forEach(paths::add);
      } catch (IOException e) {
        // This JDK has no such folder.
      }
    }
  }

  private static void addAll(Set<Path> paths, @Nullable String list) {
    if (list != null) {
      for (String entry : list.split(File.pathSeparator, -1)) {
        paths.add(Path.of(entry).toAbsolutePath());
      }
    }
  }
}
