package dev.coachwhip.python.bundle;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder with one unpacked prefix for each combination of jars that was ever used. */
final class TreeCache {

  // A prefix is made under a temporary name and renamed when it is whole, so a prefix that has its
  // name is complete, whatever was killed in between. The lock only saves work: without it two
  // processes both unpack, and the one that renames second uses the other's.

  private static final int RENAME_ATTEMPTS = 20;
  private static final String MARKER = ".coachwhip-complete";

  private final Path folder;
  private final PrefixBuilder builder;
  private final TemporaryTrees temporaryTrees;

  TreeCache(Path folder, PrefixBuilder builder) {
    this.folder = folder;
    this.builder = builder;
    this.temporaryTrees = new TemporaryTrees(folder);
  }

  /**
   * Returns the prefix for these jars, unpacking them if there is none or it was damaged.
   *
   * @throws IOException if that fails; nothing half-made is left, and the message says what to do
   */
  Path prefix(BundleContents contents) throws IOException {
    Path tree = folder.resolve(contents.key());
    if (!isComplete(tree, contents)) {
      try (UnpackPlan plan = UnpackPlan.of(contents)) {
        unpackDescribingFailure(plan, tree);
      }
    }
    return tree;
  }

  /** Looks at a few files only: it runs at every start. */
  private static boolean isComplete(Path tree, BundleContents contents) {
    PythonLayout layout = contents.layout();
    return Files.exists(tree.resolve(MARKER))
        && Files.exists(tree.resolve(layout.executable()))
        && Files.exists(tree.resolve(layout.library()))
        && Files.exists(tree.resolve(layout.standardLibrary()).resolve("os.py"))
        && (!contents.hasNumpy() || Files.exists(tree.resolve(layout.openBlasFolder())));
  }

  private void unpackDescribingFailure(UnpackPlan plan, Path tree) throws IOException {
    try {
      unpack(plan, tree);
    } catch (UnusablePythonException | InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw new UnpackFailure(folder, plan.sizeMegabytes(), e).toException();
    }
  }

  private void unpack(UnpackPlan plan, Path tree) throws IOException {
    Files.createDirectories(folder);
    try (UnpackLock lock = UnpackLock.acquire(folder.resolve(".lock"))) {
      if (isComplete(tree, plan.contents())) {
        return;
      }
      if (lock.excludesOtherProcesses()) {
        temporaryTrees.deleteAll();
      }
      build(plan, tree);
    }
  }

  private void build(UnpackPlan plan, Path tree) throws IOException {
    Path temporary = temporaryTrees.newPath();
    try {
      Files.createDirectory(temporary);
      builder.build(plan, temporary);
      Files.createFile(temporary.resolve(MARKER));
      publish(temporary, tree, plan.contents());
    } finally {
      TemporaryTrees.delete(temporary);
    }
  }

  private void publish(Path temporary, Path tree, BundleContents contents) throws IOException {
    try {
      if (Files.exists(tree) && !isComplete(tree, contents)) {
        setAside(tree);
      }
      rename(temporary, tree);
    } catch (IOException e) {
      if (!isComplete(tree, contents)) {
        throw e;
      }
    }
  }

  private void setAside(Path damaged) throws IOException {
    Path aside = temporaryTrees.newPath();
    rename(damaged, aside);
    TemporaryTrees.delete(aside);
  }

  /** Virus scanners keep new files open for a moment, and Windows renames no folder with such. */
  private static void rename(Path from, Path to) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        return;
      } catch (AccessDeniedException e) {
        if (attempt == RENAME_ATTEMPTS) {
          throw e;
        }
        Interruption.pause(100, "unpacking Python");
      }
    }
  }
}
