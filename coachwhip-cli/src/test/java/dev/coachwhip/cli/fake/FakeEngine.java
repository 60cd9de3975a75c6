package dev.coachwhip.cli.fake;

import dev.coachwhip.EngineCapabilities;
import dev.coachwhip.EngineMetrics;
import dev.coachwhip.EngineStatus;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.ScriptFrame;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.ScriptSyntaxException;
import dev.coachwhip.error.SourceLocation;
import dev.coachwhip.error.VariableNotFoundException;
import dev.coachwhip.spi.EngineConfig;
import dev.coachwhip.spi.ValuePrinter;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Runs lines of {@code print TEXT}, {@code eprint TEXT}, {@code get NAME}, {@code text TEXT},
 * {@code int N}, {@code fail MESSAGE}, {@code exit CODE MESSAGE}, {@code wait} (until stopped) and
 * {@code stuck} (for ever). A line that begins with none of them is a syntax error; a line {@code
 * begin} needs an {@code end} somewhere after it.
 */
final class FakeEngine implements ScriptEngine, ValuePrinter {

  private static final Set<String> STATEMENTS =
      Set.of(
          "print", "eprint", "get", "text", "int", "fail", "exit", "wait", "stuck", "begin", "end");

  private final EngineConfig config;
  private final EngineCapabilities capabilities;
  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, ScriptValue> globals = new TreeMap<>();

  FakeEngine(EngineConfig config, EngineCapabilities capabilities) {
    this.config = config;
    this.capabilities = capabilities;
    this.out = stream(config.output(), System.out);
    this.err = stream(config.errorOutput(), System.err);
  }

  private static PrintStream stream(Optional<OutputStream> given, PrintStream usual) {
    return new PrintStream(given.orElse(usual), true, StandardCharsets.UTF_8);
  }

  @Override
  public ScriptRun start(ScriptSource source, Map<String, ?> values) {
    values.forEach(this::setGlobal);
    FakeRun run = new FakeRun(config.limits().wallTime());
    run.start(() -> runLines(source, run));
    return run;
  }

  private ScriptValue runLines(ScriptSource source, FakeRun run) throws InterruptedException {
    validateScript(source);
    ScriptValue result = value(null);
    String[] lines = source.text().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String[] words = lines[i].split(" ", 2);
      result = runLine(words[0], words.length > 1 ? words[1] : "", at(source, i + 1), run);
    }
    return result;
  }

  private ScriptValue runLine(String statement, String rest, SourceLocation place, FakeRun run)
      throws InterruptedException {
    switch (statement) {
      case "print" -> out.println(rest);
      case "eprint" -> err.println(rest);
      case "get" -> {
        return getGlobal(rest);
      }
      case "text" -> {
        return value(rest);
      }
      case "int" -> {
        return value(new BigInteger(rest));
      }
      case "fail" -> throw failure(rest, place);
      case "exit" -> {
        String[] words = rest.split(" ", 2);
        throw new ScriptRuntimeException(
            "Exit",
            OptionalInt.of(Integer.parseInt(words[0])),
            ErrorDetails.of("fake", "Exit: " + words[words.length - 1]));
      }
      case "wait" -> {
        return run.await();
      }
      case "stuck" -> new CountDownLatch(1).await();
      default -> {}
    }
    return value(null);
  }

  private static ScriptRuntimeException failure(String message, SourceLocation place) {
    List<ScriptFrame> frames =
        List.of(new ScriptFrame("toy", "inner", place), new ScriptFrame("toy", "top", place));
    return new ScriptRuntimeException(
        "FakeError",
        ErrorDetails.of("fake", message)
            .withFrames(frames)
            .withTraceback(() -> "traceback of " + message)
            .causedBy(new ArithmeticException("the cause")));
  }

  @Override
  public ScriptValue executeScript(ScriptSource source) {
    return start(source).join();
  }

  @Override
  public void validateScript(ScriptSource source) {
    String[] lines = source.text().split("\n", -1);
    int open = 0;
    for (int i = 0; i < lines.length; i++) {
      String first = lines[i].split(" ", 2)[0];
      if (!first.isEmpty() && !STATEMENTS.contains(first)) {
        throw new ScriptSyntaxException(
            ErrorDetails.of("fake", "unknown statement").at(at(source, i + 1)));
      }
      open += first.equals("begin") ? 1 : first.equals("end") ? -1 : 0;
    }
    if (open > 0) {
      throw new ScriptSyntaxException(
          ErrorDetails.of("fake", "end is missing").at(endOf(source, lines)));
    }
  }

  private static SourceLocation endOf(ScriptSource source, String[] lines) {
    String last = lines[lines.length - 1];
    int column = last.length() + 1;
    return new SourceLocation(
        source.name(), lines.length, column, lines.length, column, Optional.of(last));
  }

  private static SourceLocation at(ScriptSource source, int line) {
    String text = source.text().split("\n", -1)[line - 1];
    return SourceLocation.ofLine(source.name(), line, Optional.of(text));
  }

  /** Makes a value of this language; {@link BigInteger}s that fit become longs. */
  private ScriptValue value(@Nullable Object java) {
    return switch (java) {
      case null -> ScriptValue.of(null, "nothing", this);
      case BigInteger n when n.bitLength() < 64 -> ScriptValue.of(n.longValue(), "int", this);
      case List<?> list -> {
        List<ScriptValue> elements = new ArrayList<>();
        list.forEach(element -> elements.add(value(element)));
        yield ScriptValue.of(elements, "list", this);
      }
      case Map<?, ?> map -> {
        Map<ScriptValue, ScriptValue> entries = new LinkedHashMap<>();
        map.forEach((key, element) -> entries.put(value(key), value(element)));
        yield ScriptValue.of(entries, "map", this);
      }
      default -> ScriptValue.of(java, java.getClass().getSimpleName(), this);
    };
  }

  @Override
  public ScriptValue call(String function, @Nullable Object... arguments) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void registerFunction(String name, HostFunction function) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setGlobal(String name, @Nullable Object value) {
    globals.put(name, value(value));
  }

  @Override
  public ScriptValue getGlobal(String name) {
    ScriptValue value = globals.get(name);
    if (value == null) {
      throw new VariableNotFoundException(name, ErrorDetails.of("fake", "no variable " + name));
    }
    return value;
  }

  @Override
  public Set<String> globalNames() {
    return new TreeSet<>(globals.keySet());
  }

  @Override
  public void clearGlobals() {
    globals.clear();
  }

  @Override
  public EngineStatus status() {
    return EngineStatus.READY;
  }

  @Override
  public EngineMetrics metrics() {
    return EngineMetrics.NONE;
  }

  @Override
  public String backendName() {
    return "fake";
  }

  @Override
  public String print(ScriptValue value) {
    return String.valueOf(value.data());
  }

  @Override
  public EngineCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public void close() {}
}
