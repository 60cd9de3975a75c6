package dev.coachwhip.rhai.runtime;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a script. Used by the script's thread only, but for {@link #stop} and {@link
 * #interrupt}.
 */
public final class Run {

  private Program program;
  private Scope scope;
  private final FunctionTable functions;
  private final RunLimits limits;
  private final OutputSink output;
  private final @Nullable ProgressCallback progress;
  private final boolean limitsData;
  private final boolean countsOperations;
  private final long maxOperations;

  /** So many operations need not be looked at one by one. */
  private final long unseenOperations;

  private final int maxCallLevels;
  private boolean fastOperators = true;
  private boolean failsOnMissingProperty;
  private Object linkage;
  private long operations;
  private int level;
  private @Nullable Object attachment;
  private Environment environment = new Environment();
  private ModuleResolver resolver = ModuleResolver.NONE;
  private int modulesLoaded;
  private boolean stopped;
  private Map<String, SyntaxUse.Action> syntaxes = Map.of();

  /** What the script's thread does when it next looks; null mostly. */
  private volatile @Nullable Runnable request;

  /** Makes one. */
  public Run(
      Program program,
      Scope scope,
      FunctionTable functions,
      RunLimits limits,
      OutputSink output,
      @Nullable ProgressCallback progress) {
    this.program = program;
    this.scope = scope;
    this.functions = functions;
    this.limits = limits;
    this.output = output;
    this.progress = progress;
    limitsData = limits.limitsData();
    linkage = functions.linkage(limitsData, true, false);
    maxOperations = limits.operations();
    countsOperations = maxOperations > 0 || progress != null;
    unseenOperations = progress != null ? -1 : maxOperations > 0 ? maxOperations : Long.MAX_VALUE;
    maxCallLevels = limits.callLevels();
  }

  /** Says whether built-in operators come before functions of the host; they do. */
  public Run withFastOperators(boolean fast) {
    fastOperators = fast;
    linkage = functions.linkage(limitsData, fastOperators, failsOnMissingProperty);
    return this;
  }

  /** Says whether reading a property that a map lacks is an error; it is not. */
  public Run withFailOnMissingProperty(boolean fails) {
    failsOnMissingProperty = fails;
    linkage = functions.linkage(limitsData, fastOperators, failsOnMissingProperty);
    return this;
  }

  /** Takes note that the functions of Java have changed while this runs. */
  public void relink() {
    linkage = functions.linkage(limitsData, fastOperators, failsOnMissingProperty);
  }

  /** Returns what compiled calls were linked for: the functions and the run's settings. */
  public Object linkage() {
    return linkage;
  }

  /** Returns the engine's globals. */
  public Scope scope() {
    return scope;
  }

  /** Returns the functions of Java. */
  public FunctionTable functions() {
    return functions;
  }

  /** Returns the script's own functions. */
  public Program program() {
    return program;
  }

  public RunLimits limits() {
    return limits;
  }

  /** Tells whether any data size is limited. */
  public boolean limitsData() {
    return limitsData;
  }

  /** Tells whether built-in operators come before functions of the host. */
  public boolean fastOperators() {
    return fastOperators;
  }

  /** Tells whether reading a property that a map lacks is an error. */
  public boolean failsOnMissingProperty() {
    return failsOnMissingProperty;
  }

  /** Returns what the engine keeps with the run, its syntax options; null if nothing. */
  public @Nullable Object attachment() {
    return attachment;
  }

  /** Keeps something with the run. */
  public void attach(Object object) {
    attachment = object;
  }

  /** Returns the imports and constants that running code sees. */
  public Environment environment() {
    return environment;
  }

  /** Does something as the code of a module does it: with what the module sees. */
  Object inModule(Program program, Scope scope, Environment environment, Supplier<Object> action) {
    Program outerProgram = this.program;
    Scope outerScope = this.scope;
    Environment outerEnvironment = this.environment;
    this.program = program;
    this.scope = scope;
    this.environment = environment;
    try {
      return action.get();
    } finally {
      this.program = outerProgram;
      this.scope = outerScope;
      this.environment = outerEnvironment;
    }
  }

