package dev.coachwhip.tests.interpreters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The CPythons of this machine that we support: on PATH, and those pyenv has built. */
public final class InstalledPythons {

  // One line, so that a program of another kind behind the name, or a pyenv shim without its
  // Python, is told apart.
  private static final String PROBE =
      "import sys, sysconfig; v = sys.version_info; "
          + "print(sys.implementation.name, '%d.%d' % v[:2], sysconfig.get_config_var('Py_ENABLE_SHARED'), sys.executable)";

  private static final Pattern ANSWER = Pattern.compile("cpython (3\\.1[0-4]) 1 (.+)");

  private InstalledPythons() {}

  /**
   * Returns one executable for each version, by version; those without a libpython are left out.
   */
  public static SortedMap<String, Path> find() {
    return findWith("sys");
  }

  /** Returns one executable for each version, by version, that can import a module. */
  public static SortedMap<String, Path> findWith(String module) {
    SortedMap<String, Path> found = new TreeMap<>();
    for (Path candidate : candidates()) {
      var answer = ANSWER.matcher(probe(candidate, module).orElse(""));
      if (answer.matches()) {
        found.putIfAbsent(answer.group(1), Path.of(answer.group(2)));
      }
    }
    return found;
  }

  private static List<Path> candidates() {
    List<String> names = IntStream.rangeClosed(10, 14).mapToObj(n -> "python3." + n).toList();
    List<Path> folders = new ArrayList<>();
    for (String folder :
        System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1)) {
      folders.add(Path.of(folder));
    }
    pyenvVersions().map(version -> version.resolve("bin")).forEach(folders::add);
    return folders.stream()
        .flatMap(folder -> names.stream().map(folder::resolve))
        .filter(Files::isExecutable)
        .toList();
  }

  private static Stream<Path> pyenvVersions() {
    Path versions = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
    if (!Files.isDirectory(versions)) {
      return Stream.empty();
    }
    try (Stream<Path> list = Files.list(versions)) {
      return list.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> probe(Path executable, String module) {
    try {
      Process process =
          new ProcessBuilder(executable.toString(), "-c", "import " + module + "; " + PROBE)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(answer.strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
