package dev.coachwhip.python.policy;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.Py;

/**
 * In front of {@code os.open}, whose audit event does not tell which folder a path is relative to.
 */
final class FolderGate extends Gate {

  FolderGate(long definition) {
    super(definition, new Nothing());
  }

  @Override
  boolean enter(long arguments, long count, long names) {
    ThreadWork.ofCurrentThread().setFolder(folder(arguments, count, names));
    return true;
  }

  private static long folder(long arguments, long count, long names) {
    for (long i = 0; names != 0 && i < PyTuples.PyTuple_Size(names); i++) {
      if ("dir_fd".equals(AuditEvent.textOf(PyTuples.PyTuple_GetItem(names, i)))) {
        long value = NativeMemory.getLong(arguments + (count + i) * Long.BYTES);
        return value == Py.NONE
            ? ThreadWork.NO_FOLDER
            : AuditEvent.numberOf(value, Integer.MAX_VALUE);
      }
    }
    return ThreadWork.NO_FOLDER;
  }

  @Override
  void leave() {
    ThreadWork.ofCurrentThread().setFolder(ThreadWork.NO_FOLDER);
  }
}
