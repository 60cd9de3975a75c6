package dev.coachwhip.tests.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.tests.support.HostFailure;
import java.util.List;
import java.util.Map;

/** One thing that a stress thread does to an engine; each checks its own answer. */
enum StressAction {
  CALL {
    @Override
    void perform(StressedEngine target, long who, long i) {
      assertThat(target.engine().call("add", who, i).asLong()).isEqualTo(who + i);
    }
  },
  CALL_THROUGH_HOST_AND_BACK {
    @Override
    void perform(StressedEngine target, long who, long i) {
      assertThat(target.engine().call("through_host", i).asLong()).isEqualTo(3 * i);
    }
  },
  CALL_INTO_NEXT_ENGINE {
    @Override
    void perform(StressedEngine target, long who, long i) {
      assertThat(target.engine().call("ask_next", who, i).asLong()).isEqualTo(who + i);
    }
  },
  GLOBALS {
    @Override
    void perform(StressedEngine target, long who, long i) {
      String name = "mine_" + who;
      target.engine().setGlobal(name, List.of(who, i));
      assertThat(target.engine().getGlobal(name).toJava()).isEqualTo(List.of(who, i));
    }
  },
  RUN_WITH_OWN_TEXT {
    @Override
    void perform(StressedEngine target, long who, long i) {
      String text = "%d * 1000 + %d".formatted(who, i % 50);
      assertThat(target.engine().executeScript(text).asLong()).isEqualTo(who * 1000 + i % 50);
    }
  },
  START_WITH_GLOBALS {
    @Override
    void perform(StressedEngine target, long who, long i) {
      ScriptValue value =
          target
              .engine()
              .start(ScriptSource.of("add(first, second)"), Map.of("first", who, "second", i))
              .join();
      assertThat(value.asLong()).isEqualTo(who + i);
    }
  },
  KEPT_FUNCTION {
    @Override
    void perform(StressedEngine target, long who, long i) {
      ScriptCallable add = target.engine().getGlobal("add").asCallable();
      assertThat(add.call(Map.of("b", i), who).asLong()).isEqualTo(who + i);
    }
  },
  COUNT {
    @Override
    void perform(StressedEngine target, long who, long i) {
      target.engine().call("count_up", i % 10);
      target.counted.addAndGet(i % 10);
    }
  },
  SENTINEL_TO_JAVA_AND_BACK {
    @Override
    void perform(StressedEngine target, long who, long i) {
      int which = (int) (i % 8);
      ScriptValue sentinel = target.engine().executeScript("sentinels[" + which + "]");
      assertThat(target.engine().call("is_sentinel", sentinel, which).asBoolean()).isTrue();
    }
  },
  SENTINEL_THROUGH_HOST {
    @Override
    void perform(StressedEngine target, long who, long i) {
      assertThat(target.engine().call("pass_through_host", i % 8).asBoolean()).isTrue();
    }
  },
  FAILURE_THROUGH_SCRIPT {
    @Override
    void perform(StressedEngine target, long who, long i) {
      Throwable error = catchThrowable(() -> target.engine().call("fail_through_host", who));
      assertThat(error)
          .isInstanceOf(ScriptRuntimeException.class)
          .cause()
          .isInstanceOfSatisfying(
              HostFailure.class, failure -> assertThat(failure.key()).isEqualTo(who));
    }
  },
  FAILURE_CAUGHT_BY_SCRIPT {
    @Override
    void perform(StressedEngine target, long who, long i) {
      assertThat(target.engine().call("catch_from_host", who).asString())
          .endsWith("failure " + who);
    }
  },
  ERROR_IN_SCRIPT {
    @Override
    void perform(StressedEngine target, long who, long i) {
      Throwable error =
          catchThrowable(() -> target.engine().executeScript("add(" + who + ", None)"));
      assertThat(error)
          .isInstanceOf(ScriptRuntimeException.class)
          .hasMessageStartingWith("TypeError");
    }
  },
  PRINT {
    @Override
    void perform(StressedEngine target, long who, long i) {
      target.engine().call("say", who, i);
      target.said.incrementAndGet();
    }
  };

  /**
   * Does it.
   *
   * @param who the thread's number
   * @param i the number of the round
   */
  abstract void perform(StressedEngine target, long who, long i);
}
