package dev.coachwhip.python.policy;

import dev.coachwhip.Policy;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which files a policy lets be used. */
final class FileRules {

  private final boolean restrict;
  private final List<Path> readable;
  private final List<Path> writable;

  FileRules(Policy policy) {
    restrict = policy.restrictsFiles();
    readable = policy.readable().stream().map(path -> RealPaths.of(path, true)).toList();
    writable = policy.writable().stream().map(path -> RealPaths.of(path, true)).toList();
  }

  /** Tells whether there is anything to look at. */
  boolean restrict() {
    return restrict;
  }

  /**
   * Tells whether a file may be read.
   *
   * @param path as the script gave it
   * @param folder what it is relative to if it is; null for the working folder
   */
  boolean allowReading(String path, @Nullable Path folder, boolean followLinks) {
    if (LibraryFolders.holdsImports(path.replace('\\', '/'))) {
      return true;
    }
    if (readable.isEmpty() && writable.isEmpty()) {
      return false;
    }
    Path real = real(path, folder, followLinks);
    return real != null
        && (isIn(readable, real)
            || isIn(writable, real)
            || LibraryFolders.holdsImports(real.toString().replace('\\', '/')));
  }

  /** Tells whether a file may be written, made, changed or removed. */
  boolean allowWriting(String path, @Nullable Path folder, boolean followLinks) {
    if (writable.isEmpty()) {
      return false;
    }
    Path real = real(path, folder, followLinks);
    return real != null && isIn(writable, real);
  }

  private static @Nullable Path real(String path, @Nullable Path folder, boolean followLinks) {
    try {
      Path given = Path.of(path);
      Path base = given.isAbsolute() || folder != null ? folder : WorkingFolder.current();
      return RealPaths.of(base == null ? given : base.resolve(given), followLinks);
    } catch (InvalidPathException e) {
      return null; // bytes that are no text to Java
    }
  }

  private static boolean isIn(List<Path> folders, Path path) {
    return folders.stream().anyMatch(path::startsWith);
  }
}
