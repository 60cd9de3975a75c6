package dev.coachwhip.rhai.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 8, 9, 40})
  void dropHidden_afterNewVariables_leavesTheLastOfEachName(int added) {
    for (int names = 1; names < 8; names++) {
      Scope scope = new Scope();
      for (int i = 0; i < 5; i++) {
        scope.push("old" + i, (long) i);
      }
      Map<String, Long> expected = new LinkedHashMap<>();
      for (int i = 0; i < added; i++) {
        scope.push((i % 3 == 0 ? "old" : "new") + i % names, 100L + i);
      }
      for (int i = 0; i < scope.size(); i++) { // a name moves to where it stands last
        Long _ = expected.remove(scope.name(i));
        expected.put(scope.name(i), (Long) scope.value(i));
      }

      scope.dropHidden(5);

      Map<String, Long> left = new LinkedHashMap<>();
      for (int i = 0; i < scope.size(); i++) {
        left.put(scope.name(i), (Long) scope.value(i));
      }
      assertThat(left).containsExactlyEntriesOf(expected).hasSize(scope.size());
    }
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
