package dev.coachwhip.python.policy;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyDicts;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.Text;
import java.util.List;

/**
 * In front of Python's own {@code __import__}, which import statements do not call, but code may
 * that does not use a statement.
 */
final class ImportGate extends Gate {

  private static final int METH_VARARGS = 0x1;
  private static final long NAME = Text.forever("name");

  private final boolean takesTuple;

  ImportGate(long definition, int flags) {
    super(definition, new Nothing());
    takesTuple = (flags & METH_VARARGS) != 0; // until 3.11
  }

  @Override
  boolean enter(long arguments, long count, long names) {
    // Not AuditHook.require(): C code imports often, and what counts is whose thread it is.
    List<Guard> guards = Guards.ofCurrentThread();
    return guards.isEmpty() || enter(guards, name(arguments, count, names));
  }

  private static boolean enter(List<Guard> guards, long name) {
    String module = AuditEvent.textOf(name);
    try {
      for (int i = 0; module != null && i < guards.size(); i++) {
        guards.get(i).modules().requireFirst(module);
      }
      return true;
    } catch (Refusal refusal) {
      Violations.set(refusal);
      return false;
    }
  }

  /** Returns the first argument, borrowed, 0 for none: a relative import's name counts as it is. */
  private long name(long arguments, long count, long names) {
    if (takesTuple) {
      long name = AuditEvent.of(arguments).item(0);
      return name == 0 && count != 0 ? PyDicts.PyDict_GetItemWithError(count, NAME) : name;
    }
    return count > 0 ? NativeMemory.getLong(arguments) : named(arguments, names);
  }

  private static long named(long arguments, long names) {
    for (long i = 0; names != 0 && i < PyTuples.PyTuple_Size(names); i++) {
      if ("name".equals(AuditEvent.textOf(PyTuples.PyTuple_GetItem(names, i)))) {
        return NativeMemory.getLong(arguments + i * Long.BYTES);
      }
    }
    return 0;
  }
}
