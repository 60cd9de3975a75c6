package dev.coachwhip.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.toy.ToyEngine;
import org.junit.jupiter.api.Test;

class HostGlobalsTest {

  private final HostGlobals globals = new HostGlobals();

  private static ToyEngine engine() {
    return new ToyEngine("toy");
  }

  @Test
  void replay_setsVariablesAndFunctionsAsTheyWereLast() {
    globals.set("x", 1L);
    globals.register("f", _ -> 7L);
    globals.set("x", 2L);
    ToyEngine next = engine();
    globals.replay(next);
    assertThat(next.globalNames()).containsExactly("f", "x");
    assertThat(next.getGlobal("x").asLong()).isEqualTo(2);
  }

  @Test
  void clear_leavesNothingToReplay() {
    globals.set("x", 1L);
    globals.clear();
    ToyEngine next = engine();
    globals.replay(next);
    assertThat(next.globalNames()).isEmpty();
  }
}
