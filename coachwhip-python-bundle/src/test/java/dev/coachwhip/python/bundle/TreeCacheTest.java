package dev.coachwhip.python.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TreeCacheTest {

  private final AtomicInteger builds = new AtomicInteger();
  private Map<Component, ComponentJar> jars = Map.of();
  private Unpacker.FileCreator creator = Files::newOutputStream;
  private FreshInterpreter interpreter = new CountingInterpreter();

  @TempDir Path folder;

  @BeforeEach
  void writeJars() throws IOException {
    jars = TinyJars.write(Files.createDirectory(folder.resolve("jars")));
  }

  @Test
  void prefix_emptyCache_hasWhatTheJarsHoldInItsPlaces() throws IOException {
    Path prefix = prefix();

    assertThat(filesOf(prefix))
        .containsExactlyInAnyOrder(
            ".coachwhip-complete",
            "bin/python",
            "bin/python3",
            "bin/python3.14",
            "lib/libpython3.14.so.1.0",
            "lib/python3.14/os.py",
            "lib/python3.14/site-packages/numpy/__init__.py",
            "lib/python3.14/site-packages/numpy/_distributor_init_local.py",
            "lib/python3.14/site-packages/numpy.libs/libopenblas.so.0",
            "lib/python3.14/site-packages/scipy/__init__.py");
    assertThat(prefix.resolve("bin/python3.14")).isExecutable();
    assertThat(prefix.resolve("bin/python")).isExecutable();
    assertThat(temporaryTrees()).isEmpty();
  }

  @Test
  void prefix_secondTime_opensNoJarAndWritesNothing() throws IOException {
    Path first = prefix();
    var before = Files.getLastModifiedTime(cache());
    for (ComponentJar jar : jars.values()) {
      Files.writeString(jar.file(), "no jar any more");
    }

    assertThat(prefix()).isEqualTo(first);
    assertThat(builds).hasValue(1);
    assertThat(Files.getLastModifiedTime(cache())).isEqualTo(before);
  }

  @Test
  void prefix_libraryDeleted_isUnpackedAgain() throws IOException {
    Path library = prefix().resolve("lib/libpython3.14.so.1.0");
    Files.delete(library);

    prefix();

    assertThat(library).exists();
    assertThat(builds).hasValue(2);
    assertThat(temporaryTrees()).isEmpty();
  }

  @Test
  void prefix_treeOfAKilledProcess_isDeletedByTheNextUnpacking() throws IOException {
    Path stale = new TemporaryTrees(cache()).newPath();
    Files.createDirectories(stale.resolve("lib"));
    Files.writeString(stale.resolve("lib/half"), "half");

    prefix();

    assertThat(stale).doesNotExist();
  }

  @Test
  void prefix_manyThreads_unpackOnce() throws Exception {
    int count = 8;
    CyclicBarrier barrier = new CyclicBarrier(count);
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
      List<Future<Path>> results = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        results.add(
            threads.submit(() -> {
              barrier.await();
              return prefix();
            }));
      }
      for (Future<Path> result : results) {
        assertThat(result.get()).isDirectory();
      }
    }
    assertThat(builds).hasValue(1);
  }

  @Test
  @Timeout(60)
  void prefix_lockHeldByAnotherLoadersCopyOfTheClass_waitsForIt() throws Exception {
    Files.createDirectories(cache());
    FutureTask<Path> task = new FutureTask<>(this::prefix);
    Thread waiting = new Thread(task);
    try (FileChannel other =
        FileChannel.open(
            cache().resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      other.lock();
      waiting.start();
      while (waiting.getState() != Thread.State.TIMED_WAITING) {
        assertThat(task.isDone()).as("done without the lock").isFalse();
        Thread.onSpinWait();
      }
    }
    assertThat(task.get()).isDirectory();
  }

  @Test
  void prefix_interruptedThread_saysSoAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(this::prefix).isInstanceOf(InterruptedIOException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(builds).hasValue(0);
  }

  @Test
  void prefix_otherProcessRenamesFirst_usesItsTree() throws IOException {
    Path[] winner = new Path[1];
    interpreter =
        new CountingInterpreter() {
          @Override
          public void precompile(Path executable) throws IOException {
            // As on a file system without locks: the other's tree appears while this one is made.
            interpreter = new CountingInterpreter();
            winner[0] = copyOf(executable.resolve("../..").normalize());
          }
        };

    Path prefix = prefix();

    assertThat(prefix).isEqualTo(winner[0]);
    assertThat(prefix.resolve("theirs")).exists();
    assertThat(temporaryTrees()).isEmpty();
  }

  @Test
  void prefix_diskFull_saysHowMuchRoomItTakesAndLeavesNothing() throws IOException {
    creator = file -> new FullDisk();

    assertThatThrownBy(this::prefix)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left on device")
        .hasMessageContaining(cache().toString())
        .hasMessageContaining(" MB")
        .hasMessageContaining("COACHWHIP_CACHE");
    assertThat(filesOf(cache())).containsExactly(".lock");
  }

  @Test
  void prefix_cacheIsAFile_saysSo() throws IOException {
    Files.writeString(cache(), "a file");

    assertThatThrownBy(this::prefix)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(cache() + " is a file, not a folder")
        .hasMessageContaining("COACHWHIP_CACHE");
  }

  @Test
  void prefix_cacheThatCannotBeMade_namesFolderAndWayOut() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "a file");
    TreeCache below = new TreeCache(file.resolve("cache"), builder());

    assertThatThrownBy(() -> below.prefix(contents()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.resolve("cache").toString())
        .hasMessageContaining("COACHWHIP_CACHE");
  }

  @Test
  void prefix_interpreterDoesNotRun_saysSoAndLeavesNothing() throws IOException {
    interpreter =
        new CountingInterpreter() {
          @Override
          public void check(Path executable) throws IOException {
            throw new UnusablePythonException("GLIBC_2.35 not found");
          }
        };

    assertThatThrownBy(this::prefix)
        .isInstanceOf(UnusablePythonException.class)
        .hasMessage("GLIBC_2.35 not found");
    assertThat(filesOf(cache())).containsExactly(".lock");
  }

  @Test
  void prefix_jarWithAPathThatLeavesTheFolder_isRefused() throws IOException {
    TinyJars.writeJar(
        jarFile(Component.SCIPY),
        List.of(Component.SCIPY.root(TinyJars.PLATFORM) + "scipy/" + "../".repeat(9) + "x.py"));

    assertThatThrownBy(this::prefix)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("points outside of its folder");
    assertThat(filesOf(cache())).containsExactly(".lock");
  }

  @Test
  void prefix_damagedJar_namesIt() throws IOException {
    Path jar = jarFile(Component.NUMPY);
    Files.writeString(jar, "no jar");

    assertThatThrownBy(this::prefix)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Damaged jar " + jar);
  }

  private Path jarFile(Component component) {
    return folder.resolve("jars").resolve(TinyJars.fileName(component));
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  private Path prefix() throws IOException {
    return new TreeCache(cache(), builder()).prefix(contents());
  }

  private PrefixBuilder builder() {
    return new PrefixBuilder(new Unpacker(creator), interpreter);
  }

  private BundleContents contents() throws IOException {
    return BundleContents.of(TinyJars.PLATFORM, jars, true);
  }

  private Path copyOf(Path tree) throws IOException {
    Path copy = cache().resolve(contents().key());
    for (String file : filesOf(tree)) {
      Files.createDirectories(copy.resolve(file).getParent());
      Files.copy(tree.resolve(file), copy.resolve(file));
    }
    Files.createFile(copy.resolve(".coachwhip-complete"));
    Files.createFile(copy.resolve("theirs"));
    return copy;
  }

  private List<String> temporaryTrees() throws IOException {
    try (var entries = Files.list(cache())) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.startsWith(".unpack-"))
          .toList();
    }
  }

  private static List<String> filesOf(Path tree) throws IOException {
    try (var files = Files.walk(tree)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> tree.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }

  /** Stands for the interpreter that the tiny jars do not have. */
  private class CountingInterpreter implements FreshInterpreter {

    @Override
    public void check(Path executable) throws IOException {
      assertThat(executable).isExecutable();
      builds.incrementAndGet();
    }

    @Override
    public void precompile(Path executable) throws IOException {}
  }

  private static final class FullDisk extends OutputStream {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Override
    public void write(int value) throws IOException {
      if (written.size() == 10) {
        throw new IOException("No space left on device");
      }
      written.write(value);
    }
  }
}
