package dev.coachwhip.internal;

import dev.coachwhip.Capability;
import dev.coachwhip.Isolation;
import dev.coachwhip.Policy;
import dev.coachwhip.Sandbox;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngineBuilder;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.TypeMapping;
import dev.coachwhip.WhenStuck;
import dev.coachwhip.spi.EngineConfig;
import dev.coachwhip.spi.IsolatedEngines;
import dev.coachwhip.spi.ScriptEngineProvider;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The builder for all backends: collects, checks against what the backend says of itself, hands
 * over.
 */
public final class EngineBuilder implements ScriptEngineBuilder {

  private final ScriptEngineProvider provider;
  private @Nullable OutputStream output;
  private @Nullable OutputStream errorOutput;
  private ScriptLimits limits = ScriptLimits.none();
  private Policy policy = Policy.open();
  private Isolation isolation = Isolation.NONE;
  private Sandbox sandbox = Sandbox.REQUIRED;
  private WhenStuck whenStuck = WhenStuck.REFUSE;
  private final List<TypeMapping<?>> mappings = new ArrayList<>();
  private final Map<String, Object> options = new HashMap<>();

  /** Makes a builder for one backend. */
  public EngineBuilder(ScriptEngineProvider provider) {
    this.provider = provider;
  }

  @Override
  public ScriptEngineBuilder output(OutputStream stream) {
    output = Objects.requireNonNull(stream, "stream");
    return this;
  }

  @Override
  public ScriptEngineBuilder errorOutput(OutputStream stream) {
    errorOutput = Objects.requireNonNull(stream, "stream");
    return this;
  }

  @Override
  public ScriptEngineBuilder limits(ScriptLimits scriptLimits) {
    limits = Objects.requireNonNull(scriptLimits, "limits");
    return this;
  }

  @Override
  public ScriptEngineBuilder policy(Policy scriptPolicy) {
    policy = Objects.requireNonNull(scriptPolicy, "policy");
    return this;
  }

  @Override
  public ScriptEngineBuilder isolation(Isolation where) {
    isolation = Objects.requireNonNull(where, "isolation");
    return this;
  }

  @Override
  public ScriptEngineBuilder sandbox(Sandbox mode) {
    sandbox = Objects.requireNonNull(mode, "sandbox");
    return this;
  }

  @Override
  public ScriptEngineBuilder whenStuck(WhenStuck action) {
    whenStuck = Objects.requireNonNull(action, "action");
    return this;
  }

  @Override
  public ScriptEngineBuilder map(TypeMapping<?> mapping) {
    mappings.add(Objects.requireNonNull(mapping, "mapping"));
    return this;
  }

  @Override
  public ScriptEngineBuilder option(String name, Object value) {
    options.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    return this;
  }

  @Override
  public ScriptEngine build() {
    checkCapabilities();
    Map<String, Class<?>> known = knownOptions();
    options.forEach((name, value) -> checkOption(name, value, known));
    EngineConfig config =
        new EngineConfig(
            Optional.ofNullable(output),
            Optional.ofNullable(errorOutput),
            limits,
            policy,
            isolation,
            sandbox,
            whenStuck,
            mappings,
            options);
    if (isolation == Isolation.PROCESS) {
      return isolatedEngines().create(provider, config);
    }
    return whenStuck == WhenStuck.ABANDON
        ? new AbandoningEngine(() -> SwappableEngine.backendEngine(provider.create(config)))
        : provider.create(config);
  }

  private static IsolatedEngines isolatedEngines() {
    return ServiceLoader.load(IsolatedEngines.class, EngineBuilder.class.getClassLoader())
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "isolation in a process needs coachwhip-worker on the module or class path"));
  }

  private void checkCapabilities() {
    need(!limits.wallTime().isZero(), Capability.LIMIT_WALL_TIME, "the limit wallTime");
    need(limits.maxOperations() > 0, Capability.LIMIT_OPERATIONS, "the limit maxOperations");
    need(limits.maxMemoryBytes() > 0, Capability.LIMIT_MEMORY, "the limit maxMemoryBytes");
    need(limits.maxCallDepth() > 0, Capability.LIMIT_CALL_DEPTH, "the limit maxCallDepth");
    need(limits.maxOutputBytes() > 0, Capability.LIMIT_OUTPUT, "the limit maxOutputBytes");
    need(!policy.isOpen(), Capability.POLICY, "a policy");
    need(isolation == Isolation.PROCESS, Capability.ISOLATION_PROCESS, "isolation in a process");
    need(!mappings.isEmpty(), Capability.TYPE_MAPPING, "type mappings");
  }

  private void need(boolean asked, Capability capability, String what) {
    if (asked && !provider.capabilities().has(capability)) {
      throw new IllegalArgumentException(
          "the backend " + provider.backendName() + " does not offer " + what);
    }
  }

  private Map<String, Class<?>> knownOptions() {
    Map<String, Class<?>> known = new TreeMap<>(provider.options());
    if (isolation == Isolation.PROCESS) {
      known.putAll(isolatedEngines().options());
    }
    return known;
  }

  private void checkOption(String name, Object value, Map<String, Class<?>> known) {
    Class<?> type = known.get(name);
    if (type == null) {
      throw new IllegalArgumentException(
          "the backend %s has no option '%s'; it has %s"
              .formatted(provider.backendName(), name, known.keySet()));
    }
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "the option '%s' of the backend %s is a %s, not a %s"
              .formatted(name, provider.backendName(), type.getName(), value.getClass().getName()));
    }
  }
}
