package dev.coachwhip.internal;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.FunctionRegistrationException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.spi.ScriptObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Copies the globals of one engine into another; code of the old language stays behind. */
final class GlobalsMove {

  private final ScriptEngine from;
  private final ScriptEngine to;
  private final Map<String, String> refused = new TreeMap<>();

  GlobalsMove(ScriptEngine from, ScriptEngine to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Copies everything.
   *
   * @throws TypeConversionException if the new engine cannot hold some; names all of those
   */
  void run() {
    from.globalNames().forEach(this::copy);
    if (!refused.isEmpty()) {
      throw new TypeConversionException(
          "values of " + to.backendName(),
          refused.toString(),
          ErrorDetails.of(
              to.backendName(),
              "cannot move from %s to %s: %s"
                  .formatted(from.backendName(), to.backendName(), refused)));
    }
  }

  private void copy(String name) {
    try {
      copy(name, from.getGlobal(name));
    } catch (TypeConversionException e) {
      refused.put(name, e.found());
    } catch (FunctionRegistrationException e) {
      refused.put(name, e.getMessage());
    }
  }

  private void copy(String name, ScriptValue value) {
    Optional<HostFunction> function = value.reference().flatMap(ScriptObject::hostFunction);
    if (function.isPresent()) {
      to.registerFunction(name, function.get());
    } else if (!value.reference().map(ScriptObject::isCode).orElse(false)) {
      to.setGlobal(name, value);
    }
  }
}
