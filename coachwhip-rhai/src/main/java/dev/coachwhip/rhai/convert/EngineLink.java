package dev.coachwhip.rhai.convert;

import dev.coachwhip.HostFunction;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.ValueStream;
import dev.coachwhip.spi.ScriptObject;
import org.jspecify.annotations.Nullable;

/** What conversions need of an engine. */
public interface EngineLink {

  /** Returns what refers to a function of a script or the host. */
  ScriptObject functionObject(FunctionPointer function);

  /** Returns what refers to elements that a script made and nobody has gone through. */
  ScriptObject streamObject(ValueStream stream);

  /** Returns the function that a reference is, null if it is none of this engine. */
  @Nullable FunctionPointer functionOf(ScriptObject object);

  /** Returns a function of the host as scripts have it. */
  FunctionPointer hostFunction(String name, HostFunction function);

  /** Takes note that an exposed object goes to scripts. */
  void exposing();

  /** Tells whether objects of a class go to scripts as they are, because the host said so. */
  boolean isScriptType(Class<?> type);

  /** Throws if what runs is to stop. */
  void checkStop();

  /** Returns what scripts call the type of a value. */
  String typeName(Object value);
}
