package dev.coachwhip.rhai;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What Java gives to the scripts of an engine beyond the common interface: functions that are
 * chosen by the types of their arguments, types of Java's, operators. The value of the option
 * {@code "extensions"}; may be used for any number of engines.
 *
 * <p>A parameter's Java type says which values it takes: {@code long}, {@code int} and the like an
 * {@code i64}; {@code double}, {@code float} an {@code f64}; {@code boolean}; {@code String};
 * {@code char}; {@code List} and Java arrays an array; {@code byte[]} a blob; {@code Map} and
 * records a map; {@code Instant} a timestamp; {@link dev.coachwhip.ScriptCallable} and functional
 * interfaces a {@code Fn}; {@link dev.coachwhip.ScriptValue} and {@code Object} any value; another
 * class objects of it. Nothing is converted to make it fit: {@code f(double)} is not called with an
 * {@code i64}.
 *
 * <p>What a function throws, the script sees as an error that it may catch.
 *
 * {@snippet :
 * RhaiExtensions extensions =
 *     RhaiExtensions.builder()
 *         .function("hypotenuse", double.class, double.class, Math::hypot)
 *         .type(Vector.class, "Vector", type ->
 *             type.getter("x", Vector::x).operator("+", Vector.class, Vector::plus))
 *         .function("vector", double.class, double.class, Vector::new)
 *         .build();
 * ScriptEngine engine = ScriptEngines.builder("rhai").option("extensions", extensions).build();
 * }
 *
 * <p>Immutable.
 */
public final class RhaiExtensions {

  private final List<JavaFunction> functions;
  private final List<RhaiType<?>> types;
  private final Map<String, Integer> operators;
  private final List<HostSyntax> syntaxes;
  private final Map<String, @Nullable Object> constants;
  private final Map<String, RhaiExtensions> modules;
  private final Map<String, String> scriptModules;
  private final @Nullable LongFunction<@Nullable Object> progress;

