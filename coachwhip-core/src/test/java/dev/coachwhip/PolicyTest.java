package dev.coachwhip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.Policy.Operation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PolicyTest {

  @Test
  void open_allowsEverything() {
    Policy open = Policy.open();
    assertThat(open.isOpen()).isTrue();
    assertThat(open.allowsModule("os")).isTrue();
    assertThat(open.restrictsFiles()).isFalse();
    assertThat(open.denied()).isEmpty();
    assertThat(open).hasToString("Policy.open()").isEqualTo(Policy.builder().build());
  }

  @Test
  void analysis_allowsComputingOnly() {
    Policy analysis = Policy.analysis();
    assertThat(analysis.isOpen()).isFalse();
    assertThat(analysis.allowsModule("numpy.linalg")).isTrue();
    assertThat(analysis.allowsModule("statistics")).isTrue();
    assertThat(analysis.allowsModule("os")).isFalse();
    assertThat(analysis.allowsModule("numpyish")).isFalse();
    assertThat(analysis.restrictsFiles()).isTrue();
    assertThat(analysis.denied()).containsExactlyInAnyOrder(Operation.values());
    assertThat(analysis).hasToString("Policy.analysis()");
  }

  @Test
  void allowsModule_deniedSubmoduleOfAllowedPackage_isRefused() {
    Policy policy = Policy.builder().allowModules("numpy").denyModules("numpy.ctypeslib").build();
    assertThat(policy.allowsModule("numpy.ctypeslib")).isFalse();
    assertThat(policy.allowsModule("numpy.ctypeslib.inner")).isFalse();
    assertThat(policy.allowsModule("numpy.fft")).isTrue();
    assertThat(policy.allowsModule("math")).isFalse();
  }

  @Test
  void denyModules_alone_allowsAllOthers() {
    Policy policy = Policy.builder().denyModules("socket").build();
    assertThat(policy.allowsModule("socket")).isFalse();
    assertThat(policy.allowsModule("math")).isTrue();
    assertThat(policy.allowedModules()).isEmpty();
  }

  @Test
  void allowReading_makesPathsAbsoluteAndRestrictsFiles() {
    Policy policy = Policy.builder().allowReading(Path.of("a", "..", "b")).build();
    assertThat(policy.restrictsFiles()).isTrue();
    assertThat(policy.readable()).containsExactly(Path.of("b").toAbsolutePath());
    assertThat(policy.writable()).isEmpty();
  }

  @Test
  void toBuilder_keepsAllAndLeavesTheOriginal() {
    Policy original = Policy.analysis();
    Policy changed =
        original.toBuilder()
            .allowModules("pandas")
            .allow(Operation.SOCKETS)
            .allowWriting(Path.of("out"))
            .coverLibraries(true)
            .build();
    assertThat(changed.allowsModule("pandas")).isTrue();
    assertThat(changed.allowsModule("numpy")).isTrue();
    assertThat(changed.allows(Operation.SOCKETS)).isTrue();
    assertThat(changed.allows(Operation.PROCESSES)).isFalse();
    assertThat(changed.coversLibraries()).isTrue();
    assertThat(original.allowsModule("pandas")).isFalse();
    assertThat(original.toBuilder().build()).isEqualTo(original).hasSameHashCodeAs(original);
    assertThat(changed).isNotEqualTo(original);
    assertThat(changed.toString()).contains("pandas", "not [PROCESSES, NATIVE_CODE, EXIT");
  }
}
