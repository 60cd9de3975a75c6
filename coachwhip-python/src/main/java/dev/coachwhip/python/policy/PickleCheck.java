package dev.coachwhip.python.policy;

import java.util.List;

/** The event {@code pickle.find_class}: pickled data names a module and something in it. */
final class PickleCheck implements Check {

  @Override
  public void require(Guard guard, AuditEvent event) {
    String module = event.text(0);
    if (module != null && guard.modules().restrict() && !module.equals("builtins")) {
      guard.modules().requireStatement(module, List.of(), false);
    }
  }
}
