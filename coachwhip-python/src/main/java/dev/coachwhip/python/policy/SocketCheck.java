package dev.coachwhip.python.policy;

import dev.coachwhip.Policy.Operation;
import dev.coachwhip.python.ffi.PyFrames;
import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Text;
import java.util.function.LongFunction;

/**
 * The event {@code socket.__new__}. An event loop wakes itself by a pair of sockets that lead
 * nowhere else; all others are refused.
 */
final class SocketCheck implements Check {

  private static final long CO_NAME = Text.forever("co_name");
  private static final long CO_FILENAME = Text.forever("co_filename");
  private static final int FRAMES_LOOKED_AT = 2;

  @Override
  public void require(Guard guard, AuditEvent event) {
    if (!guard.policy().allows(Operation.SOCKETS) && !isOfPair() && Callers.who() != Caller.OURS) {
      throw Refusal.of("opening a socket");
    }
  }

  private static boolean isOfPair() {
    Pair pair = new Pair();
    Callers.withFrames(pair);
    return pair.found;
  }

  /** Looks for the function {@code socketpair} of the module socket. */
  private static final class Pair implements LongFunction<Boolean> {
    private int left = FRAMES_LOOKED_AT;
    private boolean found;

    @Override
    public Boolean apply(long frame) {
      long code = PyFrames.PyFrame_GetCode(frame);
      found = "socketpair".equals(text(code, CO_NAME)) && isSocketModule(text(code, CO_FILENAME));
      PyRefs.Py_DecRef(code);
      return !found && --left > 0;
    }

    private static boolean isSocketModule(String file) {
      return LibraryFolders.insideStandardLibrary(file.replace('\\', '/')).equals("socket.py");
    }

    private static String text(long code, long name) {
      long attribute = PyObjects.PyObject_GetAttr(code, name);
      String text = AuditEvent.textOf(attribute);
      PyRefs.Py_DecRef(attribute);
      return text == null ? "" : text;
    }
  }
}
