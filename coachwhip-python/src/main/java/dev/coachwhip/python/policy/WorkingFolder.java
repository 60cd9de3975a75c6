package dev.coachwhip.python.policy;

import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.Raised;
import java.nio.file.Path;

/** The process's working folder, which Java does not know once Python has changed it. */
final class WorkingFolder {

  private static final long GETCWD = Interpreter.running().helper("_policy", "working_folder");

  private WorkingFolder() {}

  /** Returns it, absolute. Attached. */
  static Path current() {
    try {
      long text = Calls.call(GETCWD);
      String folder = AuditEvent.textOf(text);
      PyRefs.Py_DecRef(text);
      return folder == null ? Path.of("").toAbsolutePath() : Path.of(folder);
    } catch (Raised e) {
      PyRefs.Py_DecRef(e.exception()); // it was removed: nothing relative to it exists
      return Path.of("").toAbsolutePath();
    }
  }
}
