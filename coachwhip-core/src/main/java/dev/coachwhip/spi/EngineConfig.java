package dev.coachwhip.spi;

import dev.coachwhip.Isolation;
import dev.coachwhip.Policy;
import dev.coachwhip.Sandbox;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.TypeMapping;
import dev.coachwhip.WhenStuck;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a builder was told.
 *
 * @param output where scripts print; empty for the program's own
 * @param errorOutput where scripts write errors; empty for the program's own
 * @param limits for every run
 * @param policy what scripts may do
 * @param isolation where the engine runs
 * @param sandbox what to do where the system cannot enforce the policy of an isolated engine
 * @param whenStuck what to do about a run that does not let itself stop
 * @param mappings between Java and script types
 * @param options of the backend, checked for name and type
 */
public record EngineConfig(
    Optional<OutputStream> output,
    Optional<OutputStream> errorOutput,
    ScriptLimits limits,
    Policy policy,
    Isolation isolation,
    Sandbox sandbox,
    WhenStuck whenStuck,
    List<TypeMapping<?>> mappings,
    Map<String, Object> options) {

  /** Copies the collections. */
  public EngineConfig {
    mappings = List.copyOf(mappings);
    options = Map.copyOf(options);
  }

  /**
   * Returns an option.
   *
   * @throws ClassCastException if it is of another type than the provider said
   */
  public <T> Optional<T> option(String name, Class<T> type) {
    return Optional.ofNullable(options.get(name)).map(type::cast);
  }
}
