package dev.coachwhip.worker.protocol;

import dev.coachwhip.Policy;
import dev.coachwhip.Sandbox;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.TypeMapping;
import dev.coachwhip.spi.EngineConfig;
import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a worker needs to know to make its engine.
 *
 * @param backend the backend's name
 * @param limits for every run
 * @param policy what scripts may do
 * @param sandbox what to do where the system cannot enforce the policy
 * @param options of the backend: text, integers, booleans, and lists of text
 * @param mappedTypes the scripts' types that are mapped, in order
 * @param sharedFolder where memory is that both processes use; empty for none
 */
public record EngineSettings(
    String backend,
    ScriptLimits limits,
    Policy policy,
    Sandbox sandbox,
    Map<String, Object> options,
    List<String> mappedTypes,
    String sharedFolder) {

  /** Copies the collections. */
  public EngineSettings {
    options = Map.copyOf(options);
    mappedTypes = List.copyOf(mappedTypes);
  }

  /**
   * Returns the settings of an engine.
   *
   * @throws IllegalArgumentException if an option cannot be handed to another process; names it
   */
  public static EngineSettings of(
      String backend, EngineConfig config, Map<String, Object> options) {
    options.forEach(EngineSettings::check);
    return new EngineSettings(
        backend,
        config.limits(),
        config.policy(),
        config.sandbox(),
        options,
        config.mappings().stream().map(TypeMapping::scriptType).toList(),
        "");
  }

  /** Returns these settings with another {@link #sharedFolder()}. */
  public EngineSettings withSharedFolder(String folder) {
    return new EngineSettings(backend, limits, policy, sandbox, options, mappedTypes, folder);
  }

  private static void check(String name, Object value) {
    if (!OptionValues.canHold(value)) {
      throw new IllegalArgumentException(
          "the option '%s' cannot be handed to another process: it is a %s"
              .formatted(name, value.getClass().getName()));
    }
  }

  /** Writes them. */
  public void write(WireWriter out) {
    out.putText(backend);
    out.putLong(limits.wallTime().toNanos());
    out.putLong(limits.maxOperations());
    out.putLong(limits.maxMemoryBytes());
    out.putInt(limits.maxCallDepth());
    out.putLong(limits.maxOutputBytes());
    out.putText(sandbox.name());
    Policies.write(out, policy);
    out.putInt(options.size());
    options.forEach((name, value) -> {
      out.putText(name);
      OptionValues.write(out, value);
    });
    Texts.write(out, mappedTypes);
    out.putText(sharedFolder);
  }

  /** Reads them. */
  public static EngineSettings read(WireReader in) {
    String backend = in.getText();
    ScriptLimits limits =
        new ScriptLimits(
            Duration.ofNanos(in.getLong()), in.getLong(), in.getLong(), in.getInt(), in.getLong());
    Sandbox sandbox = Sandbox.valueOf(in.getText());
    Policy policy = Policies.read(in);
    Map<String, Object> options = new LinkedHashMap<>();
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      options.put(in.getText(), OptionValues.read(in));
    }
    List<String> mappedTypes = Texts.read(in);
    return new EngineSettings(backend, limits, policy, sandbox, options, mappedTypes, in.getText());
  }
}
