package dev.coachwhip.python;

import dev.coachwhip.Arguments;
import dev.coachwhip.HostFunction;
import dev.coachwhip.python.convert.CallArguments;
import dev.coachwhip.python.convert.EngineLink;
import dev.coachwhip.python.convert.ToPython;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.NativeFunctions;

/**
 * A host function as the body of a Python function: converts, detaches, calls, attaches, converts.
 */
record HostFunctionBody(
    PythonScriptEngine engine, EngineLink link, String name, HostFunction function)
    implements NativeFunctions.Body {

  @Override
  public long call(Attachment attachment, long arguments, long count, long names) throws Throwable {
    HostCalls calls = engine.hostCalls();
    calls.begin(attachment);
    try {
      Arguments converted =
          CallArguments.read(link, attachment, name, arguments, (int) count, names);
      return ToPython.convert(
          link, attachment, calls.detached(attachment, () -> function.call(converted)));
    } finally {
      attachment.endHostCall();
    }
  }
}
