package dev.coachwhip.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors that are written and read with Java's own serialisation lose nothing. */
@Timeout(10)
class SerializedErrorTest {

  private static final SourceLocation PLACE =
      new SourceLocation("a.py", 2, 3, 4, 5, Optional.of("f(\u00e4,"), Optional.of("  b)"));

  private static ErrorDetails details() {
    SourceLocation java = SourceLocation.ofLine("Stage.java", 42, Optional.empty());
    return ErrorDetails.of("python", "it broke")
        .at(PLACE)
        .withFrames(
            List.of(
                new ScriptFrame(ScriptFrame.JAVA, "com.acme.Stage.move", java),
                new ScriptFrame("python", "f", PLACE)))
        .withNotes(List.of("note"))
        .withTraceback(() -> "Traceback")
        .causedBy(new IOException("disk"));
  }

  static Stream<ScriptException> errors() {
    return Stream.of(
        new ScriptSyntaxException(details()),
        new ScriptRuntimeException("E", OptionalInt.of(3), details()),
        new VariableNotFoundException("x", details()),
        new TypeConversionException("int", "str", details()),
        new FunctionRegistrationException(details()),
        new FunctionBindingException(List.of("no f"), details()),
        new LimitExceededException("wallTime", "1 s", details()),
        new ScriptCancelledException(details()),
        new PolicyViolationException("socket", details()),
        new BackendException(details()));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void serialised_anyError_isTheSame(ScriptException error) throws Exception {
    error.addSuppressed(new ScriptRuntimeException("Part", details()));
    ScriptException read = copy(error);
    assertThat(read).isExactlyInstanceOf(error.getClass());
    assertThat(read.report()).isEqualTo(error.report());
    assertThat(read.location()).isEqualTo(error.location());
    assertThat(read.frames()).isEqualTo(error.frames());
    assertThat(read.notes()).isEqualTo(error.notes());
    assertThat(read.traceback()).isEqualTo("Traceback");
    assertThat(read.backendName()).isEqualTo("python");
    assertThat(read.getCause()).isInstanceOf(IOException.class).hasMessage("disk");
  }

  @Test
  void serialised_particulars_areKept() throws Exception {
    ScriptRuntimeException exit = new ScriptRuntimeException("E", OptionalInt.of(3), details());
    assertThat(copy(exit).exitCode()).hasValue(3);
    assertThat(copy(new ScriptRuntimeException("E", details())).exitCode()).isEmpty();
    assertThat(copy(new FunctionBindingException(List.of("no f"), details())).problems())
        .containsExactly("no f");
  }

  @Test
  void serialised_messageOnly_hasNoPlaceAndReportsItself() throws Exception {
    ScriptException read = copy(new BackendException(ErrorDetails.of("toy", "gone")));
    assertThat(read.location()).isEmpty();
    assertThat(read.traceback()).isEqualTo("gone");
  }

  @SuppressWarnings("unchecked")
  private static <T> T copy(T object) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }
}
