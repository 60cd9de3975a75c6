package dev.coachwhip.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.coachwhip.Capability;
import dev.coachwhip.Isolation;
import dev.coachwhip.Policy;
import dev.coachwhip.Sandbox;
import dev.coachwhip.ScriptEngineBuilder;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.TypeMapping;
import dev.coachwhip.WhenStuck;
import dev.coachwhip.spi.EngineConfig;
import dev.coachwhip.toy.ToyProvider;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineBuilderTest {

  private static final TypeMapping<Duration> MAPPING =
      new TypeMapping<>(
          Duration.class, "duration", Duration::toNanos, value -> Duration.ofNanos(value.asLong()));

  private final ToyProvider plain = new ToyProvider("toy", Set.of("toy"));

  private static ScriptEngineBuilder asking(ScriptEngineBuilder builder, Capability capability) {
    ScriptLimits none = ScriptLimits.none();
    return switch (capability) {
      case LIMIT_WALL_TIME -> builder.limits(none.withWallTime(Duration.ofNanos(1)));
      case LIMIT_OPERATIONS -> builder.limits(none.withMaxOperations(1));
      case LIMIT_MEMORY -> builder.limits(none.withMaxMemoryBytes(1));
      case LIMIT_CALL_DEPTH -> builder.limits(none.withMaxCallDepth(1));
      case LIMIT_OUTPUT -> builder.limits(none.withMaxOutputBytes(1));
      case ISOLATION_PROCESS -> builder.isolation(Isolation.PROCESS);
      case POLICY -> builder.policy(Policy.analysis());
      case TYPE_MAPPING -> builder.map(MAPPING);
      default -> throw new IllegalArgumentException(capability.name());
    };
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "LIMIT_WALL_TIME",
        "LIMIT_OPERATIONS",
        "LIMIT_MEMORY",
        "LIMIT_CALL_DEPTH",
        "LIMIT_OUTPUT",
        "POLICY",
        "TYPE_MAPPING"
      })
  void build_whatTheBackendLacks_isRefusedAndWhatItHasIsNot(Capability capability) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> asking(new EngineBuilder(plain), capability).build())
        .withMessageStartingWith("the backend toy does not offer ");
    assertThat(plain.wasAsked()).isFalse();
    ToyProvider able = new ToyProvider("able", Set.of(), capability);
    asking(new EngineBuilder(able), capability).build();
    assertThat(able.wasAsked()).isTrue();
  }

  @Test
  void build_isolationThatTheBackendLacks_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> asking(new EngineBuilder(plain), Capability.ISOLATION_PROCESS).build())
        .withMessage("the backend toy does not offer isolation in a process");
  }

  @Test
  void build_isolationWithoutTheWorkerModule_namesIt() {
    ToyProvider able = new ToyProvider("able", Set.of(), Capability.ISOLATION_PROCESS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> asking(new EngineBuilder(able), Capability.ISOLATION_PROCESS).build())
        .withMessageContaining("coachwhip-worker");
  }

  @Test
  void build_unsupportedLimit_isNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> asking(new EngineBuilder(plain), Capability.LIMIT_MEMORY).build())
        .withMessage("the backend toy does not offer the limit maxMemoryBytes");
  }

  @Test
  void build_unknownOption_namesItAndThoseThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EngineBuilder(plain).option("sped", 1).build())
        .withMessage("the backend toy has no option 'sped'; it has [path, speed]");
  }

  @Test
  void build_optionOfWrongType_namesBothTypes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EngineBuilder(plain).option("speed", "fast").build())
        .withMessage(
            "the option 'speed' of the backend toy is a java.lang.Integer, not a java.lang.String");
  }

  @Test
  void build_nothingAsked_handsOverTheDefaults() {
    new EngineBuilder(plain).build();
    EngineConfig config = plain.lastConfig();
    assertThat(config.output()).isEmpty();
    assertThat(config.errorOutput()).isEmpty();
    assertThat(config.limits()).isEqualTo(ScriptLimits.none());
    assertThat(config.policy()).isSameAs(Policy.open());
    assertThat(config.isolation()).isEqualTo(Isolation.NONE);
    assertThat(config.sandbox()).isEqualTo(Sandbox.REQUIRED);
    assertThat(config.whenStuck()).isEqualTo(WhenStuck.REFUSE);
    assertThat(config.mappings()).isEmpty();
    assertThat(config.options()).isEmpty();
  }

  @Test
  void build_allAsked_handsItOver() {
    ToyProvider able =
        new ToyProvider("able", Set.of(), Capability.LIMIT_OPERATIONS, Capability.TYPE_MAPPING);
    OutputStream out = new ByteArrayOutputStream();
    OutputStream err = new ByteArrayOutputStream();
    new EngineBuilder(able)
        .output(out)
        .errorOutput(err)
        .limits(ScriptLimits.none().withMaxOperations(7))
        .map(MAPPING)
        .option("speed", 3)
        .build();
    EngineConfig config = able.lastConfig();
    assertThat(config.output()).containsSame(out);
    assertThat(config.errorOutput()).containsSame(err);
    assertThat(config.limits().maxOperations()).isEqualTo(7);
    assertThat(config.mappings()).isEqualTo(java.util.List.of(MAPPING));
    assertThat(config.option("speed", Integer.class)).contains(3);
    assertThat(config.option("path", String.class)).isEmpty();
  }

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void setters_null_throwNullPointerAtOnce() {
    EngineBuilder builder = new EngineBuilder(plain);
    assertThatNullPointerException().isThrownBy(() -> builder.output(null));
    assertThatNullPointerException().isThrownBy(() -> builder.errorOutput(null));
    assertThatNullPointerException().isThrownBy(() -> builder.limits(null));
    assertThatNullPointerException().isThrownBy(() -> builder.policy(null));
    assertThatNullPointerException().isThrownBy(() -> builder.isolation(null));
    assertThatNullPointerException().isThrownBy(() -> builder.sandbox(null));
    assertThatNullPointerException().isThrownBy(() -> builder.whenStuck(null));
    assertThatNullPointerException().isThrownBy(() -> builder.map(null));
    assertThatNullPointerException().isThrownBy(() -> builder.option(null, 1));
    assertThatNullPointerException().isThrownBy(() -> builder.option("speed", null));
  }
}
