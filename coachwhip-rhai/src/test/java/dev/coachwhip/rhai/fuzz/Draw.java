package dev.coachwhip.rhai.fuzz;

import java.util.List;
import java.util.Random;

/** Draws from a seed, the same for the same one. */
final class Draw {

  private final Random random;

  Draw(Random random) {
    this.random = random;
  }

  /** Returns a number from 0 to below a bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  char letter(String letters) {
    return letters.charAt(random.nextInt(letters.length()));
  }

  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
