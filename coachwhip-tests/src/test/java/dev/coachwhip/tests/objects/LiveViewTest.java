package dev.coachwhip.tests.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.Exposed;
import dev.coachwhip.tests.support.TestEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java collections as live views in Python (V). */
@Tag("python")
@DisplayName("V: Java collections as live views, as copies by default")
class LiveViewTest {

  private final TestEngine python = new TestEngine();

  @AfterEach
  void close() {
    python.close();
  }

  private @Nullable Object result(String script) {
    return python.run(script).toJava();
  }

  private void assertHolds(String condition) {
    assertThat(result(condition)).as(condition).isEqualTo(true);
  }

  @Test
  void list_changedOnEitherSide_isSeenOnTheOther() {
    List<Object> list = new ArrayList<>(List.of(1L, 2L));
    python.engine().setGlobal("l", Exposed.live(list));

    python.run("l.append(3); l[0] = 'first'");
    list.add(4L);

    assertThat(list).isEqualTo(List.of("first", 2L, 3L, 4L));
    assertHolds("l == ['first', 2, 3, 4]");
    assertThat((Object) python.run("l").as(List.class)).isSameAs(list);
  }

  @Test
  void list_withoutLive_isACopy() {
    List<Object> list = new ArrayList<>(List.of(1L));
    python.engine().setGlobal("l", list);

    python.run("l.append(2)");

    assertThat(list).isEqualTo(List.of(1L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "len(l) == 5 and bool(l)",
        "l[0] == 10 and l[-1] == 14 and l[True] == 11",
        "l[1:3] == [11, 12] and l[::-1] == [14, 13, 12, 11, 10] and l[4:1:-2] == [14, 12]",
        "l[10:] == [] and l[-2:] == [13, 14] and l[3:1] == []",
        "12 in l and 99 not in l and 'x' not in l and 12.0 in l",
        "l.index(12) == 2 and l.count(10) == 1",
        "list(l) == [10, 11, 12, 13, 14] and list(reversed(l)) == [14, 13, 12, 11, 10]",
        "l == [10, 11, 12, 13, 14] and l != [1] and not (l == (10, 11, 12, 13, 14))",
        "repr(l) == '[10, 11, 12, 13, 14]'",
        "isinstance(l, abc.Sequence) and isinstance(l, abc.MutableSequence)",
        "l.pop() == 14 and l.pop(0) == 10 and l == [11, 12, 13]",
        "(l.remove(12), l.insert(1, 'i'), l.extend([1, 2]), l)[-1] == [10, 'i', 11, 13, 14, 1, 2]",
        "(l.reverse(), l)[-1] == [14, 13, 12, 11, 10]",
        "(l.clear(), len(l))[-1] == 0 and not l",
        "(l.insert(-100, 'a'), l.insert(100, 'z'), l)[-1] == ['a', 10, 11, 12, 13, 14, 'z']",
        "l[::2**40] == [10] and l[::-2**40] == [14] and l[-2**70:2**70] == l",
        "(l.insert(True, 'i'), l.insert(2**70, 'z'), l)[-1] == [10, 'i', 11, 12, 13, 14, 'z']",
        "sorted(l, reverse=True) == [14, 13, 12, 11, 10] and sum(l) == 60 and max(l) == 14",
        "[*l][1:] == l[1:] and tuple(l) == (10, 11, 12, 13, 14)",
      })
  void list_used_behavesAsPythonsOwn(String condition) {
    python.engine().setGlobal("l", Exposed.live(new ArrayList<>(List.of(10, 11, 12, 13, 14))));

    assertHolds("from collections import abc\n" + condition);
  }

  @Test
  void emptyList_steppedSliceSetToMore_isRefusedAsByPython() {
    python.engine().setGlobal("l", Exposed.live(new ArrayList<>()));

    assertThatThrownBy(() -> python.run("l[-12:-11:2] = range(2)"))
        .hasMessageContaining("ValueError");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 26_051_022_296_347L})
  void list_changedAtRandom_isAlwaysAsAListOfPython(long seed) {
    Random random = new Random(seed);
    List<Object> list = new ArrayList<>();
    python.engine().setGlobal("j", Exposed.live(list));
    python.run("p = []");
    for (int i = 0; i < 300; i++) {
      String change = randomChange(random, i);
      String script =
          """
          def change(l):
              try:
                  %s
              except (IndexError, ValueError, TypeError) as e:
                  return type(e)
          change(j) == change(p) and list(j) == p and j[::-1] == p[::-1]
          """
              .formatted(change);
      assertThat(result(script)).as("seed %d, change %d: %s", seed, i, change).isEqualTo(true);
    }
    assertThat(list).isEqualTo(python.run("p").toJava());
  }

