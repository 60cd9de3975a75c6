package dev.coachwhip.benchmarks;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.stream.StreamSupport;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** GraalPy, community edition. Interprets unless the JDK has the Graal compiler. */
public final class GraalPyContender implements Contender {

  private static final String PYTHON = "python";
  private static final TypeLiteral<List<Double>> LIST = new TypeLiteral<>() {};
  private static final TypeLiteral<Map<String, Long>> MAP = new TypeLiteral<>() {};

  private @Nullable Context context;
  private @Nullable Value globals;

  /** Made by {@link java.util.ServiceLoader}; does no work. */
  public GraalPyContender() {}

  @Override
  public String name() {
    return "graalpy";
  }

  @Override
  public void open() {
    context =
        Context.newBuilder(PYTHON)
            .allowAllAccess(true)
            .option("engine.WarnInterpreterOnly", "false")
            .build();
    globals = context.getBindings(PYTHON);
  }

  @Override
  public void run(String text) {
    context().eval(PYTHON, text);
  }

  @Override
  public LongSupplier script(String text) {
    Value script = context().parse(PYTHON, text);
    Value globals = globals();
    return () -> {
      script.executeVoid();
      return globals.getMember("result").asLong();
    };
  }

  @Override
  public LongUnaryOperator function(String name) {
    Value function = globals().getMember(name);
    return argument -> function.execute(argument).asLong();
  }

  @Override
  public void register(String name, LongUnaryOperator function) {
    ProxyExecutable callable = arguments -> function.applyAsLong(arguments[0].asLong());
    globals().putMember(name, callable);
  }

  @Override
  public void register(String name, LongBinaryOperator function) {
    ProxyExecutable callable =
        arguments -> function.applyAsLong(arguments[0].asLong(), arguments[1].asLong());
    globals().putMember(name, callable);
  }

  @Override
  public void setLong(String name, long value) {
    globals().putMember(name, value);
  }

  @Override
  public long getLong(String name) {
    return globals().getMember(name).asLong();
  }

  @Override
  public void setText(String name, String value) {
    globals().putMember(name, value);
  }

  @Override
  public String getText(String name) {
    return globals().getMember(name).asString();
  }

  @Override
  public double[] getDoubles(String name) {
    return globals().getMember(name).as(double[].class);
  }

  @Override
  public List<Double> getList(String name) {
    return new ArrayList<>(globals().getMember(name).as(LIST));
  }

  @Override
  public Map<String, Long> getMap(String name) {
    return new LinkedHashMap<>(globals().getMember(name).as(MAP));
  }

  @Override
  public void makeFloats(String name, int length) {
    run("import array\n%s = array.array('d', [0.0]) * %d".formatted(name, length));
  }

  @Override
  public double firstFloat(String name) {
    return globals().getMember(name).readBufferDouble(ByteOrder.nativeOrder(), 0);
  }

  @Override
  public Runnable sharing(String name, int length) {
    double[] array = new double[length];
    Value globals = globals();
    return () -> globals.putMember(name, array); // a list to Python, and no buffer
  }

  @Override
  public List<String> functionsOfFailure(String function) {
    try {
      globals().getMember(function).executeVoid();
    } catch (PolyglotException e) {
      return StreamSupport.stream(e.getPolyglotStackTrace().spliterator(), false)
          .filter(PolyglotException.StackFrame::isGuestFrame)
          .map(PolyglotException.StackFrame::getRootName)
          .toList();
    }
    throw new IllegalStateException(function + " did not fail");
  }

  @Override
  public void close() {
    context().close();
  }

  private Context context() {
    if (context == null) {
      throw new IllegalStateException("not open");
    }
    return context;
  }

  private Value globals() {
    if (globals == null) {
      throw new IllegalStateException("not open");
    }
    return globals;
  }
}
