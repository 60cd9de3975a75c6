package dev.coachwhip.python.expose;

import dev.coachwhip.python.interp.Py;
import java.nio.charset.StandardCharsets;

/** What all exposed objects can do, and closing. */
final class CommonMethods {

  private CommonMethods() {}

  @SuppressWarnings("ReferenceEquality") // the same object needs no call of equals
  static long equal(MethodCall<Handle.OfObject> call) throws Exception {
    call.requireArguments(1);
    Handle other = HandleSlot.read(call.object(0), call.attachment());
    if (!(other instanceof Handle.OfObject that)) {
      return MethodCall.borrowed(Py.NOT_IMPLEMENTED);
    }
    Object mine = call.handle().exposed().object();
    Object theirs = that.exposed().object();
    return MethodCall.bool(mine == theirs || call.host(() -> mine.equals(theirs)));
  }

  static long hash(MethodCall<Handle.OfObject> call) throws Exception {
    Object object = call.handle().exposed().object();
    return call.result((long) call.host(object::hashCode));
  }

  static long print(MethodCall<Handle.OfObject> call) throws Exception {
    Object object = call.handle().exposed().object();
    String text = call.host(() -> String.valueOf(object));
    // Lone surrogates have no counterpart in Python, and this is only read by people.
    return call.result(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
  }

  static long exit(MethodCall<Handle.OfObject> call) throws Exception {
    AutoCloseable object = (AutoCloseable) call.handle().exposed().object();
    call.host(() -> {
      object.close();
      return true;
    });
    return MethodCall.none();
  }
}
