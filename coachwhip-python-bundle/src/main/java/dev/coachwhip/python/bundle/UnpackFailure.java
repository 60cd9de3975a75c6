package dev.coachwhip.python.bundle;

import dev.coachwhip.spi.CacheFolder;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * Why a prefix could not be made in the cache folder, as one sentence for the user and his way out.
 */
record UnpackFailure(Path folder, long megabytesNeeded, IOException cause) {

  IOException toException() {
    return new IOException(
        "Cannot unpack Python into %s: %s. It takes about %d MB there; the environment variable %s (or the system property %s) names another folder to use."
            .formatted(
                folder, reason(), megabytesNeeded, CacheFolder.VARIABLE, CacheFolder.PROPERTY),
        cause);
  }

  /** The messages of some file system exceptions are the path alone. */
  private String reason() {
    return switch (cause) {
      case AccessDeniedException e -> "no permission to write " + e.getFile();
      case FileAlreadyExistsException e -> e.getFile() + " is a file, not a folder";
      case FileSystemException e when e.getReason() != null -> e.getFile() + ": " + e.getReason();
      case FileSystemException e -> "cannot write " + e.getFile();
      default -> String.valueOf(cause.getMessage());
    };
  }
}
