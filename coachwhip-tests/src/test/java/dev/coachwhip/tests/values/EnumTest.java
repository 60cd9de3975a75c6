package dev.coachwhip.tests.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.tests.support.TestEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("python")
@DisplayName("V: enumerations")
class EnumTest {

  private final TestEngine python = new TestEngine();

  @AfterEach
  void close() {
    python.close();
  }

  enum Color {
    RED,
    GREEN {
      @Override
      public String toString() {
        return "another text";
      }
    }
  }

  @Test
  void enum_fromJava_isAMemberOfAClassOfThatName() {
    python.engine().setGlobal("c", Map.of("k", List.of(Color.GREEN)));
    assertThat(
            python
                .run(
                    "import enum\nm = c['k'][0]\n[isinstance(m, enum.Enum), type(m).__name__, m.name, m.value]")
                .toJava())
        .isEqualTo(List.of(true, "Color", "GREEN", "GREEN"));
    assertThat(python.run("list(type(m).__members__)").toJava()).isEqualTo(List.of("RED", "GREEN"));
    assertThat(python.run("m").as(Color.class)).isEqualTo(Color.GREEN);
  }

  @Test
  void enum_twiceFromJava_isTheSameMember() {
    python.engine().setGlobal("a", Color.RED);
    python.engine().setGlobal("b", Color.RED);
    assertThat(python.run("a is b").asBoolean()).isTrue();
  }

  @Test
  void enum_whereTheScriptHasTheClass_isItsMember() {
    python.run("import enum\nclass Color(enum.Enum):\n  RED = 1\n  GREEN = 2\n  BLUE = 3");
    python.engine().setGlobal("c", Color.GREEN);
    assertThat(python.run("c is Color.GREEN").asBoolean()).isTrue();
    assertThat(python.run("Color.RED").as(Color.class)).isEqualTo(Color.RED);
    assertThatThrownBy(() -> python.run("Color.BLUE").as(Color.class))
        .isInstanceOf(TypeConversionException.class);
  }

  @Test
  void enum_whereTheScriptsClassLacksAMember_isOfItsOwn() {
    python.run("import enum\nclass Color(enum.Enum):\n  RED = 1");
    python.engine().setGlobal("c", Color.RED);
    assertThat(python.run("c is Color.RED").asBoolean()).isFalse();
    assertThat(python.run("c").as(Color.class)).isEqualTo(Color.RED);
  }

  @Test
  void enum_ofWeirdValues_keepsItsName() {
    String text =
        """
        import enum
        class Color(enum.Enum):
            RED = float('nan')
            GREEN = {}
            def __eq__(self, other): raise ValueError
            def __hash__(self): raise ValueError
            def __repr__(self): return 5
        [Color.RED, Color.GREEN]
        """;
    assertThat(python.run(text).as(Color[].class)).containsExactly(Color.RED, Color.GREEN);
  }
}
