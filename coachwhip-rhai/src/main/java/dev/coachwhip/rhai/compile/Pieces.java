package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.analysis.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The methods that large code is divided into, in the order in which it asks for them, and the
 * classes that they go to: one class has room for 65,535 constants.
 */
final class Pieces {

  /** At most so many calls stand in one method. */
  private static final int MOST_PARTS = 64;

  /** Bytes of code, roughly, that one class may have. */
  private static final int CLASS_SIZE = 100_000;

  /**
   * A method that a body was divided into.
   *
   * @param owner the number of its class
   * @param name the method's name
   * @param caller the method that it is a part of
   * @param loop the loop around it, which it may leave
   * @param emission generates its code
   */
  record Piece(int owner, String name, Body caller, Body.@Nullable Loop loop, Emission emission) {}

  /** Generates code. */
  @FunctionalInterface
  interface Emission {
    void emit(Emitter emitter);
  }

  /** Where things stood, to go back there. */
  record Mark(int pieces, int owner, int filled) {}

  private final List<Piece> pieces = new ArrayList<>();
  private int owner;
  private int filled;

  /** Returns the number of the class that code of a size goes to. */
  int place(int size) {
    if (filled > 0 && filled + size > CLASS_SIZE) {
      owner++;
      filled = 0;
    }
    filled += size;
    return owner;
  }

  /** Returns how many classes there are. */
  int classes() {
    return owner + 1;
  }

  Mark mark() {
    return new Mark(pieces.size(), owner, filled);
  }

  /** Forgets what came after a mark: the JDK generates a method again if its jumps are long. */
  void rewind(Mark mark) {
    pieces.subList(mark.pieces(), pieces.size()).clear();
    owner = mark.owner();
    filled = mark.filled();
  }

  /** Adds a method, which is generated later. */
  Piece add(Body caller, int size, Emission emission) {
    Piece piece =
        new Piece(place(size), "p" + pieces.size(), caller, caller.loopOrNull(), emission);
    pieces.add(piece);
    return piece;
  }

  int size() {
    return pieces.size();
  }

  Piece get(int index) {
    return pieces.get(index);
  }

  /** Divides nodes into a few parts of about the same size; a part may be divided again. */
  static List<List<Node>> parts(List<Node> nodes, CodeSize sizes) {
    long total = sizes.of(nodes);
    long most = Math.max(sizes.most() / 2, total / MOST_PARTS + 1);
    List<List<Node>> parts = new ArrayList<>();
    int start = 0;
    long size = 0;
    for (int i = 0; i < nodes.size(); i++) {
      int next = sizes.ofItem(nodes.get(i));
      if (i > start && size + next > most) {
        parts.add(nodes.subList(start, i));
        start = i;
        size = 0;
      }
      size += next;
    }
    parts.add(nodes.subList(start, nodes.size()));
    return parts;
  }
}
