package dev.coachwhip.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.python.core.Py;
import org.python.core.PyArray;
import org.python.core.PyCode;
import org.python.core.PyDictionary;
import org.python.core.PyException;
import org.python.core.PyList;
import org.python.core.PyObject;
import org.python.core.PyTraceback;
import org.python.util.PythonInterpreter;

/** Jython, which is Python 2.7. */
public final class JythonContender implements Contender {

  private @Nullable PythonInterpreter interpreter;

  /** Made by {@link java.util.ServiceLoader}; does no work. */
  public JythonContender() {}

  @Override
  public String name() {
    return "jython";
  }

  @Override
  public void open() {
    System.setProperty("python.cachedir.skip", "true"); // would be written beside the jar
    interpreter = new PythonInterpreter();
  }

  @Override
  public void run(String text) {
    interpreter().exec(text);
  }

  @Override
  public LongSupplier script(String text) {
    PythonInterpreter interpreter = interpreter();
    PyCode code = interpreter.compile(text);
    return () -> {
      interpreter.exec(code);
      return interpreter.get("result").asLong();
    };
  }

  @Override
  public LongUnaryOperator function(String name) {
    PyObject function = interpreter().get(name);
    return argument -> function.__call__(Py.newInteger(argument)).asLong();
  }

  @Override
  public void register(String name, LongUnaryOperator function) {
    interpreter().set(name, new HostFunction(function));
  }

  @Override
  public void register(String name, LongBinaryOperator function) {
    interpreter().set(name, new HostFunctionOfTwo(function));
  }

  @Override
  public void setLong(String name, long value) {
    interpreter().set(name, Py.newInteger(value));
  }

  @Override
  public long getLong(String name) {
    return interpreter().get(name).asLong();
  }

  @Override
  public void setText(String name, String value) {
    interpreter().set(name, Py.newUnicode(value));
  }

  @Override
  public String getText(String name) {
    return interpreter().get(name).asString();
  }

  @Override
  public double[] getDoubles(String name) {
    PyList list = (PyList) interpreter().get(name);
    double[] result = new double[list.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = list.pyget(i).asDouble();
    }
    return result;
  }

  @Override
  public List<Double> getList(String name) {
    PyList list = (PyList) interpreter().get(name);
    List<Double> result = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      result.add(list.pyget(i).asDouble());
    }
    return result;
  }

  @Override
  public Map<String, Long> getMap(String name) {
    PyDictionary dict = (PyDictionary) interpreter().get(name);
    Map<String, Long> result = new LinkedHashMap<>();
    dict.getMap().forEach((key, value) -> result.put(key.asString(), value.asLong()));
    return result;
  }

  @Override
  public void makeFloats(String name, int length) {
    run("import array\n%s = array.zeros('d', %d)".formatted(name, length));
  }

  @Override
  public double firstFloat(String name) {
    return ((double[]) interpreter().get(name).__tojava__(double[].class))[0];
  }

  @Override
  public Runnable sharing(String name, int length) {
    double[] array = new double[length];
    PythonInterpreter interpreter = interpreter();
    return () -> interpreter.set(name, new PyArray(double.class, array));
  }

  @Override
  public List<String> functionsOfFailure(String function) {
    try {
      interpreter().get(function).__call__();
    } catch (PyException e) {
      List<String> functions = new ArrayList<>();
      for (PyObject at = e.traceback; at instanceof PyTraceback frame; at = frame.tb_next) {
        functions.addFirst(frame.tb_frame.f_code.co_name);
      }
      return functions;
    }
    throw new IllegalStateException(function + " did not fail");
  }

  @Override
  public void close() {
    interpreter().close();
  }

  private PythonInterpreter interpreter() {
    if (interpreter == null) {
      throw new IllegalStateException("not open");
    }
    return interpreter;
  }

  /** A Java function as an object that Jython calls without reflection. */
  private static final class HostFunction extends PyObject {

    private static final long serialVersionUID = 1L;

    private final transient LongUnaryOperator function;

    HostFunction(LongUnaryOperator function) {
      this.function = function;
    }

    @Override
    public PyObject __call__(PyObject argument) {
      return Py.newInteger(function.applyAsLong(argument.asLong()));
    }
  }

  /** The same for two arguments. */
  private static final class HostFunctionOfTwo extends PyObject {

    private static final long serialVersionUID = 1L;

    private final transient LongBinaryOperator function;

    HostFunctionOfTwo(LongBinaryOperator function) {
      this.function = function;
    }

    @Override
    public PyObject __call__(PyObject first, PyObject second) {
      return Py.newInteger(function.applyAsLong(first.asLong(), second.asLong()));
    }
  }
}
