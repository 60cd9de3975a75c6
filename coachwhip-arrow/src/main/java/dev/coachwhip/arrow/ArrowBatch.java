package dev.coachwhip.arrow;

import java.util.Objects;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;

/**
 * A record batch and the dictionaries of its dictionary-encoded columns, which an Arrow root does
 * not hold itself. Not threadsafe, as its vectors are not.
 */
public final class ArrowBatch implements AutoCloseable {

  private final VectorSchemaRoot root;
  private final DictionaryProvider dictionaries;
  private final Runnable closeDictionaries;

  private ArrowBatch(
      VectorSchemaRoot root, DictionaryProvider dictionaries, Runnable closeDictionaries) {
    this.root = root;
    this.dictionaries = dictionaries;
    this.closeDictionaries = closeDictionaries;
  }

  /**
   * Puts a root and its dictionaries together, to be handed to a script. Both stay the caller's:
   * {@link #close} closes the root and leaves the dictionaries.
   */
  public static ArrowBatch of(VectorSchemaRoot root, DictionaryProvider dictionaries) {
    return new ArrowBatch(
        Objects.requireNonNull(root, "root"),
        Objects.requireNonNull(dictionaries, "dictionaries"),
        () -> {});
  }

  /** Makes one that closes its dictionaries as well. */
  static ArrowBatch owning(
      VectorSchemaRoot root, DictionaryProvider dictionaries, Runnable closeDictionaries) {
    return new ArrowBatch(root, dictionaries, closeDictionaries);
  }

  /** Returns the columns. */
  public VectorSchemaRoot root() {
    return root;
  }

  /** Returns the dictionaries, by the ids in the fields of the root's schema. */
  public DictionaryProvider dictionaries() {
    return dictionaries;
  }

  /**
   * Releases the memory: that which Python gave is released there now, unless other vectors share
   * it.
   */
  @Override
  public void close() {
    root.close();
    closeDictionaries.run();
  }
}
