package dev.coachwhip.python.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Where a path leads to, after links and {@code ..}, as the system would follow it. */
final class RealPaths {

  private static final int MOST_LINKS = 40;

  private RealPaths() {}

  /**
   * Returns the path that is meant, also of a file that does not exist.
   *
   * @param path absolute
   * @param followLast whether the last name's link is followed as well
   */
  static Path of(Path path, boolean followLast) {
    return of(path, followLast, MOST_LINKS);
  }

  private static Path of(Path path, boolean followLast, int linksLeft) {
    Path parent = path.getParent();
    Path name = path.getFileName();
    if (parent == null || name == null) {
      return path;
    }
    if (followLast || isStep(name)) {
      try {
        return path.toRealPath();
      } catch (IOException e) {
        // It, or what its link leads to, does not exist yet.
      }
    }
    Path folder = of(parent, true, linksLeft);
    return followLast ? missing(folder, name, linksLeft) : folder.resolve(name).normalize();
  }

  private static boolean isStep(Path name) {
    return name.toString().equals("..") || name.toString().equals(".");
  }

  private static Path missing(Path folder, Path name, int linksLeft) {
    Path path = folder.resolve(name);
    if (linksLeft > 0 && Files.isSymbolicLink(path)) {
      try {
        return of(folder.resolve(Files.readSymbolicLink(path)), true, linksLeft - 1);
      } catch (IOException e) {
        // Gone since.
      }
    }
    return path.normalize();
  }

  /**
   * Returns the file or folder that a descriptor is of; only on Linux.
   *
   * @throws IOException if there is none
   */
  static Path ofDescriptor(long descriptor) throws IOException {
    return Path.of("/proc/self/fd/" + descriptor).toRealPath(new LinkOption[0]);
  }
}
