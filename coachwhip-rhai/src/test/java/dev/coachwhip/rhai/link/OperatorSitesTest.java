package dev.coachwhip.rhai.link;

import static dev.coachwhip.rhai.link.SiteFixture.call;
import static dev.coachwhip.rhai.link.SiteFixture.run;
import static dev.coachwhip.rhai.link.SiteFixture.text;
import static dev.coachwhip.rhai.link.SiteFixture.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.runtime.Operators;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Unit;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodType;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OperatorSitesTest {

  private static final Run RUN = run();
  private static final List<Object> VALUES =
      List.of(
          7L,
          -3L,
          0L,
          Long.MIN_VALUE,
          2.5,
          -0.0,
          Double.NaN,
          true,
          text("ab"),
          text(""),
          RhaiCharacter.of('a'),
          Unit.UNIT);

  private static CallSite binary(String operator) {
    return CallSites.binary(SiteFixture.LOOKUP, "b", type(2), operator, SiteFixture.AT);
  }

  private static CallSite assign(String operator) {
    return CallSites.assign(SiteFixture.LOOKUP, "a", type(2), operator, SiteFixture.AT);
  }

  /** A result or the message of an error. */
  private interface Attempt {
    Object run() throws Throwable;
  }

  private static Object outcome(Attempt attempt) {
    try {
      return attempt.run();
    } catch (RhaiError e) {
      return e.message();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void binary_allOperatorsAndTypes_asTheGeneralWay() {
    for (BinaryOperator operator : BinaryOperator.values()) {
      for (Object left : VALUES) {
        CallSite site = binary(operator.symbol());
        for (Object right : VALUES) {
          Object expected = outcome(() -> Operators.binary(operator, left, right, RUN, 3, 7));
          for (int i = 0; i < SiteFixture.ROUNDS; i++) {
            assertThat(outcome(() -> call(site, RUN, left, right)))
                .as("%s %s %s", left, operator.symbol(), right)
                .isEqualTo(expected);
          }
        }
      }
    }
  }

  @Test
  void assign_allOperatorsAndTypes_asTheGeneralWay() {
    for (BinaryOperator operator : BinaryOperator.values()) {
      if (operator.compareTo(BinaryOperator.EQUAL) >= 0) {
        continue;
      }
      for (Object left : VALUES) {
        CallSite site = assign(operator.symbol());
        for (Object right : VALUES) {
          Object expected = outcome(() -> Operators.assign(operator, left, right, RUN, 3, 7));
          for (int i = 0; i < SiteFixture.ROUNDS; i++) {
            assertThat(outcome(() -> call(site, RUN, left, right)))
                .as("%s %s= %s", left, operator.symbol(), right)
                .isEqualTo(expected);
          }
        }
      }
    }
  }

  @Test
  void binary_builtInError_noPosition() {
    RhaiError error = catchThrowableOfType(RhaiError.class, () -> call(binary("/"), RUN, 1L, 0L));
    assertThat(error.message()).isEqualTo("Division by zero: 1 / 0");
  }

  @Test
  void assign_error_hasPosition() {
    CallSite site = assign("+");
    for (int i = 0; i < SiteFixture.ROUNDS; i++) {
      RhaiError error =
          catchThrowableOfType(RhaiError.class, () -> call(site, RUN, Long.MAX_VALUE, 1L));
      assertThat(error.line()).isEqualTo(3);
      assertThat(error.column()).isEqualTo(7);
    }
  }

  @Test
  void assign_array_appendsInPlace() throws Throwable {
    RhaiArray array = new RhaiArray();
    assertThat(call(assign("+"), RUN, array, 1L)).isSameAs(array);
    assertThat(array.size()).isEqualTo(SiteFixture.ROUNDS);
  }

  @Test
  void binary_primitiveTypes() throws Throwable {
    MethodType type = MethodType.methodType(boolean.class, Run.class, Object.class, long.class);
    CallSite site = CallSites.binary(SiteFixture.LOOKUP, "b", type, "<", SiteFixture.AT);
    for (int i = 0; i < SiteFixture.ROUNDS; i++) {
      assertThat((boolean) site.dynamicInvoker().invokeExact(RUN, (Object) 1L, 2L)).isTrue();
      assertThat((boolean) site.dynamicInvoker().invokeExact(RUN, (Object) 2.5, 2L)).isFalse();
      assertThat((boolean) site.dynamicInvoker().invokeExact(RUN, (Object) text("a"), 2L))
          .isFalse();
    }
  }

  @Test
  void binary_slowOperators_hostFunctionsComeFirst() throws Throwable {
    CallSite site = binary("+");
    assertThat(call(site, RUN, text("a"), text("b"))).isEqualTo(text("ab"));
    Run slow = run().withFastOperators(false);
    // The fixture's own `+` of strings, which is no part of the built-in ones, gives the same.
    assertThat(call(site, slow, text("a"), text("b"))).isEqualTo(text("ab"));
    RhaiError error = catchThrowableOfType(RhaiError.class, () -> call(binary("/"), slow, 1L, 0L));
    assertThat(error.line()).isEqualTo(3);
  }
}
