package dev.coachwhip.python.env;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an environment shall hold and where that comes from.
 *
 * @param requirementFiles in pip's format
 * @param requirements single ones, such as {@code "numpy>=2"}
 * @param wheelFolders looked through for packages beside the index
 * @param offline whether the folders are all there is
 * @param index the address that replaces the tool's usual index
 * @param moreIndexes addresses looked at too
 * @param basePackages whether the packages of the interpreter itself can be imported as well
 */
public record Inputs(
    List<Path> requirementFiles,
    List<String> requirements,
    List<Path> wheelFolders,
    boolean offline,
    Optional<String> index,
    List<String> moreIndexes,
    boolean basePackages) {

  /** Copies the lists. */
  public Inputs {
    requirementFiles = List.copyOf(requirementFiles);
    requirements = List.copyOf(requirements);
    wheelFolders = List.copyOf(wheelFolders);
    moreIndexes = List.copyOf(moreIndexes);
  }

  /** Returns whether there is nothing to install. */
  boolean isEmpty() {
    return requirementFiles.isEmpty() && requirements.isEmpty();
  }

  /**
   * Returns a hash of all of it, with the files' contents but not their paths: a project that was
   * moved keeps its environment. Wheels count by name, size and time.
   *
   * @throws IOException if a file or folder cannot be read
   */
  String digest() throws IOException {
    Digest digest = new Digest();
    for (Path file : requirementFiles) {
      digest.add("file", new RequirementsText(file).read());
    }
    requirements.forEach(requirement -> digest.add("requirement", requirement));
    for (Path folder : wheelFolders) {
      addPackagesIn(folder, digest);
    }
    digest.add("offline", Boolean.toString(offline));
    index.ifPresent(address -> digest.add("index", address));
    moreIndexes.forEach(address -> digest.add("more", address));
    return digest.add("base packages", Boolean.toString(basePackages)).hex();
  }

  private static void addPackagesIn(Path folder, Digest digest) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("there is no folder of wheels " + folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        long time = attributes.lastModifiedTime().toMillis();
        digest.add("wheel", file.getFileName() + " " + attributes.size() + " " + time);
      }
    }
  }
}
