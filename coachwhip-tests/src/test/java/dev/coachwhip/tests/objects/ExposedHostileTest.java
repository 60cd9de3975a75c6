package dev.coachwhip.tests.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.Exposed;
import dev.coachwhip.tests.support.TestEngine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that try to reach more of a Java object than was exposed (V). */
@Tag("python")
class ExposedHostileTest {

  /** Another API of the same object. */
  public interface Admin {
    /** What only administrators may do. */
    String erase();
  }

  private static final class Both implements Admin, Comparable<Both> {
    @Override
    public String erase() {
      return "erased";
    }

    @Override
    public int compareTo(Both other) {
      return 0;
    }
  }

  private final TestEngine python = new TestEngine();

  @BeforeEach
  void expose() {
    python.engine().setGlobal("stage", Exposed.of(new SimulatedStage(), Stage.class));
    python.engine().setGlobal("admin", Exposed.of(new Both(), Admin.class));
    python.engine().setGlobal("both", Exposed.of(new Both(), Comparable.class));
    python.engine().setGlobal("live", Exposed.live(new ArrayList<>(List.of(1))));
    python.engine().setGlobal("it", List.of(1, 2).iterator());
  }

  @AfterEach
  void close() {
    assertThat(python.isUsable()).isTrue();
    python.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stage.getClass()",
        "stage.get_class()",
        "stage.hashCode()",
        "stage.notify()",
        "stage.wait()",
        "stage._handle",
        "stage.__dict__",
        "both.erase()",
        "type(stage)()",
        "type(stage).__new__(type(stage)).sum([])",
        "object.__new__(type(stage)).sum([])",
        "hash(object.__new__(type(stage)))",
        "repr(object.__new__(type(live)))",
        "len(object.__new__(type(live)))",
        "next(object.__new__(type(it)))",
        "type(stage).sum(3, [])",
        "type(stage).sum(admin, [])",
        "type(admin).erase(both)",
        "type(live).__len__(both)",
        "type(live).__getitem__(it, 0)",
        "type(it).__next__(live)",
        "type(stage).speed.fget(3)",
        "type(stage).speed.fset(admin, 1.0)",
        "type(stage).speed.fget()",
        "class Mine(type(stage)): pass",
        "type('Mine', (type(stage),), {})",
        "type(stage).sum = None",
        "del type(stage).sum",
        "both.__class__ = type(admin); both.erase()",
        "object.__setattr__(stage, '__class__', type(admin)); stage.erase()",
        "object.__setattr__(stage, '_handle', admin)",
        "stage.__reduce__()",
        "stage.__reduce_ex__(2)",
      })
  void script_reachingForMore_getsAnError(String script) {
    assertThatThrownBy(() -> python.run(script))
        .hasMessageMatching("(?s)(AttributeError|TypeError).*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3",
        "both.__class__",
        "capsule_of(admin)",
        "capsule_of(it)",
        "capsule_of_a_function",
        "foreign_capsule",
      })
  void handle_exchanged_isNoticed(String other) {
    python.run(
        """
        import gc, sys, datetime
        slot = sys.modules['coachwhip._objects'].set_handle
        def capsule_of(thing):
            return next(o for o in gc.get_referents(thing) if type(o).__name__ == 'PyCapsule')
        capsule_of_a_function = type(stage).speed.fget.__self__
        foreign_capsule = datetime.datetime_CAPI
        """);

    assertThatThrownBy(() -> python.run("slot(stage, " + other + "); stage.sum([])"))
        .hasMessageContaining("TypeError")
        .hasMessageContaining("needs a Java object of class Stage");
    assertThatThrownBy(() -> python.run("len(slot(live, " + other + ") or live)"))
        .hasMessageContaining("TypeError");
  }

  @Test
  void everythingReachable_fromAnObject_isHarmless() {
    // Goes through all that the object's and its class's references lead to, and uses what it
    // finds.
    assertThat(
            python
                .run(
                    """
                    import gc, types
                    found, pending = {}, [stage, live, it]
                    while pending and len(found) < 20000:
                        one = pending.pop()
                        if id(one) in found or isinstance(one, types.ModuleType):
                            continue
                        found[id(one)] = one
                        pending.extend(gc.get_referents(one))
                    failures = 0
                    for one in list(found.values()):
                        if isinstance(one, types.BuiltinFunctionType) and type(one.__self__).__name__ == 'PyCapsule':
                            for arguments in ((), (3,), (one,), (one.__self__,), (stage, 1, 2, 3, 4, 5, 6)):
                                try:
                                    one(*arguments)
                                except Exception:
                                    failures += 1
                    failures > 20
                    """)
                .asBoolean())
        .isTrue();
  }

  /** A class of which nothing behaves. */
  public static final class Liar implements Comparable<Liar> {
    @Override
    public int compareTo(Liar other) {
      throw new IllegalStateException("compareTo");
    }

    @Override
    public boolean equals(Object other) {
      throw new IllegalStateException("equals");
    }

    @Override
    public int hashCode() {
      throw new IllegalStateException("hashCode");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("toString");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"liar < liar2", "liar == liar2", "hash(liar)", "str(liar)", "repr(liar)"})
  void objectThatFails_used_isAnErrorOfTheScript(String script) {
    python.engine().setGlobal("liar", Exposed.of(new Liar(), Comparable.class));
    python.engine().setGlobal("liar2", Exposed.of(new Liar(), Comparable.class));

    assertThatThrownBy(() -> python.run(script)).hasMessageContaining("IllegalStateException: ");
  }

  @Test
  void methodThatCallsBack_deeply_endsInARecursionError() {
    python.engine().setGlobal("apply", Exposed.of((Deep) run -> run.run(), Deep.class));

    assertThatThrownBy(() -> python.run("def f():\n  apply(f)\nf()"))
        .hasMessageContaining("RecursionError");
  }

  /** Calls what it is given. */
  @FunctionalInterface
  public interface Deep {
    /** Calls it. */
    void call(Runnable run);
  }
}
