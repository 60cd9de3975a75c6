package dev.coachwhip.python.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Jars laid out like the real ones for Linux on x86-64, with a few small files each. */
final class TinyJars {

  static final Platform PLATFORM = Platform.LINUX_X86_64;

  private TinyJars() {}

  /** Writes the jars of all components into the folder, under their usual names. */
  static Map<Component, ComponentJar> write(Path folder) throws IOException {
    Map<Component, ComponentJar> jars = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      Path file = folder.resolve(fileName(component));
      List<String> entries =
          files(component).stream().map(name -> component.root(PLATFORM) + name).toList();
      writeJar(file, entries);
      jars.put(component, new ComponentJar(component, file, BuiltWith.version(component)));
    }
    return jars;
  }

  private static List<String> files(Component component) {
    return switch (component) {
      case CPYTHON ->
          List.of(
              "bin/python3.14",
              "bin/python3",
              "libpython3.14.so.1.0",
              "lib/python3.14/os.py",
              "lib/python3.14/test/test_os.py",
              "libjnipython.so",
              "include/Python.h");
      case NUMPY -> List.of("numpy/__init__.py", "numpy/tests/test_numpy.py");
      case SCIPY -> List.of("scipy/__init__.py");
      case OPENBLAS -> List.of("libopenblas.so.0", "libjniopenblas.so");
    };
  }

  static String fileName(Component component) {
    return "%s-%s-%s.jar"
        .formatted(component.artifactId(), BuiltWith.version(component), PLATFORM.classifier());
  }

  /** Writes a jar whose entries have their own names as content. */
  static void writeJar(Path file, List<String> entries) throws IOException {
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : entries) {
        jar.putNextEntry(new ZipEntry(entry));
        jar.write(entry.getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
