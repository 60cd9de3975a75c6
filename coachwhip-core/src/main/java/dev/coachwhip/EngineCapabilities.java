package dev.coachwhip;

import java.util.Set;

/**
 * What an engine can do beyond the common contract. What is absent is refused by the builder or the
 * call, by name.
 *
 * @param capabilities what it can do; unmodifiable
 */
public record EngineCapabilities(Set<Capability> capabilities) {

  /** Copies the set. */
  public EngineCapabilities {
    capabilities = Set.copyOf(capabilities);
  }

  /** Returns capabilities. */
  public static EngineCapabilities of(Capability... capabilities) {
    return new EngineCapabilities(Set.of(capabilities));
  }

  /** Tells whether the engine can do this. */
  public boolean has(Capability capability) {
    return capabilities.contains(capability);
  }
}
