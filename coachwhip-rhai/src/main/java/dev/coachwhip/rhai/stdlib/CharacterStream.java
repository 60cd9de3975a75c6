package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.ValueStream;
import java.util.Iterator;
import java.util.PrimitiveIterator;

/** The characters of a string, from {@code chars}. */
record CharacterStream(RhaiString string) implements ValueStream {

  @Override
  public String typeName() {
    return "range";
  }

  /** Returns the name of Rhai's type: it is what prints inside collections. */
  @Override
  public String toString() {
    return "rhai::packages::iter_basic::CharsStream";
  }

  @Override
  public Iterator<Object> iterator() {
    PrimitiveIterator.OfInt codePoints = string.toString().codePoints().iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return codePoints.hasNext();
      }

      @Override
      public Object next() {
        return RhaiCharacter.of(codePoints.nextInt());
      }
    };
  }
}
