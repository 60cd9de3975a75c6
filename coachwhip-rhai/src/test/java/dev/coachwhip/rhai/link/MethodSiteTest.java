package dev.coachwhip.rhai.link;

import static dev.coachwhip.rhai.link.SiteFixture.call;
import static dev.coachwhip.rhai.link.SiteFixture.closure;
import static dev.coachwhip.rhai.link.SiteFixture.function;
import static dev.coachwhip.rhai.link.SiteFixture.method;
import static dev.coachwhip.rhai.link.SiteFixture.methodOnVariable;
import static dev.coachwhip.rhai.link.SiteFixture.program;
import static dev.coachwhip.rhai.link.SiteFixture.run;
import static dev.coachwhip.rhai.link.SiteFixture.table;
import static dev.coachwhip.rhai.link.SiteFixture.text;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.rhai.runtime.Cell;
import dev.coachwhip.rhai.runtime.ErrorKind;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.RunLimits;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import java.lang.invoke.CallSite;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MethodSiteTest {

  private static final ScriptFunction ADD =
      function("anon$add", null, List.of("k", "x"), (run, self, a) -> sum(a[0], a[1]));

  private static long sum(Object cell, Object number) {
    Object first = cell instanceof Cell shared ? shared.get() : cell;
    return (Long) first + (Long) number;
  }

  private static Run run(ScriptFunction... functions) {
    return SiteFixture.run(table(), program(functions), RunLimits.DEFAULT);
  }

  @Test
  void method_ofJava_changesInPlaceAndThroughRef() throws Throwable {
    RhaiArray array = new RhaiArray();
    call(methodOnVariable("push", 2), run(), new Ref<>(array), 7L);
    assertThat(array.size()).isEqualTo(SiteFixture.ROUNDS);
    Ref<Object> variable = new Ref<>(text("a"));
    call(methodOnVariable("shout", 1), run(), variable);
    assertThat(variable.get()).isEqualTo(text("a" + "!".repeat(SiteFixture.ROUNDS)));
    assertThat(variable.isSetByScript()).isFalse();
  }

  @Test
  void method_onConstant_onlyPureOnes() throws Throwable {
    CallSite push =
        CallSites.method(
            SiteFixture.LOOKUP,
            "m",
            SiteFixture.type(2),
            "push",
            CallSites.CONSTANT,
            SiteFixture.AT,
            Position.NONE);
    for (int i = 0; i < SiteFixture.ROUNDS; i++) {
      RhaiError error =
          catchThrowableOfType(RhaiError.class, () -> call(push, run(), new RhaiArray(), 1L));
      assertThat(error.kind()).isEqualTo(ErrorKind.NON_PURE_METHOD_CALL_ON_CONSTANT);
      assertThat(error.column()).isEqualTo(7);
    }
  }

  @Test
  void method_onConstantRef_onlyPureOnes() throws Throwable {
    CallSite push = methodOnVariable("push", 2);
    call(push, run(), new Ref<>(new RhaiArray()), 1L);
    Ref<Object> constant = new Ref<>(new RhaiArray(), true);
    RhaiError error = catchThrowableOfType(RhaiError.class, () -> call(push, run(), constant, 1L));
    assertThat(error.kind()).isEqualTo(ErrorKind.NON_PURE_METHOD_CALL_ON_CONSTANT);
    assertThat(call(methodOnVariable("twice", 1), run(), new Ref<>(1L, true))).isEqualTo(2L);
  }

  @Test
  void method_ofScript_getsThisAndMayReplaceIt() throws Throwable {
    ScriptFunction add =
        function(
            "add",
            null,
            List.of("n"),
            (run, self, a) -> {
              requireNonNull(self).set((Long) self.get() + (Long) a[0]);
              return self.get();
            });
    Ref<Object> variable = new Ref<>(1L);
    assertThat(call(methodOnVariable("add", 2), run(add), variable, 10L))
        .isEqualTo(1 + 10L * SiteFixture.ROUNDS);
    assertThat(variable.isSetByScript()).isTrue();
    assertThat(call(method("add", 2), run(add), 5L, 2L)).isEqualTo(7L);
  }

  @Test
  void method_typed_comesBeforeUntypedAndJava() throws Throwable {
    ScriptFunction any = function("twice", null, List.of(), (run, self, a) -> text("any"));
    ScriptFunction ints = function("twice", "i64", List.of(), (run, self, a) -> text("int"));
    CallSite site = method("twice", 1);
    Run run = run(any, ints);
    assertThat(call(site, run, 1L)).isEqualTo(text("int"));
    assertThat(call(site, run, 1.0)).isEqualTo(text("any"));
    assertThat(call(site, run(), 1L)).isEqualTo(2L); // another program
    assertThat(call(site, run, 1L)).isEqualTo(text("int"));
  }

  @Test
  void method_ofScriptFails_errorIsWrapped() {
    ScriptFunction bad =
        function(
            "bad",
            null,
            List.of(),
            (run, self, a) -> {
              throw RhaiError.runtime("x").withPosition(1, 2);
            });
    CallSite site = method("bad", 1);
    Run run = run(bad);
    for (int i = 0; i < SiteFixture.ROUNDS; i++) {
      RhaiError error = catchThrowableOfType(RhaiError.class, () -> call(site, run, 1L));
      assertThat(error.message())
          .isEqualTo(
              "Runtime error: x (line 1, position 2)\n"
                  + "in call to function 'bad' (line 3, position 7)");
    }
  }

  @Test
  void method_pointerInProperty_comesFirstAndIsBound() throws Throwable {
    ScriptFunction count =
        function(
            "anon$count",
            null,
            List.of("n"),
            (run, self, a) -> {
              RhaiMap map = (RhaiMap) requireNonNull(self).get();
              map.put("total", sum(requireNonNull(map.get("total")), a[0]));
              return requireNonNull(map.get("total"));
            });
    CallSite site = methodOnVariable("len", 2);
    RhaiMap map = new RhaiMap();
    map.put("total", 0L);
    map.put("len", closure(count));
    assertThat(call(site, run(), new Ref<>(map), 3L)).isEqualTo(3L * SiteFixture.ROUNDS);
    RhaiMap other = new RhaiMap();
    other.put("len", closure(ADD, new Cell(100L)));
    assertThat(call(site, run(), new Ref<>(other), 1L)).isEqualTo(101L);
  }

  @Test
  void method_mapGetsFunctionLater_isFound() throws Throwable {
    CallSite site = method("len", 1);
    RhaiMap map = new RhaiMap();
    map.put("a", 1L);
    assertThat(call(site, run(), map)).isEqualTo(1L);
    map.put("len", closure(function("anon$1", null, List.of(), (run, self, a) -> text("mine"))));
    assertThat(call(site, run(), map)).isEqualTo(text("mine"));
    map.put("len", 5L);
    assertThat(call(site, run(), map)).isEqualTo(2L);
  }

  @Test
  void call_closure_capturedFirst() throws Throwable {
    CallSite site = method("call", 2);
    Cell cell = new Cell(1L);
    FunctionPointer pointer = closure(ADD, cell);
    assertThat(call(site, run(), pointer, 5L)).isEqualTo(6L);
    cell.set(10L);
    assertThat(call(site, run(), pointer, 5L)).isEqualTo(15L);
    assertThat(call(site, run(), closure(ADD, new Cell(0L)), 5L)).isEqualTo(5L);
  }

  @Test
  void call_curriedToTheSameFunction_isToldApart() throws Throwable {
    CallSite one = method("call", 2);
    CallSite none = method("call", 1);
    FunctionPointer pointer = closure(ADD, 1L);
    assertThat(call(one, run(), pointer, 2L)).isEqualTo(3L);
    assertThat(call(none, run(), pointer.curry(5L))).isEqualTo(6L);
    RhaiError error =
        catchThrowableOfType(RhaiError.class, () -> call(one, run(), pointer.curry(5L), 2L));
    assertThat(error.kind()).isEqualTo(ErrorKind.FUNCTION_NOT_FOUND);
  }

  @Test
  void call_byName_findsScriptAndJava() throws Throwable {
    CallSite site = method("call", 2);
    assertThat(call(site, run(), FunctionPointer.named("twice"), 4L)).isEqualTo(8L);
    ScriptFunction own = function("twice", null, List.of("x"), (run, self, a) -> text("own"));
    assertThat(call(site, run(own), FunctionPointer.named("twice"), 4L)).isEqualTo(text("own"));
  }

  @Test
  void call_onObject_bindsThis() throws Throwable {
    ScriptFunction self =
        function("anon$2", null, List.of(), (run, me, a) -> requireNonNull(me).get());
    assertThat(call(method("call", 2), run(), 9L, closure(self))).isEqualTo(9L);
  }

  @Test
  void call_noPointer_mismatchAtArgument() {
    RhaiError error =
        catchThrowableOfType(RhaiError.class, () -> call(method("call", 2), run(), 9L, 1L));
    assertThat(error.kind()).isEqualTo(ErrorKind.MISMATCH_DATA_TYPE);
    assertThat(error.column()).isEqualTo(12);
    RhaiError none =
        catchThrowableOfType(RhaiError.class, () -> call(method("call", 1), run(), 9L));
    assertThat(none.column()).isEqualTo(7);
  }

  @Test
  void keywords_asMethods() throws Throwable {
    assertThat(call(method("type_of", 1), run(), 1.5)).isEqualTo(text("f64"));
    FunctionPointer curried = (FunctionPointer) call(method("curry", 2), run(), closure(ADD), 40L);
    assertThat(call(method("call", 2), run(), curried, 2L)).isEqualTo(42L);
    assertThat(call(method("is_def_fn", 2), run(ADD), text("anon$add"), 2L)).isEqualTo(true);
  }
}
