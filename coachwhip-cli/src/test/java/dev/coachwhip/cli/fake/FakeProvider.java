package dev.coachwhip.cli.fake;

import dev.coachwhip.Capability;
import dev.coachwhip.EngineCapabilities;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.spi.EngineConfig;
import dev.coachwhip.spi.ScriptEngineProvider;
import java.util.Map;
import java.util.Set;

/** The backend {@code "fake"}. */
public final class FakeProvider implements ScriptEngineProvider {

  @Override
  public String backendName() {
    return "fake";
  }

  @Override
  public Set<String> fileExtensions() {
    return Set.of("fake");
  }

  @Override
  public EngineCapabilities capabilities() {
    return EngineCapabilities.of(Capability.CANCEL, Capability.LIMIT_WALL_TIME);
  }

  @Override
  public Map<String, Class<?>> options() {
    return Map.of();
  }

  @Override
  public ScriptEngine create(EngineConfig config) {
    return new FakeEngine(config, capabilities());
  }
}
