package dev.coachwhip.worker.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coachwhip.HostArgumentException;
import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.FunctionBindingException;
import dev.coachwhip.error.FunctionRegistrationException;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.PolicyViolationException;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptFrame;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.ScriptSyntaxException;
import dev.coachwhip.error.SourceLocation;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.error.VariableNotFoundException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorRoundTripTest {

  private final Loopback loopback = new Loopback();

  @AfterEach
  void close() {
    loopback.close();
  }

  private static ErrorDetails details() {
    SourceLocation inner = new SourceLocation("fit.py", 3, 5, 3, 9, Optional.of("    x / 0  # é"));
    SourceLocation outer =
        new SourceLocation("fit.py", 9, 1, 10, 6, Optional.of("f("), Optional.of("  1)"));
    return ErrorDetails.of("python", "division by zero")
        .at(inner)
        .withFrames(
            List.of(
                new ScriptFrame("python", "f", inner),
                new ScriptFrame("python", "<module>", outer)))
        .withNotes(List.of("a note", ""))
        .withTraceback(() -> "Traceback (most recent call last): ...")
        .causedBy(new ScriptRuntimeException("KeyError", ErrorDetails.of("python", "'a'")));
  }

  static Stream<ScriptException> family() {
    return Stream.of(
        new ScriptRuntimeException("ZeroDivisionError", details()),
        new ScriptRuntimeException("SystemExit", OptionalInt.of(3), details()),
        new ScriptSyntaxException(details()),
        new VariableNotFoundException("x", details()),
        new TypeConversionException("long", "float 1.5", details()),
        new FunctionRegistrationException(details()),
        new FunctionBindingException(List.of("no move", "no stop"), details()),
        new LimitExceededException("wallTime", "1 s", details()),
        new ScriptCancelledException(details()),
        new PolicyViolationException("open('/etc')", details()),
        new BackendException(details()));
  }

  @ParameterizedTest
  @MethodSource("family")
  void scriptException_keepsAllThatItSays(ScriptException error) {
    error.addSuppressed(
        new ScriptRuntimeException("ValueError", ErrorDetails.of("python", "part")));

    Throwable read = loopback.errorToHost(error);

    assertThat(read)
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .ignoringFields("details.traceback", "cause.details.traceback", "stackTrace")
        .ignoringFieldsMatchingRegexes(".*stackTrace.*", ".*suppressedExceptions.*")
        .isEqualTo(error);
    assertThat(((ScriptException) read).traceback()).isEqualTo(error.traceback());
    assertThat(((ScriptException) read).report()).isEqualTo(error.report());
    assertThat(read.getSuppressed()).hasSize(1);
  }

  @Test
  void scriptException_withoutTraceback_printsItsReport() {
    ScriptException error =
        new ScriptRuntimeException("ValueError", ErrorDetails.of("python", "bad"));

    ScriptException read = (ScriptException) loopback.errorToHost(error);

    assertThat(read.traceback()).isEqualTo(error.traceback());
  }

  @Test
  void hostException_comesHomeAsTheSameObject() {
    Exception thrown = new IOException("no device");

    Throwable there = loopback.errorToWorker(thrown);
    Throwable home =
        loopback.errorToHost(
            new ScriptRuntimeException(
                "JavaError", ErrorDetails.of("python", "failed").causedBy(there)));

    assertThat(there).isExactlyInstanceOf(IOException.class).hasMessage("no device");
    assertThat(home.getCause()).isSameAs(thrown);
    assertThat(loopback.errorToHost(there)).isSameAs(thrown);
  }

  @Test
  void workersException_thatTheHostLetsThrough_isTheSameObjectThere() {
    ScriptException error =
        new ScriptRuntimeException("ValueError", ErrorDetails.of("python", "bad"));

    Throwable inHost = loopback.errorToHost(error);

    assertThat(loopback.errorToWorker(inHost)).isSameAs(error);
    assertThat(loopback.errorToWorker(new IllegalStateException(inHost)).getCause())
        .isSameAs(error);
  }

  @Test
  void sameException_twice_isOneStandIn() {
    Exception thrown = new IOException("x");

    assertThat(loopback.errorToWorker(thrown)).isSameAs(loopback.errorToWorker(thrown));
  }

  /** A class that a worker does not have. */
  public static class DeviceException extends IOException {
    private static final long serialVersionUID = 1L;

    DeviceException(int axis) {
      super("axis " + axis);
    }
  }

  /** One that extends it. */
  public static final class StageException extends DeviceException {
    private static final long serialVersionUID = 1L;

    StageException() {
      super(3);
    }

    @Override
    public String getMessage() {
      return "stuck: " + super.getMessage();
    }
  }

  @Test
  void exception_ofAClassOfTheHost_hasTheNamesOfItsClassesInTheWorker() {
    // The classes of this test are loaded by the name prefix that is ours; so as another's:
    Throwable made =
        ThrowableClasses.make(
            List.of("com.acme.StageException", "com.acme.DeviceException", "java.io.IOException"),
            "stuck",
            "com.acme.StageException: stuck",
            null,
            true);

    assertThat(made).isInstanceOf(IOException.class).hasMessage("stuck");
    assertThat(made.getClass().getName()).isEqualTo("com.acme.StageException");
    assertThat(made.getClass().getSuperclass().getName()).isEqualTo("com.acme.DeviceException");
    assertThat(made).hasToString("com.acme.StageException: stuck");
  }

  @Test
  void exception_ofAClassThatTheHostLacks_isTheNearestOfTheJdk() {
    Throwable made =
        ThrowableClasses.make(
            List.of("com.acme.Odd", "java.lang.IllegalStateException"), "m", "Odd: m", null, false);

    assertThat(made).isExactlyInstanceOf(IllegalStateException.class).hasMessage("Odd: m");
  }

  @Test
  void exceptionsOfTheJdk_areOfTheirClass() {
    Stream.of(
            new IllegalStateException("closed"),
            new NullPointerException(),
            new UnsupportedOperationException("no"),
            new IllegalArgumentException("which"),
            new HostArgumentException("f() needs 1"),
            new NoSuchElementException("e"),
            new InterruptedException("i"),
            new FileNotFoundException("f"),
            new AssertionError("a"),
            new StackOverflowError(),
            new UncheckedIOException("u", new IOException("cause")))
        .forEach(this::comesOutAsItsClass);
  }

  private void comesOutAsItsClass(Throwable error) {
    Throwable read = loopback.errorToHost(error);
    assertThat(read).isExactlyInstanceOf(error.getClass());
    assertThat(read.getMessage()).isEqualTo(error.getMessage());
    assertThat(read.getStackTrace())
        .extracting(StackTraceElement::getClassName, StackTraceElement::getLineNumber)
        .isEqualTo(
            java.util.Arrays.stream(error.getStackTrace())
                .map(frame -> tuple(frame.getClassName(), frame.getLineNumber()))
                .toList());
    if (error.getCause() != null) {
      assertThat(read.getCause()).hasSameClassAs(error.getCause());
    }
  }

  @Test
  void causes_inACircle_areCut() {
    Exception first = new Exception("first");
    Exception second = new Exception("second", first);
    Throwable _ = first.initCause(second);

    Throwable read = loopback.errorToWorker(first);

    assertThat(read.getCause()).hasMessage("second");
    assertThat(java.util.Objects.requireNonNull(read.getCause()).getCause()).isNull();
  }

  @Test
  void causes_inALongChain_endSomewhere() {
    Exception error = new Exception("innermost");
    for (int i = 0; i < 10_000; i++) {
      error = new Exception("around", error);
    }

    int causes = 0;
    for (Throwable each = loopback.errorToWorker(error); each != null; each = each.getCause()) {
      causes++;
    }

    assertThat(causes).isBetween(50, 200);
  }

  @Test
  void exception_whoseOwnCodeFails_crosses() {
    Exception broken =
        new Exception("x") {
          @Override
          public String getMessage() {
            throw new IllegalStateException("broken");
          }
        };

    assertThat(loopback.errorToWorker(broken)).isInstanceOf(Exception.class);
  }
}
