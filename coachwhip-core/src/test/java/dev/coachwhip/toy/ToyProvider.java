package dev.coachwhip.toy;

import dev.coachwhip.Capability;
import dev.coachwhip.EngineCapabilities;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.spi.EngineConfig;
import dev.coachwhip.spi.ScriptEngineProvider;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A backend of toy engines that remembers what it was last given. */
public final class ToyProvider implements ScriptEngineProvider {

  private final String name;
  private final Set<String> extensions;
  private final EngineCapabilities capabilities;
  private @Nullable EngineConfig lastConfig;

  /** Makes a backend with these capabilities and the options {@code speed} and {@code path}. */
  public ToyProvider(String name, Set<String> extensions, Capability... capabilities) {
    this.name = name;
    this.extensions = new TreeSet<>(extensions);
    this.capabilities = EngineCapabilities.of(capabilities);
  }

  /** Returns what {@link #create} was given. */
  public EngineConfig lastConfig() {
    if (lastConfig == null) {
      throw new AssertionError("no engine was made");
    }
    return lastConfig;
  }

  /** Tells whether an engine was made. */
  public boolean wasAsked() {
    return lastConfig != null;
  }

  @Override
  public String backendName() {
    return name;
  }

  @Override
  public Set<String> fileExtensions() {
    return extensions;
  }

  @Override
  public EngineCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public Map<String, Class<?>> options() {
    return Map.of("speed", Integer.class, "path", String.class);
  }

  @Override
  public ScriptEngine create(EngineConfig config) {
    lastConfig = config;
    return new ToyEngine(name);
  }
}
