package dev.coachwhip.worker.host;

import dev.coachwhip.spi.CacheFolder;
import dev.coachwhip.worker.server.WorkerMain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A file in which the JVM keeps the classes that a worker loads and links when it starts, so that
 * the next worker need not ({@code -XX:AOTCache}). There is one for each JDK, set of jars and
 * backend, in {@code workers} of the {@link CacheFolder}. It is made in the background by {@link
 * StartRecording}; the JVM checks by itself whether it fits, and goes on without one that does not.
 *
 * @param file where it is, or is to be; an empty one says that it cannot be made
 * @param recording whether a worker is to record what goes into it
 */
record StartCache(Path file, boolean recording) {

  /** Set to {@code false} where no file is to be made or used. */
  static final String PROPERTY = "coachwhip.worker.cache";

  private static final int NAME_BYTES = 12;

  /**
   * Returns the one for some code; empty if the JVM cannot keep such classes, which come out of
   * folders, or there is no place for the file.
   */
  static Optional<StartCache> of(String backend, ModulesAndJars code) {
    if (!Boolean.parseBoolean(System.getProperty(PROPERTY, "true"))
        || code.files().stream().anyMatch(Files::isDirectory)) {
      return Optional.empty();
    }
    try {
      Path folder = CacheFolder.locate().resolve("workers");
      return Optional.of(new StartCache(folder.resolve(name(backend, code) + ".aot"), false));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String name(String backend, ModulesAndJars code) throws IOException {
    StringBuilder text = new StringBuilder(backend);
    text.append('\n').append(System.getProperty("java.home"));
    text.append('\n').append(System.getProperty("java.vm.version"));
    for (Path jar : code.files()) {
      text.append('\n').append(jar);
      if (Files.exists(jar)) {
        text.append(' ').append(Files.size(jar)).append(' ').append(Files.getLastModifiedTime(jar));
      }
    }
    return digest(text.toString());
  }

  private static String digest(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, NAME_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the file for a worker that records. */
  StartCache recordingTo(Path temporary) {
    return new StartCache(temporary, true);
  }

  /** Tells whether nobody has made it yet, or tried to. */
  boolean isMissing() {
    return !recording && Files.notExists(file);
  }

  private boolean isUsable() {
    try {
      return Files.size(file) > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the JVM's options to use it, or to record it. */
  List<String> options() {
    if (recording) {
      return List.of("-XX:AOTCacheOutput=" + file, "-D" + WorkerMain.REHEARSAL + "=true");
    }
    return isUsable()
        ? List.of("-XX:AOTCache=" + file, "-Xlog:aot=off", "-Xlog:cds=off")
        : List.of();
  }
}
