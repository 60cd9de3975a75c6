package dev.coachwhip.python.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Writes the files of a plan into a folder, on several threads. */
final class Unpacker {

  /** How a file is created; a test puts a full disk here. */
  @FunctionalInterface
  interface FileCreator {
    OutputStream create(Path file) throws IOException;
  }

  // Inflating is what takes the time, and ZipFile lets threads inflate side by side. More than four
  // wait for the disk.
  private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

  private final FileCreator creator;

  Unpacker(FileCreator creator) {
    this.creator = creator;
  }

  /**
   * Writes the items, creating the folders they are in.
   *
   * @throws IOException if one cannot be read or written, or would land outside of the folder; some
   *     of the others are there then
   */
  void unpack(List<UnpackPlan.Item> items, Path folder) throws IOException {
    Map<Path, UnpackPlan.Item> files = new LinkedHashMap<>();
    for (UnpackPlan.Item item : items) {
      files.put(inside(folder, item.target()), item);
    }
    for (Path file : files.keySet()) {
      Files.createDirectories(file.getParent());
    }
    writeAll(new ConcurrentLinkedQueue<>(files.entrySet()));
  }

  /** A jar may have names like {@code ../../x}. */
  private static Path inside(Path folder, String name) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("A jar has an entry that points outside of its folder: " + name);
    }
    return file;
  }

  private void writeAll(Queue<Map.Entry<Path, UnpackPlan.Item>> files) throws IOException {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS, Unpacker::thread)) {
      List<Callable<Void>> workers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        workers.add(() -> writeFrom(files));
      }
      for (Future<Void> worker : threads.invokeAll(workers)) {
        await(worker);
      }
    } catch (InterruptedException e) {
      files.clear();
      throw Interruption.of("unpacking Python", e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "coachwhip-unpack");
    thread.setDaemon(true);
    return thread;
  }

  private @Nullable Void writeFrom(Queue<Map.Entry<Path, UnpackPlan.Item>> files)
      throws IOException {
    for (var file = files.poll(); file != null; file = files.poll()) {
      try {
        write(file.getValue(), file.getKey());
      } catch (IOException | RuntimeException e) {
        // So that the other threads stop too.
        files.clear();
        throw e;
      }
    }
    return null;
  }

  private void write(UnpackPlan.Item item, Path file) throws IOException {
    try (InputStream in = item.open();
        OutputStream out = creator.create(file)) {
      in.transferTo(out);
    } catch (ZipException e) {
      throw new IOException("Damaged jar " + item.jar().getName() + ": " + e.getMessage(), e);
    }
  }

  private static void await(Future<Void> worker) throws IOException, InterruptedException {
    try {
      worker.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException(e.getCause());
    }
  }
}