  /** Says which imports and constants it begins with; none at first. */
  public Run withEnvironment(Environment environment) {
    this.environment = environment;
    return this;
  }

  /** Says where {@code import} looks; nowhere at first. */
  public Run withResolver(ModuleResolver resolver) {
    this.resolver = resolver;
    return this;
  }

  /** Says what the host does for its own syntax, by its key; nothing at first. */
  public Run withSyntaxes(Map<String, SyntaxUse.Action> actions) {
    syntaxes = actions;
    return this;
  }

  /** Returns what the host does for a syntax of its own; null if it has none of the key. */
  public SyntaxUse.@Nullable Action syntax(String key) {
    return syntaxes.get(key);
  }

  /** Returns where {@code import} looks. */
  public ModuleResolver resolver() {
    return resolver;
  }

  /** Does {@code import path as name}; the name may be empty. The position is that of the path. */
  public void importModule(Object path, String name, int pathLine, int pathColumn) {
    if (!(Tagged.strip(Values.get(path)) instanceof RhaiString text)) {
      throw RhaiError.mismatchOf("string", path).withPosition(pathLine, pathColumn);
    }
    ScriptModule module = resolver.resolve(this, text.toString(), pathLine, pathColumn);
    if (module == null) {
      throw RhaiError.moduleNotFound(text.toString()).withPosition(pathLine, pathColumn);
    }
    environment.add(name, module);
    modulesLoaded++;
  }

  /** Checks that one more import is allowed; to be asked before its path is evaluated. */
  public void checkModules(int line, int column) {
    if (modulesLoaded >= limits.modules()) {
      throw RhaiError.tooManyModules().withPosition(line, column);
    }
  }

  /** Checks that there may be so many variables. */
  public void checkVariables(int number, int line, int column) {
    if (number > limits.variables()) {
      throw RhaiError.tooManyVariables().withPosition(line, column);
    }
  }

  /** Prints a line. */
  public void print(String text) {
    output.print(text);
  }

  /** Prints a line for debugging, with the position of the call. */
  public void debug(String text, int line, int column) {
    output.debug(text, line, column);
  }

  /** Tells whether operations must be counted, for a limit or a progress callback. */
  public boolean countsOperations() {
    return countsOperations;
  }

  /** Returns the operations counted so far. */
  public long operations() {
    return operations;
  }

  /** Goes on to count from a number of operations: a script within another counts with it. */
  public void countTo(long count) {
    operations = count;
  }

  /** Counts an operation. */
  public void operation(int line, int column) {
    long count = ++operations;
    if (maxOperations > 0 && count > maxOperations) {
      throw RhaiError.tooManyOperations().withPosition(line, column);
    }
    if (progress != null) {
      Object token = progress.onOperation(count);
      if (token != null) {
        throw RhaiError.terminated(token).withPosition(line, column);
      }
    }
  }

  /**
   * Counts several operations at once.
   *
   * @param places the line and the column of each
   */
  public void operations(int count, String places) {
    long sum = operations + count;
    if (sum > unseenOperations) {
      oneByOne(count, places);
    } else {
      operations = sum;
    }
  }

  private void oneByOne(int count, String places) {
    for (int i = 0; i < count; i++) {
      operation(places.charAt(2 * i), places.charAt(2 * i + 1));
    }
  }

  /** Returns how many operations code may count by itself until it must call this again. */
  public long budget() {
    return Math.max(0, unseenOperations - operations);
  }

  /** Takes note of operations that code counted by itself, within its {@link #budget}. */
  public void countSilently(long count) {
    operations += count;
  }

  /** Looks whether somebody asked to stop or pause. */
  public void checkStop(int line, int column) {
    Runnable asked = request;
    if (asked != null) {
      perform(asked, line, column);
    }
  }