  private RhaiExtensions(Builder builder) {
    List<JavaFunction> all = new ArrayList<>(builder.functions);
    builder.types.forEach(type -> all.addAll(type.functions()));
    functions = List.copyOf(all);
    types = List.copyOf(builder.types);
    operators = Map.copyOf(builder.operators);
    syntaxes = List.copyOf(builder.syntaxes);
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(builder.constants));
    modules = Map.copyOf(builder.modules);
    scriptModules = Map.copyOf(builder.scriptModules);
    progress = builder.progress;
  }

  /** A function of no argument. */
  @FunctionalInterface
  public interface Function0 {

    /** Does the work. */
    @Nullable Object call() throws Exception;
  }

  /** A function of one argument. */
  @FunctionalInterface
  public interface Function1<A> {

    /** Does the work. */
    @Nullable Object call(A first) throws Exception;
  }

  /** A function of two arguments. */
  @FunctionalInterface
  public interface Function2<A, B> {

    /** Does the work. */
    @Nullable Object call(A first, B second) throws Exception;
  }

  /** A function of three arguments. */
  @FunctionalInterface
  public interface Function3<A, B, C> {

    /** Does the work. */
    @Nullable Object call(A first, B second, C third) throws Exception;
  }

  /** Begins. */
  public static Builder builder() {
    return new Builder();
  }

  List<JavaFunction> functions() {
    return functions;
  }

  List<RhaiType<?>> types() {
    return types;
  }

  Map<String, Integer> operators() {
    return operators;
  }

  List<HostSyntax> syntaxes() {
    return syntaxes;
  }

  Map<String, @Nullable Object> constants() {
    return constants;
  }

  Map<String, RhaiExtensions> modules() {
    return modules;
  }

  Map<String, String> scriptModules() {
    return scriptModules;
  }

  @Nullable LongFunction<@Nullable Object> progress() {
    return progress;
  }

  /** Collects extensions. Not threadsafe. */
  public static final class Builder {

    private final List<JavaFunction> functions = new ArrayList<>();
    private final List<RhaiType<?>> types = new ArrayList<>();
    private final Map<String, Integer> operators = new LinkedHashMap<>();
    private final List<HostSyntax> syntaxes = new ArrayList<>();
    private final Map<String, @Nullable Object> constants = new LinkedHashMap<>();
    private final Map<String, RhaiExtensions> modules = new LinkedHashMap<>();
    private final Map<String, String> scriptModules = new LinkedHashMap<>();
    private @Nullable LongFunction<@Nullable Object> progress;

    private Builder() {}

    /** Adds a function without parameters. */
    public Builder function(String name, Function0 body) {
      return add(name, List.of(), _ -> body.call());
    }

    /** Adds a function of one parameter. */
    public <A> Builder function(String name, Class<A> type, Function1<? super A> body) {
      return add(name, List.of(type), a -> body.call(RhaiType.argument(a, 0, type)));
    }

    /** Adds a function or a binary operator of two parameters. */
    public <A, B> Builder function(
        String name, Class<A> first, Class<B> second, Function2<? super A, ? super B> body) {
      return add(
          name,
          List.of(first, second),
          a -> body.call(RhaiType.argument(a, 0, first), RhaiType.argument(a, 1, second)));
    }

    /** Adds a function of three parameters. */
    public <A, B, C> Builder function(
        String name,
        Class<A> first,
        Class<B> second,
        Class<C> third,
        Function3<? super A, ? super B, ? super C> body) {
      return add(
          name,
          List.of(first, second, third),
          a ->
              body.call(
                  RhaiType.argument(a, 0, first),
                  RhaiType.argument(a, 1, second),
                  RhaiType.argument(a, 2, third)));
    }

    private Builder add(String name, List<Class<?>> parameters, JavaFunction.Body body) {
      functions.add(new JavaFunction(Objects.requireNonNull(name, "name"), parameters, true, body));
      return this;
    }

    /**
     * Adds the public static methods of a class that carry {@link RhaiExport}.
     *
     * @throws IllegalArgumentException if there are none, or one cannot be called from here
     */
    public Builder functions(Class<?> holder) {
      functions.addAll(ExportedMethods.of(Objects.requireNonNull(holder, "holder")));
      return this;
    }

    /**
     * Adds a type.
     *
     * @param name what scripts call it
     * @param members adds what scripts may do with its objects
     */
    public <T> Builder type(Class<T> type, String name, Consumer<RhaiType<T>> members) {
      RhaiType<T> added =
          new RhaiType<>(
              Objects.requireNonNull(type, "type"), Objects.requireNonNull(name, "name"));
      members.accept(added);
      types.add(added);
      return this;
    }

    /**
     * Makes a name a binary operator, whose functions have two parameters.
     *
     * @param precedence 1 to 255, larger ones bind tighter: {@code +} has 150, {@code *} 180
     * @throws IllegalArgumentException if it is not in that range
     */
    public Builder customOperator(String name, int precedence) {
      if (precedence < 1 || precedence > 255) {
        throw new IllegalArgumentException("the precedence of " + name + " is not 1 to 255");
      }
      operators.put(Objects.requireNonNull(name, "name"), precedence);
      return this;
    }

    /**
     * Adds a syntax: words and symbols in order with placeholders between them, which is an
     * expression as a whole. {@code $expr$} stands for an expression, {@code $block$} for
     * statements in braces, {@code $inner$} for those after an opening brace up to its end, {@code
     * $func$} for a closure or a block that becomes one, {@code $ident$} for a name, {@code
     * $symbol$} for a symbol, {@code $token$} for any token, {@code $bool$}, {@code $int$}, {@code
     * $float$} and {@code $string$} for literals. A later syntax with the same first symbol takes
     * the place of an earlier one. Rhai's book, "Extend Rhai with Custom Syntax".
     *
     * {@snippet :
     * builder.customSyntax(List.of("unless", "$expr$", "$block$"), false, syntax ->
     *     syntax.input(0).evaluate().asBoolean() ? null : syntax.input(1).evaluate());
     * }
     *
     * @param mayDeclare whether running it may add variables to the script's, or take some away
     * @throws IllegalArgumentException if a symbol is none, or the first one is a keyword
     */
    public Builder customSyntax(List<String> symbols, boolean mayDeclare, RhaiSyntax.Body body) {
      syntaxes.add(HostSyntax.of(symbols, mayDeclare, Objects.requireNonNull(body, "body")));
      return this;
    }

    /**
     * Adds a syntax whose symbols depend on what was written. Its words that are not names must be
     * known as symbols of Rhai.
     *
     * @param key its first symbol
     * @param steps says what comes next
     */
    public Builder customSyntax(
        String key, RhaiSyntax.Steps steps, boolean mayDeclare, RhaiSyntax.Body body) {
      Objects.requireNonNull(steps, "steps");
      syntaxes.add(HostSyntax.of(key, steps, true, mayDeclare, Objects.requireNonNull(body)));
      return this;
    }

    /**
     * Adds a syntax of any text: its steps may read {@code $raw$}, the script's next character
     * whatever it is, but do not see what comes next.
     */
    public Builder rawSyntax(
        String key, RhaiSyntax.Steps steps, boolean mayDeclare, RhaiSyntax.Body body) {
      Objects.requireNonNull(steps, "steps");
      syntaxes.add(HostSyntax.of(key, steps, false, mayDeclare, Objects.requireNonNull(body)));
      return this;
    }

    /**
     * Adds a constant, which scripts see as {@code module::name} where these are a {@linkplain
     * #module(String, RhaiExtensions) module}.
     *
     * @param value as for {@link dev.coachwhip.ScriptEngine#setGlobal}
     */
    public Builder constant(String name, @Nullable Object value) {
      constants.put(Objects.requireNonNull(name, "name"), value);
      return this;
    }

    /** Adds a module: {@code import "path" as m} gives its functions and constants. */
    public Builder module(String path, RhaiExtensions content) {
      modules.put(Objects.requireNonNull(path, "path"), Objects.requireNonNull(content, "content"));
      return this;
    }

    /** Adds a module that is a script: it runs once, when it is first imported. */
    public Builder scriptModule(String path, String text) {
      scriptModules.put(Objects.requireNonNull(path, "path"), Objects.requireNonNull(text, "text"));
      return this;
    }

    /**
     * Has each operation of a script told, as Rhai counts them.
     *
     * @param callback gets how many there were, on the script's thread; returns null to go on, and
     *     anything else to end the script with {@code ErrorTerminated}
     */
    public Builder onProgress(LongFunction<@Nullable Object> callback) {
      progress = Objects.requireNonNull(callback, "callback");
      return this;
    }

    /** Returns the extensions. */
    public RhaiExtensions build() {
      return new RhaiExtensions(this);
    }
  }
}
