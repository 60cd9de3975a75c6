package dev.coachwhip.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.error.ScriptFrame;
import dev.coachwhip.error.ScriptRuntimeException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Coachwhip through its public interface, which has no step to prepare anything. */
public final class CoachwhipContender implements Contender {

  private @Nullable ScriptEngine engine;

  /** Made by {@link java.util.ServiceLoader}; does no work. */
  public CoachwhipContender() {}

  @Override
  public String name() {
    return "coachwhip";
  }

  @Override
  public void open() {
    engine = ScriptEngines.create("python");
    Holdings.prepare(engine);
  }

  @Override
  public void run(String text) {
    engine().executeScript(text);
  }

  @Override
  public LongSupplier script(String text) {
    ScriptEngine engine = engine();
    return () -> engine.executeScript(text).asLong();
  }

  @Override
  public LongUnaryOperator function(String name) {
    ScriptEngine engine = engine();
    return argument -> engine.call(name, argument).asLong();
  }

  @Override
  public void register(String name, LongUnaryOperator function) {
    engine().registerFunction(name, arguments -> function.applyAsLong(arguments.asLong(0)));
  }

  @Override
  public void register(String name, LongBinaryOperator function) {
    engine()
        .registerFunction(
            name, arguments -> function.applyAsLong(arguments.asLong(0), arguments.asLong(1)));
  }

  @Override
  public void setLong(String name, long value) {
    engine().setGlobal(name, value);
  }

  @Override
  public long getLong(String name) {
    return engine().getGlobal(name).asLong();
  }

  @Override
  public void setText(String name, String value) {
    engine().setGlobal(name, value);
  }

  @Override
  public String getText(String name) {
    return engine().getGlobal(name).asString();
  }

  @Override
  public double[] getDoubles(String name) {
    return engine().getGlobal(name).as(double[].class);
  }

  @Override
  public List<Double> getList(String name) {
    return engine().getGlobal(name).asListOf(Double.class);
  }

  @Override
  public Map<String, Long> getMap(String name) {
    return engine().getGlobal(name).asMapOf(Long.class);
  }

  @Override
  public void makeFloats(String name, int length) {
    run("import numpy\n%s = numpy.zeros(%d)".formatted(name, length));
  }

  @Override
  public double firstFloat(String name) {
    try (ScriptArray array = engine().getGlobal(name).asArray()) {
      return array.getDouble(0);
    }
  }

  @Override
  public Runnable sharing(String name, int length) {
    ScriptEngine engine = engine();
    MemorySegment memory = Arena.ofAuto().allocate(JAVA_DOUBLE, length);
    ScriptArray array = ScriptArray.of(memory, "float64", length);
    return () -> engine.setGlobal(name, array);
  }

  @Override
  public List<String> functionsOfFailure(String function) {
    try {
      engine().call(function);
    } catch (ScriptRuntimeException e) {
      return e.frames().stream().map(ScriptFrame::function).toList();
    }
    throw new IllegalStateException(function + " did not fail");
  }

  @Override
  public Holdings holdings() {
    return Holdings.of(engine());
  }

  @Override
  public void close() {
    engine().close();
  }

  private ScriptEngine engine() {
    if (engine == null) {
      throw new IllegalStateException("not open");
    }
    return engine;
  }
}
