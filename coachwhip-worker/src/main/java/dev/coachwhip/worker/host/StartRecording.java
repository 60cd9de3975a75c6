package dev.coachwhip.worker.host;

import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes a {@link StartCache}: starts a worker of its own that records which classes it needs, has
 * it run a script and end. Takes a few seconds of processor time, once for each JDK and set of
 * jars.
 */
final class StartRecording {

  /** The recorded worker's JVM starts another to write the file. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final String TEMPORARY = "recording";

  private static final Set<Path> TRIED = ConcurrentHashMap.newKeySet();

  private final StartCache cache;
  private final WorkerSpec spec;

  private StartRecording(StartCache cache, WorkerSpec spec) {
    this.cache = cache;
    this.spec = spec;
  }

  /** Makes the file for workers of a kind in the background if there is none yet. */
  static void beginIfMissing(WorkerSpec spec) {
    spec.startCache()
        .filter(cache -> cache.isMissing() && TRIED.add(cache.file()))
        .ifPresent(cache -> Watch.daemon("cache", new StartRecording(cache, spec)::make).start());
  }

  private void make() {
    try {
      Path folder = Files.createDirectories(cache.file().getParent());
      deleteLeftovers(folder);
      Path temporary = Files.createTempFile(folder, TEMPORARY, ".aot");
      Files.delete(temporary); // the JVM makes it; what stays missing could not be made
      record(temporary);
      if (Files.notExists(temporary)) {
        Files.createFile(temporary);
      }
      Files.move(temporary, cache.file(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException e) {
      // The next process tries again; workers start without it.
      System.getLogger(StartRecording.class.getName())
          .log(System.Logger.Level.DEBUG, "no cache for the start of workers", e);
    }
  }

  /** A host that ends while its worker still writes leaves a file that nobody waits for. */
  private static void deleteLeftovers(Path folder) throws IOException {
    FileTime old = FileTime.from(Instant.now().minus(LONGEST.multipliedBy(10)));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, TEMPORARY + "*")) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).compareTo(old) < 0) {
          boolean _ = Files.deleteIfExists(file);
        }
      }
    }
  }

  private static void use(WorkerEngine engine) {
    try {
      ScriptValue _ = engine.executeScript(ScriptSource.of("1 + 1"));
    } catch (ScriptException e) {
      // Not every language knows expressions by themselves; most of the way has been gone.
    }
  }

  private void record(Path temporary) {
    WorkerSpec recorded = spec.recordingTo(cache.recordingTo(temporary));
    Worker worker = Worker.start(recorded);
    try (WorkerEngine engine = new WorkerEngine(recorded, _ -> worker)) {
      engine.setGlobal("number", 1);
      use(engine);
      worker.retire(LONGEST);
    }
  }
}
