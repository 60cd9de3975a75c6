package dev.coachwhip.tests.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A package to install that needs no network and no compiler.
 *
 * @see <a href="https://packaging.python.org/en/latest/specifications/binary-distribution-format/">
 *     The format of wheels</a>
 */
public final class TinyWheel {

  private final String name;
  private final String version;
  private final StringBuilder metadata = new StringBuilder();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private String tag = "py3-none-any";

  private TinyWheel(String name, String version) {
    this.name = name;
    this.version = version;
    metadata.append("Metadata-Version: 2.1\nName: %s\nVersion: %s\n".formatted(name, version));
  }

  /** Begins a package without files. */
  public static TinyWheel of(String name, String version) {
    return new TinyWheel(name, version);
  }

  /** Adds a dependency, such as {@code "beta>=2"}. */
  public TinyWheel requires(String requirement) {
    metadata.append("Requires-Dist: ").append(requirement).append('\n');
    return this;
  }

  /** Adds a module. */
  public TinyWheel file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file. */
  public TinyWheel file(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  /** Says what it is for, such as {@code "cp311-cp311-linux_x86_64"}; default: everything. */
  public TinyWheel tag(String pythonAbiPlatform) {
    tag = pythonAbiPlatform;
    return this;
  }

  /** Writes it into a folder and returns the file. */
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    String info = "%s-%s.dist-info/".formatted(name, version);
    files.put(info + "METADATA", metadata.toString().getBytes(StandardCharsets.UTF_8));
    String wheel = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: " + tag + "\n";
    files.put(info + "WHEEL", wheel.getBytes(StandardCharsets.UTF_8));
    String record = String.join(",,\n", files.keySet()) + ",,\n" + info + "RECORD,,\n";
    files.put(info + "RECORD", record.getBytes(StandardCharsets.UTF_8));
    Path file = folder.resolve("%s-%s-%s.whl".formatted(name, version, tag));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }
}
