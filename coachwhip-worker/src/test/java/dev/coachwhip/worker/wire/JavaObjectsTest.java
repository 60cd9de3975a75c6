package dev.coachwhip.worker.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.DescribedFunction;
import dev.coachwhip.Exposed;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptSignature;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.spi.StridedArray;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JavaObjectsTest {

  private final Loopback loopback = new Loopback();

  @AfterEach
  void close() {
    loopback.close();
  }

  private Object sent(Object object) {
    return Objects.requireNonNull(loopback.javaToWorker(object));
  }

  static Stream<Object> same() {
    return Stream.of(
        1,
        (short) -2,
        (byte) 3,
        1.5f,
        'ä',
        "text",
        List.of(1, 2L, "x", List.of()),
        Set.of("a"),
        Map.of("key", 1, 2, List.of(3)),
        new double[] {1, 2.5},
        new float[] {1},
        new long[] {Long.MIN_VALUE},
        new int[] {},
        new short[] {-1},
        new boolean[] {true, false},
        new byte[] {1, 2},
        new Object[] {1, "two", null},
        new String[][] {{"a"}, {}});
  }

  @ParameterizedTest
  @MethodSource("same")
  void object_thatTheWorkerHasToo_isEqualThere(Object object) {
    Object read = sent(object);

    assertThat(read)
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .ignoringCollectionOrder()
        .isEqualTo(
            object instanceof String[][]
                ? new Object[] {new Object[] {"a"}, new Object[] {}}
                : like(object, read));
  }

  /** Containers are equal whatever their classes. */
  private static Object like(Object object, Object read) {
    boolean isContainer = object instanceof List || object instanceof Set || object instanceof Map;
    if (isContainer) {
      assertThat(read).isEqualTo(object);
      return read;
    }
    return object;
  }

  @Test
  void optional_isWhatIsInIt() {
    assertThat(loopback.javaToWorker(Optional.empty())).isNull();
    assertThat(sent(Optional.of(List.of("x")))).isEqualTo(List.of("x"));
    assertThat(sent(OptionalInt.of(3))).isEqualTo(3);
    assertThat(sent(java.nio.CharBuffer.wrap("text"))).isEqualTo("text");
  }

  private record Point(double x, @Nullable Object next) {}

  @Test
  void record_becomesOneOfTheSameNameAndComponents() throws ReflectiveOperationException {
    Object read = sent(new Point(1.5, new Point(2, null)));

    assertThat(read).isInstanceOf(Record.class);
    assertThat(read.getClass().getSimpleName()).isEqualTo("Point");
    RecordComponent[] components = read.getClass().getRecordComponents();
    assertThat(components).extracting(RecordComponent::getName).containsExactly("x", "next");
    assertThat(components[0].getAccessor().invoke(read)).isEqualTo(1.5);
    Object next = Objects.requireNonNull(components[1].getAccessor().invoke(read));
    assertThat(next).hasSameClassAs(read);
    assertThat(read).isNotEqualTo(next).hasToString("Point");
    assertThat(new LinkedHashSet<>(List.of(read, next))).hasSize(2);
  }

  private record Empty() {}

  @Test
  void record_withoutComponents_isMade() {
    assertThat(sent(new Empty()).getClass().getRecordComponents()).isEmpty();
  }

  private enum Axis {
    X,
    Y {
      @Override
      public String toString() {
        return "the other";
      }
    }
  }

  @Test
  void enumConstant_becomesOneOfAnEnumLikeIt() {
    Object read = sent(List.of(Axis.Y, Axis.X));

    Enum<?> y = (Enum<?>) ((List<?>) read).getFirst();
    Enum<?> x = (Enum<?>) ((List<?>) read).getLast();
    assertThat(y.name()).isEqualTo("Y");
    assertThat(y.getDeclaringClass()).isSameAs(x.getDeclaringClass());
    assertThat(y.getDeclaringClass().getSimpleName()).isEqualTo("Axis");
    assertThat(List.of((Object[]) y.getDeclaringClass().getEnumConstants())).containsExactly(x, y);
    assertThat(sent(Axis.Y)).isSameAs(y);
  }

  @Test
  void function_isAReference_withItsDescription() throws Exception {
    HostFunction plain = _ -> 1;
    DescribedFunction described =
        HostFunction.described("Moves.")
            .positional("axis")
            .parameter("to", 1.5)
            .named("speed", null)
            .furtherNamed("more")
            .body(_ -> null);

    assertThat(sent(plain)).isInstanceOf(FakeObjects.RemoteFunction.class);
    DescribedFunction read = (DescribedFunction) sent(described);
    assertThat(read.documentation()).isEqualTo("Moves.");
    assertThat(read.parameters()).isEqualTo(described.parameters());
    assertThat(read.parameters().get(1).kind())
        .isEqualTo(ScriptSignature.Kind.POSITIONAL_OR_KEYWORD);
    FakeObjects.RemoteFunction target = (FakeObjects.RemoteFunction) read.body();
    assertThat(loopback.hostObjects.exported(target.number())).isSameAs(described);
  }

  @Test
  void describedFunction_inTheWorker_handsArgumentsOnAsTheyAre() throws Exception {
    DescribedFunction described = HostFunction.described("").parameter("to").body(_ -> null);
    DescribedFunction read = (DescribedFunction) sent(described);
    dev.coachwhip.Arguments none =
        dev.coachwhip.Arguments.of("f", new dev.coachwhip.ScriptValue[0], Map.of());

    assertThat(read.bind(none)).isSameAs(none);
    assertThat(read.call(none)).isInstanceOf(Long.class);
  }

  @Test
  void functionalObject_hasTheParametersOfItsMethod() {
    DescribedFunction read = (DescribedFunction) sent((IntBinaryOperator) Integer::sum);

    assertThat(read.parameters()).hasSize(2);
  }

  @Test
  void objectsThatAreAskedLater_areOfTheirKind() {
    assertThat(sent(List.of(1).iterator())).isInstanceOf(Iterator.class);
    assertThat(sent((Iterable<Integer>) () -> List.of(1).iterator())).isInstanceOf(Iterable.class);
    assertThat(sent(new CompletableFuture<>())).isInstanceOf(CompletionStage.class);
    try (SubmissionPublisher<String> publisher = new SubmissionPublisher<>()) {
      assertThat(sent(publisher)).isInstanceOf(Flow.Publisher.class);
    }
    Stream<?> stream = (Stream<?>) sent(Stream.of("a"));
    assertThat(stream.count()).isEqualTo(2);
  }

  @Test
  void memory_isAnArrayOfItsType() {
    ByteBuffer buffer = ByteBuffer.allocate(16).order(ByteOrder.BIG_ENDIAN);
    buffer.putInt(4, 258).position(4).limit(12);

    StridedArray ints = (StridedArray) sent(buffer.asIntBuffer());
    StridedArray bytes = (StridedArray) sent(MemorySegment.ofArray(new byte[] {7, 8}));
    StridedArray matrix = (StridedArray) sent(new int[][] {{1, 2}, {3, 4}, {5, 6}});

    assertThat(ints.toIntArray()).containsExactly(258, 0);
    assertThat(ints.order()).isEqualTo(ByteOrder.BIG_ENDIAN);
    assertThat(bytes.dtype()).isEqualTo("uint8");
    assertThat(bytes.toBytes()).containsExactly(7, 8);
    assertThat(matrix.shape()).containsExactly(3, 2);
    assertThat(matrix.getLong(2, 0)).isEqualTo(5);
  }

  @Test
  void object_withoutCounterpart_isRefusedWithItsPlace() {
    Object rows = Map.of("rows", Arrays.asList(1, new Thread()));

    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> loopback.javaToWorker(rows))
        .withMessage(
            "cannot convert java.lang.Thread (map its class with a TypeMapping) to a Python value at"
                + " value[\"rows\"][1]");
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> loopback.javaToWorker(new Point(1, new Thread())))
        .withMessageEndingWith("to a Python value at value.next");
  }

  @Test
  void exposedObject_isRefused() {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> loopback.javaToWorker(List.of(Exposed.live(List.of()))))
        .withMessage(
            "cannot convert an exposed object (the process of a worker cannot see it) to a Python"
                + " value at value[0]");
  }

  private enum Operation implements IntBinaryOperator {
    PLUS;

    @Override
    public int applyAsInt(int left, int right) {
      return left + right;
    }
  }

  @Test
  void enumConstant_thatIsAFunctionToo_isAConstant() {
    assertThat(sent(Operation.PLUS)).isInstanceOf(Enum.class).hasToString("PLUS");
  }

  @Test
  void record_fromAWorker_isNoMessage() {
    WireWriter out = new WireWriter();
    loopback.host.writeJava(out, new Empty());

    assertThatExceptionOfType(WireFormatException.class)
        .isThrownBy(() -> loopback.host.readJava(new WireReader(out.toBuffer())));
  }
}
