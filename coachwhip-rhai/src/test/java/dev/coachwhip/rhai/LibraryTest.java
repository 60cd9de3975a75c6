package dev.coachwhip.rhai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.stdlib.TestFunction;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryTest {

  private final Library library = new Library();

  @Test
  void add_ofNamesNobodyAskedFor_concernsNoLinkedScript() {
    assertThat(library.add(List.of(function("f")), "a.rhai")).isFalse();
    assertThat(library.add(List.of(function("f")), "b.rhai")).isFalse();
  }

  @Test
  void add_ofANameThatWasLookedFor_concernsThoseWhoDidNotFindIt() {
    assertThat(library.link("f", 0, null)).isNull();
    assertThat(library.add(List.of(function("g")), "a.rhai")).isFalse();
    assertThat(library.add(List.of(function("f")), "a.rhai")).isTrue();
  }

  @Test
  void add_inPlaceOfAFunctionThatIsLinked_concernsItsCallers() {
    ScriptFunction first = function("f");
    library.add(List.of(first), "a.rhai");

    assertThat(library.link("f", 0, null)).isSameAs(first);
    assertThat(library.add(List.of(function("f")), "b.rhai")).isTrue();
  }

  @Test
  void clear_concernsOnlyThoseWhoFoundSomething() {
    assertThat(library.links("g", 1)).isFalse();
    library.add(List.of(function("f")), "a.rhai");
    assertThat(library.clear()).isFalse();

    library.add(List.of(function("f")), "a.rhai");
    assertThat(library.links("f", 0)).isTrue();
    assertThat(library.clear()).isTrue();
  }

  private static ScriptFunction function(String name) {
    return new TestFunction(name, 0, (self, arguments) -> Unit.UNIT);
  }
}
