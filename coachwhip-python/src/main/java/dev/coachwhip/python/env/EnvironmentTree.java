package dev.coachwhip.python.env;

import dev.coachwhip.python.ffi.HostPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A finished virtual environment on disk.
 *
 * @param path its folder
 * @param lock what is in it
 */
public record EnvironmentTree(Path path, LockFile lock) {

  /** Returns the tree in a folder; empty if it was never finished, or has lost its interpreter. */
  static Optional<EnvironmentTree> in(Path folder) {
    return LockFile.read(folder)
        .map(lock -> new EnvironmentTree(folder, lock))
        .filter(tree -> Files.exists(tree.python()));
  }

  /** Returns its python, a link to or a copy of the one it was made with. */
  public Path python() {
    return pythonIn(path);
  }

  /** Returns where a venv has its python. */
  static Path pythonIn(Path folder) {
    return folder.resolve(HostPlatform.IS_WINDOWS ? "Scripts/python.exe" : "bin/python");
  }

  /** Returns its lock file. */
  public Path lockFile() {
    return path.resolve(LockFile.NAME);
  }

  /** Returns whether the Python that it was made with is still there, and the same. */
  boolean hasItsInterpreter() {
    // The program's path ends the identity; on Windows the venv's own python is a copy.
    String[] parts = lock.interpreter().split(" ", 3);
    try {
      return parts.length == 3
          && BaseInterpreter.identityOf(Path.of(parts[2])).equals(lock.interpreter());
    } catch (IOException e) {
      return false;
    }
  }
}
