package dev.coachwhip.rhai.runtime;

import static dev.coachwhip.rhai.runtime.Samples.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.CharBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionTableTest {

  private final Run run = Samples.run();

  private Object call(String name, Object... arguments) {
    return run.functions().call(name, run, arguments, 2, 5);
  }

  @Test
  void call_byEitherName_findsTheFunction() {
    assertThat(call("twice", 4L)).isEqualTo(8L);
    assertThat(call("double_it", 4L)).isEqualTo(8L);
  }

  @Test
  void call_withExactTypes_comesBeforeAnyType() {
    assertThat(call("describe", 1L)).isEqualTo(string("number"));
    assertThat(call("describe", 1.0)).isEqualTo(string("any"));
  }

  @Test
  void call_ambiguous_triesAnyTypeFromTheRight() {
    assertThat(call("pair", 1L, 1L)).isEqualTo(string("number, any"));
    assertThat(call("pair", 1.0, 1L)).isEqualTo(string("any, number"));
    assertThatThrownBy(() -> call("pair", 1.0, 1.0))
        .hasMessage("Function not found: pair (f64, f64) (line 2, position 5)");
  }

  @Test
  void call_changingItsReceiver_reachesIt() {
    RhaiArray array = new RhaiArray();
    assertThat(call("push", array, 1L)).isEqualTo(Unit.UNIT);
    assertThat(array).hasToString("[1]");
    Ref<Object> text = new Ref<>(string("abc"));
    call("make_upper", text);
    assertThat(text.get()).isEqualTo(string("ABC"));
    Ref<Object> tagged = new Ref<>(Tagged.of(string("abc"), 7));
    call("make_upper", tagged);
    assertThat(tagged.get()).isEqualTo(Tagged.of(string("ABC"), 7));
  }

  @Test
  void callOnConstant_notPure_fails() {
    Object[] arguments = {new RhaiArray(), 1L};
    assertThatThrownBy(() -> run.functions().callOnConstant("push", run, arguments, 2, 5))
        .hasMessage("Non-pure method 'push' cannot be called on constant (line 2, position 5)");
    assertThat(run.functions().callOnConstant("twice", run, new Object[] {1L}, 2, 5)).isEqualTo(2L);
  }

  @Test
  void call_failing_hasThePositionOfTheCall() {
    assertThatThrownBy(() -> call("fail", 1L)).hasMessage("failed (line 2, position 5)");
  }

  @Test
  void find_ofHostFunction_comesFirst() throws ReflectiveOperationException {
    MethodHandle negate =
        MethodHandles.lookup()
            .findStatic(Math.class, "abs", MethodType.methodType(long.class, long.class));
    Overload own =
        Overload.of(
            "twice",
            List.of(Long.class),
            true,
            false,
            MethodHandles.dropArguments(negate, 0, Run.class));
    FunctionIndex standard =
        FunctionIndex.of(MethodHandles.lookup(), List.of(Samples.Functions.class));
    FunctionTable table =
        new FunctionTable(FunctionIndex.of(List.of(own)), List.of(), () -> standard);
    assertThat(table.find("twice", Long.class)).isSameAs(own);
    assertThat(own.invoke(run, new Object[] {-3L})).isEqualTo(3L);
  }

  @Test
  void typeName_ofHostType_isTheNearestOne() {
    HostType any = new HostType(CharSequence.class, "Text", null);
    HostType buffer = new HostType(CharBuffer.class, "Buffer", null);
    FunctionTable table =
        new FunctionTable(FunctionIndex.EMPTY, List.of(any, buffer), () -> FunctionIndex.EMPTY);
    assertThat(table.typeName(CharBuffer.allocate(1))).isEqualTo("Buffer");
    assertThat(table.typeName("text")).isEqualTo("Text");
    assertThat(table.typeName(5L)).isEqualTo("i64");
    assertThat(table.typeName(new java.util.concurrent.atomic.AtomicInteger()))
        .isEqualTo("AtomicInteger");
  }

  @Test
  void find_ofSubclass_isTheOverloadOfTheNearestClass() {
    MethodHandle any =
        MethodHandles.dropArguments(
            MethodHandles.constant(String.class, "x"), 0, Run.class, Object.class);
    Overload number = Overload.of("f", List.of(Number.class), true, false, any);
    Overload integer = Overload.of("f", List.of(Integer.class), true, false, any);
    Overload comparable = Overload.of("g", List.of(Comparable.class), true, false, any);
    FunctionIndex host = FunctionIndex.of(List.of(integer, number, comparable));
    FunctionTable table = new FunctionTable(host, List.of(), () -> FunctionIndex.EMPTY);
    assertThat(table.find("f", Integer.class)).isSameAs(integer);
    assertThat(table.find("f", Short.class)).isSameAs(number);
    assertThat(table.find("g", Short.class)).isSameAs(comparable);
    assertThat(table.find("f", String.class)).isNull();
  }
}
