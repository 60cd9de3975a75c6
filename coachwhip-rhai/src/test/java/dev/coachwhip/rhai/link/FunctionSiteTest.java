package dev.coachwhip.rhai.link;

import static dev.coachwhip.rhai.link.SiteFixture.call;
import static dev.coachwhip.rhai.link.SiteFixture.function;
import static dev.coachwhip.rhai.link.SiteFixture.program;
import static dev.coachwhip.rhai.link.SiteFixture.run;
import static dev.coachwhip.rhai.link.SiteFixture.table;
import static dev.coachwhip.rhai.link.SiteFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.rhai.runtime.ErrorKind;
import dev.coachwhip.rhai.runtime.FunctionIndex;
import dev.coachwhip.rhai.runtime.FunctionTable;
import dev.coachwhip.rhai.runtime.Overload;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.RunLimits;
import dev.coachwhip.rhai.runtime.Tagged;
import dev.coachwhip.rhai.runtime.Unit;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FunctionSiteTest {

  @Test
  void function_typesChange_eachFindsItsOverload() throws Throwable {
    CallSite site = function("twice", 1);
    Run run = run();
    for (int i = 0; i < 3; i++) {
      assertThat(call(site, run, 4L)).isEqualTo(8L);
      assertThat(call(site, run, 1.5)).isEqualTo(3.0);
      assertThat(call(site, run, text("ab"))).isEqualTo(text("abab"));
      assertThat(call(site, run, true)).isEqualTo(true);
      assertThat(call(site, run, Unit.UNIT)).isEqualTo(Unit.UNIT); // the fifth type
      assertThat(call(site, run, RhaiArray.of(1L))).hasToString("[1, 1]");
    }
  }

  @Test
  void function_primitiveTypes_noBoxes() throws Throwable {
    MethodType type = MethodType.methodType(long.class, Run.class, long.class);
    CallSite site = CallSites.function(SiteFixture.LOOKUP, "f", type, "twice", SiteFixture.AT);
    long result = 0;
    for (int i = 0; i < SiteFixture.ROUNDS; i++) {
      result = (long) site.dynamicInvoker().invokeExact(run(), 21L);
    }
    assertThat(result).isEqualTo(42);
  }

  @Test
  void function_void_isUnit() throws Throwable {
    RhaiArray array = new RhaiArray();
    assertThat(call(function("push", 2), run(), array, 1L)).isEqualTo(Unit.UNIT);
    assertThat(array.size()).isEqualTo(SiteFixture.ROUNDS);
  }

  @Test
  void function_missing_errorWithPosition() {
    RhaiError error =
        catchThrowableOfType(
            RhaiError.class, () -> call(function("nope", 2), run(), 1L, text("x")));
    assertThat(error.kind()).isEqualTo(ErrorKind.FUNCTION_NOT_FOUND);
    assertThat(error.message())
        .isEqualTo(
            "Function not found: nope (i64, &str | ImmutableString | String)"
                + " (line 3, position 7)");
  }

  @Test
  void function_fails_errorHasPosition() {
    CallSite site = function("fail", 1);
    for (int i = 0; i < 5; i++) {
      RhaiError error = catchThrowableOfType(RhaiError.class, () -> call(site, run(), 1L));
      assertThat(error.message()).isEqualTo("Runtime error: failed 1 (line 3, position 7)");
    }
  }

  @Test
  void function_variable_isChanged() throws Throwable {
    MethodType type = MethodType.methodType(Object.class, Run.class, Ref.class);
    CallSite site = CallSites.function(SiteFixture.LOOKUP, "f", type, "shout", SiteFixture.AT);
    Ref<Object> variable = new Ref<>(text("a"));
    call(site, run(), variable);
    assertThat(variable.get()).isEqualTo(text("a" + "!".repeat(SiteFixture.ROUNDS)));
  }

  @Test
  void function_value_changeIsLost() throws Throwable {
    RhaiString value = text("a");
    assertThat(call(function("shout", 1), run(), value)).isEqualTo(Unit.UNIT);
    assertThat(value).hasToString("a");
  }

  @Test
  void function_tagged_isFound() throws Throwable {
    CallSite site = function("twice", 1);
    Run run = run();
    call(site, run, 1L);
    assertThat(call(site, run, Tagged.of(5L, 3))).isEqualTo(10L);
    assertThat(call(site, run, 6L)).isEqualTo(12L);
  }

  @Test
  void function_hostReplacesAndRemoves_staleLinksDoNotRun() throws Throwable {
    CallSite site = function("twice", 1);
    assertThat(call(site, run(), 1L)).isEqualTo(2L);
    FunctionTable replaced = table(FunctionIndex.of(List.of(constant("twice", "host"))));
    assertThat(call(site, run(replaced, program(), RunLimits.DEFAULT), 1L)).isEqualTo(text("host"));
    assertThat(call(site, run(), 1L)).isEqualTo(2L);
  }

  @Test
  void function_manyTables_goesOn() throws Throwable {
    CallSite site = function("twice", 1);
    for (int i = 0; i < 100; i++) {
      assertThat(call(site, run(), (long) i)).isEqualTo(2L * i);
    }
  }

  @Test
  void function_hostRemoved_isMissing() throws Throwable {
    CallSite site = function("hosted", 1);
    FunctionTable with = table(FunctionIndex.of(List.of(constant("hosted", "x"))));
    assertThat(call(site, run(with, program(), RunLimits.DEFAULT), 1L)).isEqualTo(text("x"));
    RhaiError error = catchThrowableOfType(RhaiError.class, () -> call(site, run(), 1L));
    assertThat(error.kind()).isEqualTo(ErrorKind.FUNCTION_NOT_FOUND);
  }

  private static Overload constant(String name, String result) {
    MethodHandle handle =
        MethodHandles.dropArguments(
            MethodHandles.constant(RhaiString.class, text(result)), 0, Run.class, long.class);
    return Overload.of(name, List.of(Long.class), true, false, handle);
  }

  @Test
  void function_dataLimited_resultAndReceiverAreMeasured() throws Throwable {
    RunLimits limits = new RunLimits(0, 64, 10, SiteFixture.ROUNDS, 0, 100, 100);
    Run run = run(table(), program(), limits);
    CallSite twice = function("twice", 1);
    assertThat(call(twice, run, text("abcde"))).isEqualTo(text("abcdeabcde"));
    RhaiError tooLong =
        catchThrowableOfType(RhaiError.class, () -> call(twice, run, text("abcdef")));
    assertThat(tooLong.kind()).isEqualTo(ErrorKind.DATA_TOO_LARGE);
    CallSite push = function("push", 2);
    RhaiArray array = new RhaiArray();
    call(push, run, array, 1L);
    RhaiError tooMany = catchThrowableOfType(RhaiError.class, () -> call(push, run, array, 1L));
    assertThat(tooMany.kind()).isEqualTo(ErrorKind.DATA_TOO_LARGE);
    assertThat(tooMany.line()).isEqualTo(3);
  }

  @Test
  void function_limitedRunAfterUnlimited_isMeasured() throws Throwable {
    CallSite twice = function("twice", 1);
    FunctionTable table = table();
    call(twice, run(table, program(), RunLimits.DEFAULT), text("abcdef"));
    Run limited = run(table, program(), new RunLimits(0, 64, 10, 0, 0, 100, 100));
    RhaiError error =
        catchThrowableOfType(RhaiError.class, () -> call(twice, limited, text("abcdef")));
    assertThat(error.kind()).isEqualTo(ErrorKind.DATA_TOO_LARGE);
  }

  @Test
  void function_manyThreads_allGetTheirs() throws Exception {
    CallSite site = function("twice", 1);
    FunctionTable table = table();
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int kind = t;
      threads.add(
          Thread.ofPlatform()
              .start(() -> hammer(site, run(table, program(), RunLimits.DEFAULT), kind, failures)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).isEmpty();
  }

  private static void hammer(CallSite site, Run run, int kind, List<Throwable> failures) {
    try {
      for (int i = 0; i < 2_000; i++) {
        Object[] operands = {4L, 1.5, text("ab"), true};
        Object[] results = {8L, 3.0, text("abab"), true};
        int which = (i + kind) % operands.length;
        Object result = site.dynamicInvoker().invoke(run, operands[which]);
        assertThat(result).isEqualTo(results[which]);
      }
    } catch (Throwable e) {
      failures.add(e);
    }
  }
}
