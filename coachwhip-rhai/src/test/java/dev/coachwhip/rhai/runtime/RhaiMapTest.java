package dev.coachwhip.rhai.runtime;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RhaiMapTest {

  @Test
  void keys_inAnyOrder_areSortedByCodePoints() {
    RhaiMap map = new RhaiMap();
    for (String key : new String[] {"b", "a", "\uD83D\uDE00", "\uFFFD", "B", "", "ab"}) {
      map.put(key, 1L);
    }
    assertThat(map.keys()).containsExactly("", "B", "a", "ab", "b", "\uFFFD", "\uD83D\uDE00");
    assertThat(new RhaiMap().keys()).isEmpty();
  }

  @Test
  void shape_ofMapsMadeAlike_isTheSame() {
    RhaiMap first = new RhaiMap();
    first.put("x", 1L);
    first.put("y", 2L);
    RhaiMap second = new RhaiMap(requireNonNull(Shape.of("x", "y")), new Object[] {3L, 4L});
    assertThat(first.shape()).isSameAs(second.shape()).isNotNull();
    assertThat(second.get("y")).isEqualTo(4L);
    first.put("x", 9L);
    assertThat(first.shape()).isSameAs(second.shape());
  }

  @Test
  void shape_afterRemoval_isGone() {
    RhaiMap map = new RhaiMap(requireNonNull(Shape.of("x", "y")), new Object[] {1L, 2L});
    assertThat(map.remove("x")).isEqualTo(1L);
    assertThat(map.remove("x")).isNull();
    assertThat(map.shape()).isNull();
    assertThat(map).hasToString("#{\"y\": 2}");
  }

  @Test
  void copy_thenWriteThroughEither_leavesTheOther() {
    RhaiMap original = new RhaiMap();
    original.put("list", RhaiArray.of(1L));
    RhaiMap copy = original.copy();
    ((RhaiArray) requireNonNull(copy.valueForWrite("list"))).add(2L);
    original.put("more", Unit.UNIT);
    assertThat(original).hasToString("#{\"list\": [1], \"more\": ()}");
    assertThat(copy).hasToString("#{\"list\": [1, 2]}");
  }

  @Test
  void copy_ofLargeMap_isDeepWhenWritten() {
    RhaiMap original = new RhaiMap();
    for (int i = 0; i < 100; i++) {
      original.put("k" + i, RhaiArray.of((long) i));
    }
    assertThat(original.shape()).isNull();
    RhaiMap copy = original.copy();
    ((RhaiArray) requireNonNull(original.valueForWrite("k7"))).clear();
    assertThat(copy.get("k7")).hasToString("[7]");
    assertThat(original.get("k7")).hasToString("[]");
  }

  @Test
  void changes_many_areThoseOfATreeMap() {
    Random random = new Random(11);
    for (int keys : new int[] {3, 20, 100}) {
      RhaiMap map = new RhaiMap();
      TreeMap<String, Object> tree = new TreeMap<>();
      for (int i = 0; i < 2000; i++) {
        String key = "k" + random.nextInt(keys);
        if (random.nextInt(4) == 0) {
          assertThat(map.remove(key)).isEqualTo(tree.remove(key));
        } else {
          map.put(key, (long) i);
          tree.put(key, (long) i);
        }
        if (random.nextInt(100) == 0) {
          map.clear();
          tree.clear();
        }
        assertThat(map.keys()).isEqualTo(List.copyOf(tree.keySet()));
        assertThat(map.size()).isEqualTo(tree.size());
      }
      map.forEach((key, value) -> assertThat(value).isEqualTo(tree.get(key)));
    }
  }

  @Test
  void dataSize_ofNestedMap_countsAllProperties() {
    RunLimits four = new RunLimits(0, 64, 0, 0, 4, 99, 99);
    RhaiMap map = new RhaiMap();
    map.put("inner", new RhaiMap());
    Sizes.check(map, four);
    RhaiMap inner = (RhaiMap) requireNonNull(map.valueForWrite("inner"));
    inner.put("a", 1L);
    inner.put("b", 1L);
    inner.put("c", 1L);
    Sizes.check(map, four);
    inner.put("d", 1L);
    assertThatThrownBy(() -> Sizes.check(map, four)).hasMessage("Size of object map too large");
  }
}
