package dev.coachwhip.python.convert;

import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptValue;
import java.util.Iterator;
import java.util.stream.BaseStream;

/**
 * Java objects that scripts use as objects of Python's; what conversions need of them. Attached.
 */
public interface JavaObjects {

  /** Makes a Python object of an exposed one; a new reference. */
  long toPython(Exposed exposed, ToPython conversion);

  /** Makes a Python iterator that goes on with a Java one; a new reference. */
  long iterator(Iterator<?> iterator, ToPython conversion);

  /** Makes a Python iterator of a stream's elements, which closes the stream; a new reference. */
  long stream(BaseStream<?, ?> stream, ToPython conversion);

  /**
   * Returns the Java object that a Python object of ours stands for.
   *
   * @param object borrowed
   * @throws dev.coachwhip.error.TypeConversionException if a script made it, so that it stands for
   *     none
   */
  ScriptValue toJava(long object, String typeName, ToJava conversion);
}
