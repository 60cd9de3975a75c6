package dev.coachwhip.worker.wire;

import dev.coachwhip.spi.ValuePrinter;

/**
 * What a {@link ValueCodec} works with.
 *
 * @param printer prints values that are read, and names the backend
 * @param objects knows what does not travel
 * @param memory holds arrays that are too long for messages
 * @param mappings of the engine
 */
public record WireContext(
    ValuePrinter printer, RemoteObjects objects, SharedMemory memory, WireMappings mappings) {

  /** Returns the backend's name. */
  String backendName() {
    return printer.backendName();
  }

  /** Returns the language's name as it is written in sentences, such as {@code "Python"}. */
  String languageName() {
    String name = backendName();
    return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
  }
}
