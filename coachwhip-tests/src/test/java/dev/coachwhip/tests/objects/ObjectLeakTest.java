package dev.coachwhip.tests.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptIterator;
import dev.coachwhip.python.interp.HandleTable;
import dev.coachwhip.tests.support.Collected;
import dev.coachwhip.tests.support.TestEngine;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing is left of objects that scripts have dropped (V). */
@Tag("python")
class ObjectLeakTest {

  private static final int ROUNDS = 300;

  /** Far fewer than one for each round: what caches of Python itself may take. */
  private static final int ODD_OBJECTS = 30;

  private final TestEngine python = new TestEngine();

  private void useAll(int times) {
    SimulatedStage stage = new SimulatedStage();
    for (int i = 0; i < times; i++) {
      python.engine().setGlobal("stage", Exposed.of(stage, Stage.class));
      python.engine().setGlobal("l", Exposed.live(new ArrayList<>(List.of(1, 2))));
      python.engine().setGlobal("s", Stream.of(1, 2));
      python.engine().setGlobal("it", List.of(stage).iterator());
      python.run(
          """
          stage.join('a', 'b'); stage.speed = 2.0; stage.speed; stage == stage; hash(stage); str(stage)
          l[0]; l.append(3); list(l); l[1:]; 3 in l; next(s)
          for bad in ("stage.move_abs([])", "l[99]", "next(it)", "stage.fail()", "type(stage).sum(3, [])"):
              try:
                  eval(bad)
              except Exception:
                  pass
          del bad
          """);
      try (ScriptIterator iterator = python.run("(n for n in range(5))").asIterator()) {
        iterator.next();
      }
    }
    python.run("stage = l = s = it = None");
  }

  @Test
  void objects_exposedAndDropped_leaveNothing() {
    try (python) {
      python.engine().setGlobal("probe", Exposed.of(new SimulatedStage(), Stage.class));
      useAll(ROUNDS);
      int objects = collectedObjects();
      int references = references();
      int handles = settledHandles(); // those of the texts of all scripts above too

      useAll(ROUNDS);

      Collected.untilAtMost(this::settledHandles, handles);
      Collected.untilAtMost(this::collectedObjects, objects + ODD_OBJECTS);
      assertThat(references()).isEqualTo(references);
    }
  }

  private int collectedObjects() {
    return python.run("import gc; gc.collect(); len(gc.get_objects())").as(int.class);
  }

  private int references() {
    return python.run("import sys; sys.getrefcount(type(probe))").as(int.class);
  }

  private int settledHandles() {
    python.run("import gc; gc.collect()");
    return HandleTable.size();
  }

  @Test
  void object_afterItsEngineClosed_isNotKept() {
    WeakReference<Object> kept = exposeAndClose();

    Collected.untilEqual(() -> kept.get() == null, true);
  }

  private WeakReference<Object> exposeAndClose() {
    Object object = new SimulatedStage();
    python.engine().setGlobal("stage", Exposed.of((Stage) object, Stage.class));
    python.run("stage.join('a')");
    python.close();
    return new WeakReference<>(object);
  }
}
