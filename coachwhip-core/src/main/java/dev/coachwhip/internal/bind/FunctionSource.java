package dev.coachwhip.internal.bind;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.VariableNotFoundException;
import java.util.Optional;

/** Where the functions of a bound interface come from. */
public interface FunctionSource {

  /** Returns what has a name. */
  Optional<ScriptValue> find(String name);

  /** Returns the backend's name. */
  String backendName();

  /** Returns what to call it in messages. */
  String description();

  /** Returns the globals of an engine. */
  static FunctionSource globals(ScriptEngine engine) {
    return new FunctionSource() {
      @Override
      public Optional<ScriptValue> find(String name) {
        try {
          return Optional.of(engine.getGlobal(name));
        } catch (VariableNotFoundException e) {
          return Optional.empty();
        }
      }

      @Override
      public String backendName() {
        return engine.backendName();
      }

      @Override
      public String description() {
        return "the globals of " + engine.backendName();
      }
    };
  }

  /** Returns the attributes of a module or another object of a script. */
  static FunctionSource attributes(ScriptValue object) {
    return new FunctionSource() {
      @Override
      public Optional<ScriptValue> find(String name) {
        return object.attribute(name);
      }

      @Override
      public String backendName() {
        return object.backendName();
      }

      @Override
      public String description() {
        return object.typeName();
      }
    };
  }
}
