package dev.coachwhip.rhai.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextSearchTest {

  @Test
  void indexOf_randomTexts_findsWhatJavaFinds() {
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      String text = letters(random, 200 + random.nextInt(400));
      int start = random.nextInt(150);
      String part = random.nextBoolean() ? text.substring(start, start + 40) : letters(random, 33);
      int from = random.nextInt(text.length());
      assertThat(TextSearch.indexOf(text, part, from)).isEqualTo(text.indexOf(part, from));
      assertThat(TextSearch.replace(text, part, "-")).isEqualTo(text.replace(part, "-"));
    }
  }

  private static String letters(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(random.nextInt(30) == 0 ? 'b' : 'a');
    }
    return text.toString();
  }
}
