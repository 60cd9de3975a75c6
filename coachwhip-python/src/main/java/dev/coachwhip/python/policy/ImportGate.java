package dev.coachwhip.python.policy;

import dev.coachwhip.python.ffi.PyDicts;
import dev.coachwhip.python.interp.Text;
import org.jspecify.annotations.Nullable;

/**
 * In front of Python's own {@code __import__}, which import statements do not call, but code may
 * that does not use a statement.
 */
final class ImportGate extends Gate {

  private static final int METH_VARARGS = 0x1;
  private static final long NAME = Text.forever("name");

  private final boolean takesTuple;

  ImportGate(long definition, int flags) {
    super(definition, (guard, event) -> {});
    takesTuple = (flags & METH_VARARGS) != 0; // until 3.11
  }

  @Override
  boolean enter(long arguments, long count, long names) {
    String module = takesTuple ? ofTuple(arguments, count) : ofVector(arguments, count, names);
    return module == null || AuditHook.require(new Import(module), AuditEvent.ofCall(arguments, 0));
  }

  private static @Nullable String ofTuple(long tuple, long keywords) {
    long name = AuditEvent.of(tuple).item(0);
    return AuditEvent.textOf(
        name == 0 && keywords != 0 ? PyDicts.PyDict_GetItemWithError(keywords, NAME) : name);
  }

  private static @Nullable String ofVector(long arguments, long count, long names) {
    return ImportArguments.of(arguments, count, names).module();
  }

  /** A module that is imported. */
  private record Import(String module) implements Check {
    @Override
    public void require(Guard guard, AuditEvent event) {
      guard.modules().requireFirst(module);
    }
  }
}