  private static String randomChange(Random random, int i) {
    int a = random.nextInt(-12, 12);
    int b = random.nextInt(-12, 12);
    int step = random.nextInt(-3, 4);
    return switch (random.nextInt(9)) {
      case 0 -> "l.insert(%d, %d)".formatted(a, i);
      case 1 -> "l.append(%d)".formatted(i);
      case 2 -> "l[%d] = %d".formatted(a, i);
      case 3 -> "del l[%d]".formatted(a);
      case 4 -> "l[%d:%d] = [%d] * %d".formatted(a, b, i, random.nextInt(4));
      case 5 -> "del l[%d:%d:%d]".formatted(a, b, step);
      case 6 -> "l[%d:%d:%d] = range(%d)".formatted(a, b, step, random.nextInt(4));
      case 7 -> "l.pop(%d)".formatted(a);
      default -> "l.extend([%d, %d])".formatted(i, i);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IndexError: l[5]",
        "IndexError: l[-6]",
        "IndexError: l[2**70]",
        "IndexError: l.pop(9)",
        "ValueError: l.index(99)",
        "ValueError: l[::2] = [1]",
        "ValueError: l[::0]",
        "TypeError: l['a']",
        "TypeError: l[1.0]",
        "TypeError: l[None] = 1",
        "TypeError: del l['a']",
        "TypeError: l.insert('a', 1)",
        "TypeError: hash(l)",
        "TypeError: l[0:1] = 5",
        "RuntimeError: [l.append(x) for x in l]",
      })
  void list_misused_raisesWhatPythonsOwnRaises(String errorAndScript) {
    python.engine().setGlobal("l", Exposed.live(new ArrayList<>(List.of(10, 11, 12, 13, 14))));
    String[] parts = errorAndScript.split(": ", 2);

    assertThatThrownBy(() -> python.run(parts[1])).hasMessageStartingWith(parts[0]);
  }

  @Test
  void unmodifiableList_changed_isATypeError() {
    python.engine().setGlobal("l", Exposed.live(List.of(1)));

    assertThatThrownBy(() -> python.run("l.append(2)")).hasMessageContaining("cannot be changed");
    assertThatThrownBy(() -> python.run("l[0] = 2")).hasMessageContaining("cannot be changed");
  }

  @Test
  void listOfOneClass_written_keepsToIt() {
    List<Integer> list = new ArrayList<>(List.of(1));
    python.engine().setGlobal("l", Exposed.live(list, Integer.class));

    python.run("l.append(2); l[0] = 7; l[1:1] = [3, 4]");

    int sum = 0;
    for (int n : list) {
      sum += n;
    }
    assertThat(sum).isEqualTo(16);
    assertThatThrownBy(() -> python.run("l.append('x')"))
        .hasMessageContaining("TypeError")
        .hasMessageContaining("expected int, found str 'x'");
    assertThatThrownBy(() -> python.run("l.append(2**40)")).hasMessageContaining("TypeError");
  }

  @Test
  void map_used_behavesAsPythonsOwn() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put("a", 1L);
    map.put(2, "two");
    python.engine().setGlobal("m", Exposed.live(map));

    assertHolds("m['a'] == 1 and m[2] == 'two' and m[2.0] == 'two' and len(m) == 2");
    assertHolds("'a' in m and 2 in m and 'q' not in m and m.get('q', 9) == 9");
    assertHolds(
        "list(m) == ['a', 2] and list(m.keys()) == ['a', 2] and list(m.values()) == [1, 'two']");
    assertHolds("m == {'a': 1, 2: 'two'} and dict(m) == m and repr(m) == repr({'a': 1, 2: 'two'})");
    assertHolds("from collections import abc\nisinstance(m, abc.MutableMapping)");
    python.run("m['b'] = 3; m[2] = 'zwei'; del m['a']; m.update(c=4); m.setdefault('d', 5)");
    assertThat(map).isEqualTo(Map.of("b", 3L, 2, "zwei", "c", 4L, "d", 5L));
    assertHolds("m.pop('b') == 3 and m.pop('b', None) is None");
    assertThatThrownBy(() -> python.run("m['nothing']"))
        .hasMessageContaining("KeyError: 'nothing'");
    assertThatThrownBy(() -> python.run("del m['nothing']")).hasMessageContaining("KeyError");
    assertThatThrownBy(() -> python.run("for k in m: m[k + 'x' if k == 'c' else 'y'] = 1"))
        .hasMessageContaining("RuntimeError");
  }

  @Test
  void mapOfClasses_written_keepsToThem() {
    Map<String, Integer> map = new LinkedHashMap<>();
    python.engine().setGlobal("m", Exposed.live(map, String.class, Integer.class));

    python.run("m['a'] = 1");

    assertThat(map).isEqualTo(Map.of("a", 1));
    assertThatThrownBy(() -> python.run("m[3] = 1")).hasMessageContaining("TypeError");
    assertThatThrownBy(() -> python.run("m['a'] = 'x'")).hasMessageContaining("TypeError");
  }

  @Test
  void set_used_behavesAsPythonsOwn() {
    python.engine().setGlobal("s", Exposed.live(new TreeSet<>(List.of(1, 2, 3))));

    assertHolds("2 in s and 9 not in s and 'x' not in s and None not in s and len(s) == 3");
    assertHolds(
        "s & {2, 9} == {2} and s | {9} == {1, 2, 3, 9} and s == {1, 2, 3} and s <= {1, 2, 3, 4}");
    assertHolds("from collections import abc\nisinstance(s, abc.Set)");
  }

  @Test
  void nested_views_staySeparate() {
    List<Object> inner = new ArrayList<>(Arrays.asList(1L, null));
    python.engine().setGlobal("m", Map.of("inner", Exposed.live(inner)));

    assertHolds("m['inner'][1] is None and None in m['inner']");
    python.run("m['inner'].append([1, 2])");
    assertThat(inner).endsWith(List.of(1L, 2L));
  }

  @Test
  void view_afterItsEngineClosed_refuses() {
    try (TestEngine other = new TestEngine()) {
      python.engine().setGlobal("l", Exposed.live(new ArrayList<>(List.of(1))));
      other.engine().setGlobal("foreign", python.run("lambda l=l: l[0]"));
      python.close();

      assertThatThrownBy(() -> other.run("foreign()")).hasMessageContaining("is closed");
    }
  }
}
