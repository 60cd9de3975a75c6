package dev.coachwhip.python.expose;

import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.convert.JavaObjects;
import dev.coachwhip.python.convert.ToJava;
import dev.coachwhip.python.convert.ToPython;
import java.util.Iterator;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** Makes Python objects of Java objects, and finds the Java object of a Python object. Attached. */
public final class ExposedObjects implements JavaObjects {

  /** The one instance. */
  public static final JavaObjects INSTANCE = new ExposedObjects();

  private ExposedObjects() {}

  @Override
  public long toPython(Exposed exposed, ToPython conversion) {
    long type =
        exposed.isLive()
            ? LiveClasses.of(exposed.object())
            : ApiClassMaker.classOf(exposed.api(), conversion.attachment());
    return HandleSlot.create(
        type, new Handle.OfObject(conversion.engine(), exposed), conversion.attachment());
  }

  @Override
  public long iterator(Iterator<?> iterator, ToPython conversion) {
    AutoCloseable toClose = iterator instanceof AutoCloseable closeable ? closeable : null;
    return iteration(new Iteration(iterator, toClose), toClose, conversion);
  }

  @Override
  public long stream(BaseStream<?, ?> stream, ToPython conversion) {
    return iteration(new Iteration(stream.iterator(), stream), stream, conversion);
  }

  private static long iteration(
      Iteration iteration, @Nullable AutoCloseable toClose, ToPython conversion) {
    long type = toClose == null ? LiveClasses.ofIterator() : LiveClasses.ofStream();
    return HandleSlot.create(
        type, new Handle.OfIteration(conversion.engine(), iteration), conversion.attachment());
  }

  @Override
  public ScriptValue toJava(long object, String typeName, ToJava conversion) {
    Exposed exposed =
        switch (HandleSlot.read(object, conversion.attachment())) {
          case Handle.OfObject handle -> handle.exposed();
          case Handle.OfIteration handle ->
              Exposed.of(handle.iteration().iterator(), Iterator.class);
          case null ->
              throw new TypeConversionException(
                  "python", "a Java object", "a " + typeName + " that stands for none");
        };
    return ToJava.of(new ExposedReference(exposed), typeName);
  }
}
