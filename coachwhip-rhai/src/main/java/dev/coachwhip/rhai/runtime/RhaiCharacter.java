package dev.coachwhip.rhai.runtime;

/** A {@code char}: one Unicode scalar value. */
public final class RhaiCharacter implements Comparable<RhaiCharacter> {

  private static final RhaiCharacter[] LOW = new RhaiCharacter[256];

  static {
    for (int i = 0; i < LOW.length; i++) {
      LOW[i] = new RhaiCharacter(i);
    }
  }

  private final int codePoint;

  private RhaiCharacter(int codePoint) {
    this.codePoint = codePoint;
  }

  /** Returns the one of a code point. */
  public static RhaiCharacter of(int codePoint) {
    return codePoint >= 0 && codePoint < LOW.length ? LOW[codePoint] : new RhaiCharacter(codePoint);
  }

  public int codePoint() {
    return codePoint;
  }

  @Override
  public int compareTo(RhaiCharacter other) {
    return Integer.compare(codePoint, other.codePoint);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RhaiCharacter character && character.codePoint == codePoint;
  }

  @Override
  public int hashCode() {
    return codePoint;
  }

  @Override
  public String toString() {
    return Character.toString(codePoint);
  }
}
