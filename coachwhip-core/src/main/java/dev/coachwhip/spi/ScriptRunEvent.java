package dev.coachwhip.spi;

import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptCancelledException;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** A run of a script, or a call of a function. */
@Name("dev.coachwhip.ScriptRun")
@Label("Script Run")
@Description("A run of a script, or a call of a function from Java")
@Category("Coachwhip")
@StackTrace(false)
@SuppressWarnings("UnusedVariable") // read by the recorder
final class ScriptRunEvent extends Event {

  @Label("Backend")
  private final String backend;

  @Label("Source")
  @Description("The name of the script or function")
  private final String source;

  @Label("Outcome")
  @Description("succeeded, failed, cancelled, or the name of the limit that was exceeded")
  private String outcome = "succeeded";

  @Label("Queue Time")
  @Description("How long it has waited for its turn")
  @Timespan(Timespan.NANOSECONDS)
  private final long queueTime;

  private ScriptRunEvent(String backend, String source, long queueTime) {
    this.backend = backend;
    this.source = source;
    this.queueTime = queueTime;
  }

  static @Nullable Object begun(String backend, String source, long queueNanos) {
    ScriptRunEvent event = new ScriptRunEvent(backend, source, queueNanos);
    if (!event.isEnabled()) {
      return null;
    }
    event.begin();
    return event;
  }

  void end(@Nullable Throwable thrown) {
    end();
    if (shouldCommit()) {
      outcome = outcome(thrown);
      commit();
    }
  }

  private static String outcome(@Nullable Throwable thrown) {
    return switch (thrown) {
      case null -> "succeeded";
      case ScriptCancelledException _ -> "cancelled";
      case LimitExceededException e -> e.limit();
      default -> "failed";
    };
  }
}
