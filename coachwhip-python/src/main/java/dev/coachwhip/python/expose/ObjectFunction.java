package dev.coachwhip.python.expose;

import dev.coachwhip.python.convert.TypeNames;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.NativeFunctions;
import dev.coachwhip.python.interp.ObjectLayout;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A method of one of our Python classes: finds the Java object that {@code self} stands for, and
 * refuses every other {@code self}, such as one whose handle a script has exchanged.
 *
 * @param owner name of the class, for messages
 * @param accepted returns the handle if the method is for it, else null
 */
record ObjectFunction<H extends Handle>(
    String name, String owner, Function<Handle, @Nullable H> accepted, Operation<H> operation)
    implements NativeFunctions.Body {

  @Override
  public long call(Attachment attachment, long arguments, long count, long names) throws Throwable {
    long self = count == 0 ? 0 : NativeMemory.getLong(arguments);
    Handle handle = self == 0 ? null : HandleSlot.read(self, attachment);
    H own = handle == null ? null : accepted.apply(handle);
    if (own == null) {
      throw refused(self, attachment);
    }
    return operation.run(
        new MethodCall<>(
            attachment, name, self, own, arguments + Long.BYTES, (int) count - 1, names));
  }

  private Raised refused(long self, Attachment attachment) {
    String given = self == 0 ? "nothing" : TypeNames.of(ObjectLayout.typeOf(self), attachment);
    return Raised.of(
        Py.TYPE_ERROR,
        "%s() needs a Java object of class %s, got %s".formatted(name, owner, given),
        attachment);
  }

  /** Makes the Python function; a new reference. Attached. */
  long create() {
    return NativeFunctions.create(name, this);
  }
}