  @SuppressWarnings("ReferenceEquality") // what was asked for since is another object
  private void perform(Runnable asked, int line, int column) {
    try {
      asked.run();
    } catch (RhaiError e) {
      throw e.withPosition(line, column);
    }
    synchronized (this) {
      if (request == asked) {
        request = null;
      }
    }
  }

  /** Ends the run with an exception, soon. No script can catch it. From any thread. */
  public synchronized void stop(RuntimeException reason) {
    stopped = true;
    request =
        () -> {
          throw reason;
        };
  }

  /**
   * Has something done by the script's thread, soon. The last one asked for counts, but nothing
   * comes after {@link #stop}. From any thread.
   */
  public synchronized void interrupt(Runnable action) {
    if (!stopped) {
      request = action;
    }
  }

  /** Begins a call of a script function. */
  public void enterCall(int line, int column) {
    if (level >= maxCallLevels) {
      throw RhaiError.stackOverflow().withPosition(line, column);
    }
    level++;
  }

  /** Ends a call, whether it failed or not. */
  public void leaveCall() {
    level--;
  }

  /** Returns how deep calls are nested. */
  public int callLevel() {
    return level;
  }

  /** Sets how deep calls are nested, after an error was caught. */
  public void resetCallLevel(int level) {
    this.level = level;
  }

  /**
   * Calls a function pointer from a Java function. Without position: the call of the Java function
   * adds its own.
   *
   * @param self what {@code this} is bound to, or, for a Java function, its first argument; null
   *     for nothing
   * @param arguments copies already
   */
  public Object call(FunctionPointer pointer, @Nullable Ref<Object> self, Object... arguments) {
    int outer = level;
    level++; // the Java function's own
    ScriptFunction function = pointer.function();
    if (function == null
        || function.parameters().size() != pointer.curriedCount() + arguments.length) {
      level++; // Rhai's, for a call by name
    }
    try {
      return callPointer(pointer, self, arguments, 0, 0);
    } finally {
      level = outer;
    }
  }

  /** Does {@code pointer.call(arguments)}, with {@code this} bound if it is not null. */
  public Object callPointer(
      FunctionPointer pointer,
      @Nullable Ref<Object> self,
      Object[] arguments,
      int line,
      int column) {
    Object[] all = Calls.withCurried(pointer, arguments);
    ScriptFunction function = pointer.function();
    if (function != null && function.parameters().size() == all.length) {
      return Calls.script(this, function, self, all, line, column);
    }
    Program own = pointer.program();
    return Calls.byName(this, own == null ? program : own, pointer.name(), self, all, line, column);
  }

  /**
   * Calls a function by its name, as a method if {@code self} is not null: the script's own first,
   * then Java's.
   */
  public Object callByName(
      String name, @Nullable Ref<Object> self, Object[] arguments, int line, int column) {
    return Calls.byName(this, program, name, self, arguments, line, column);
  }

  /**
   * Checks a value against the limits of data.
   *
   * @return the value
   * @throws RhaiError if it is too large; with the position
   */
  public Object checkSize(Object value, int line, int column) {
    if (limitsData) {
      try {
        Sizes.check(value, limits);
      } catch (RhaiError e) {
        throw e.withPosition(line, column);
      }
    }
    return value;
  }

  /** Checks text that a string is made of, like {@link #checkSize}. */
  public void checkText(CharSequence text, int line, int column) {
    if (limitsData) {
      try {
        Sizes.checkText(text, limits);
      } catch (RhaiError e) {
        throw e.withPosition(line, column);
      }
    }
  }

  /** Returns the text of a value of the host, by its function if there is one. */
  String hostText(Object value, String function) {
    Overload overload = functions.find(function, value.getClass());
    if (overload == null || overload.parameterTypes().getFirst() == Object.class) {
      return functions.typeName(value);
    }
    Object text = overload.invoke(this, new Object[] {value});
    return text instanceof RhaiString ? text.toString() : functions.typeName(text);
  }
}
