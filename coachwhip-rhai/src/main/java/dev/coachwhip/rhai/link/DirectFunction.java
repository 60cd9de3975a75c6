package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.ScriptFunction;
import java.lang.invoke.MethodHandle;

/** A function of a script that call sites can link to. */
public interface DirectFunction extends ScriptFunction {

  /**
   * Returns what {@link #call} does as a method handle: (Run, Ref, Object...)Object, with one
   * object for each parameter. Makes it when first asked.
   */
  MethodHandle handle();
}
