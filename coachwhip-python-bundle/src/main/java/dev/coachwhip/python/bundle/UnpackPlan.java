package dev.coachwhip.python.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The entries of the opened jars that will be unpacked, largest first. */
final class UnpackPlan implements Closeable {

  /**
   * One file to write.
   *
   * @param target its path below the prefix, with slashes
   */
  record Item(ZipFile jar, ZipEntry entry, String target) {

    InputStream open() throws IOException {
      return jar.getInputStream(entry);
    }

    long sizeBytes() {
      return entry.getSize();
    }
  }

  private final BundleContents contents;
  private final List<ZipFile> jars = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();

  private UnpackPlan(BundleContents contents) {
    this.contents = contents;
  }

  /**
   * Opens the jars and reads their lists of entries.
   *
   * @throws IOException if a jar cannot be read
   */
  static UnpackPlan of(BundleContents contents) throws IOException {
    UnpackPlan plan = new UnpackPlan(contents);
    try {
      EntryMapping mapping = new EntryMapping(contents.layout());
      for (ComponentJar jar : contents.jars()) {
        plan.add(jar, mapping);
      }
      // Several threads unpack: a large library begun last would keep one of them alone at the end.
      plan.items.sort(Comparator.comparingLong(Item::sizeBytes).reversed());
      return plan;
    } catch (IOException | RuntimeException e) {
      plan.close();
      throw e;
    }
  }

  private void add(ComponentJar jar, EntryMapping mapping) throws IOException {
    ZipFile zip = open(jar);
    jars.add(zip);
    zip.stream()
        .forEach(entry ->
            mapping
                .target(jar.component(), entry.getName())
                .ifPresent(target -> items.add(new Item(zip, entry, target))));
  }

  private static ZipFile open(ComponentJar jar) throws IOException {
    try {
      return new ZipFile(jar.file().toFile());
    } catch (ZipException e) {
      throw new IOException("Damaged jar " + jar.file() + ": " + e.getMessage(), e);
    }
  }

  BundleContents contents() {
    return contents;
  }

  /** What the interpreter needs to start at all, without its standard library. */
  List<Item> interpreter() {
    return items.stream().filter(this::isInterpreter).toList();
  }

  /** Everything but {@link #interpreter()}. */
  List<Item> rest() {
    return items.stream().filter(item -> !isInterpreter(item)).toList();
  }

  private boolean isInterpreter(Item item) {
    PythonLayout layout = contents.layout();
    return Set.of(layout.executable(), layout.library()).contains(item.target())
        || item.target().startsWith("vcruntime");
  }

  /** The room that the prefix takes on disk, bytecode included, in MB of a million bytes. */
  long sizeMegabytes() {
    long bytes = items.stream().mapToLong(Item::sizeBytes).sum();
    // The bytecode that PrefixBuilder adds is a few MB; blocks of the file system add some more.
    return (bytes + bytes / 10) / 1_000_000 + 1;
  }

  @Override
  public void close() throws IOException {
    for (ZipFile jar : jars) {
      jar.close();
    }
  }
}
