package dev.coachwhip.spi;

import org.jspecify.annotations.Nullable;

/**
 * Events for JDK Flight Recorder. Costs a look at a field while nothing records; the recorder's
 * classes are loaded by whoever begins to record, and may be missing from the run-time image.
 */
public final class FlightRecording {

  private static final boolean PRESENT = isPresent();

  private FlightRecording() {}

  /** Refers to the recorder, so it must not be touched where that is missing. */
  private static final class Recorder {
    static boolean isInitialized() {
      return jdk.jfr.FlightRecorder.isInitialized();
    }
  }

  private static boolean isPresent() {
    try {
      boolean _ = Recorder.isInitialized();
      return true;
    } catch (NoClassDefFoundError e) {
      return false;
    }
  }

  /** Tells whether anything may be recording. */
  public static boolean isOn() {
    return PRESENT && Recorder.isInitialized();
  }

  /**
   * Begins the event {@code dev.coachwhip.ScriptRun}.
   *
   * @param backend of the engine
   * @param source the name of the script or function
   * @param queueNanos how long it has waited for its turn
   * @return what {@link #endRun} takes; null if nothing records it
   */
  public static @Nullable Object beginRun(String backend, String source, long queueNanos) {
    return isOn() ? ScriptRunEvent.begun(backend, source, queueNanos) : null;
  }

  /**
   * Ends the event.
   *
   * @param run what {@link #beginRun} returned
   * @param thrown what the run ended with, null if it succeeded
   */
  public static void endRun(@Nullable Object run, @Nullable Throwable thrown) {
    if (run instanceof ScriptRunEvent event) {
      event.end(thrown);
    }
  }

  /**
   * Begins the event {@code dev.coachwhip.Conversion}; only to be called while {@linkplain #isOn()
   * it may be recorded}.
   *
   * @return what {@link #endConversion} takes; null if nothing records it
   */
  public static @Nullable Object beginConversion(boolean toScript) {
    return ConversionEvent.begun(toScript);
  }

  /**
   * Ends the event.
   *
   * @param conversion what {@link #beginConversion} returned
   * @param type the name of the value's type, as its own side calls it
   */
  public static void endConversion(@Nullable Object conversion, String type) {
    if (conversion instanceof ConversionEvent event) {
      event.end(type);
    }
  }
}
