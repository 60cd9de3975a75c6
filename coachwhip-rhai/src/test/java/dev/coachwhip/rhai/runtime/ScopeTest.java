package dev.coachwhip.rhai.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopeTest {

  @Test
  void find_ofHiddenName_isTheLastOne() {
    Scope scope = new Scope();
    scope.push("x", 1L);
    scope.push("x", 2L, true);
    assertThat(scope.value(scope.find("x"))).isEqualTo(2L);
    assertThat(scope.isConstant(scope.find("x"))).isTrue();
    scope.rewind(1);
    assertThat(scope.value(scope.find("x"))).isEqualTo(1L);
    assertThat(scope.find("y")).isEqualTo(-1);
    assertThat(scope.remove("x")).isTrue();
    assertThat(scope.contains("x")).isFalse();
  }

  @Test
  void share_ofVariable_keepsOneCell() {
    Scope scope = new Scope();
    scope.push("x", 1L);
    Cell cell = scope.share(0);
    assertThat(scope.share(0)).isSameAs(cell);
    cell.set(5L);
    assertThat(scope.value(0)).isEqualTo(5L);
    scope.setValue(0, 6L);
    assertThat(cell.get()).isEqualTo(6L);
  }

  @Test
  void export_severalNames_keepsThem() {
    Scope scope = new Scope();
    scope.push("x", 1L);
    scope.export(0, "x");
    scope.export(0, "y");
    scope.export(0, "x");
    assertThat(scope.aliases(0)).containsExactly("x", "y");
  }
}
