package dev.coachwhip.rhai;

import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.runtime.Environment;
import dev.coachwhip.rhai.runtime.ErrorKind;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.ProgressCallback;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.RunLimits;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.syntax.Parser;
import dev.coachwhip.rhai.syntax.SyntaxError;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import dev.coachwhip.spi.EngineConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Runs programs of one engine. In its turn. */
final class ScriptExecution {

  private final RhaiOptions options;
  private final RunLimits limits;
  private final boolean fastOperators;
  private final boolean failsOnMissingProperty;
  private final @Nullable ProgressCallback progress;
  private final ScriptParser parser;
  private final ProgramMaker maker = ProgramMakers.current();
  private final EngineGlobals globals;
  private final EngineFunctions functions;
  private final EngineConversions conversions;
  private final EngineOutput output;
  private final Sources sources = new Sources();
  private final ScriptErrors errors;
  private final ModuleFiles modules;
  private Environment environment = new Environment();

  ScriptExecution(
      EngineConfig config,
      RhaiOptions options,
      ScriptParser parser,
      EngineGlobals globals,
      EngineFunctions functions,
      EngineConversions conversions) {
    this.options = options;
    this.limits = options.runLimits();
    this.fastOperators = options.isOn("fastOperators");
    this.failsOnMissingProperty = options.isOn("failOnInvalidMapProperty");
    this.progress = progress(options);
    this.parser = parser;
    this.globals = globals;
    this.functions = functions;
    this.conversions = conversions;
    this.output = new EngineOutput(config.output(), config.limits().maxOutputBytes());
    this.errors = new ScriptErrors(config.limits(), options, sources);
    this.modules =
        new ModuleFiles(options, config.policy(), this::compileParsed, functions.modules());
  }

  private @Nullable ProgressCallback progress(RhaiOptions all) {
    LongFunction<@Nullable Object> callback =
        all.extensions().map(RhaiExtensions::progress).orElse(null);
    return callback == null ? null : progress(callback);
  }

  private ProgressCallback progress(LongFunction<@Nullable Object> callback) {
    return operations -> {
      Object token = callback.apply(operations);
      return token == null ? null : conversions.toScript().convert(token);
    };
  }

  /**
   * Makes a script runnable.
   *
   * @throws dev.coachwhip.error.ScriptSyntaxException if it is none
   */
  EngineProgram compile(ScriptSource source) {
    try {
      return compileParsed(source);
    } catch (SyntaxError e) {
      throw ScriptErrors.syntax(e, source);
    }
  }

  /**
   * Makes a script runnable.
   *
   * @throws SyntaxError if it is none
   */
  private EngineProgram compileParsed(ScriptSource source) {
    SyntaxOptions syntax = parser.syntax(knownNames());
    ProgramMaker.Settings settings =
        new ProgramMaker.Settings(
            source.name(),
            syntax,
            !options.optimization().equals("none"),
            limits.operations() > 0 || progress != null,
            functions.hiding(),
            progress != null || functions.isHosted(),
            limits.variables() < Integer.MAX_VALUE);
    Program own = make(source.text(), settings);
    sources.add(source);
    return new EngineProgram(own, functions.library());
  }

  private Program make(String text, ProgramMaker.Settings settings) {
    try {
      return maker.make(Parser.parse(text, settings.syntax()), settings);
    } catch (StackOverflowError e) {
      throw SyntaxError.tooDeep();
    } catch (OutOfMemoryError e) { // what was made so far is garbage now
      throw SyntaxError.tooLarge("Script is too large for the memory there is", Span.NONE);
    }
  }

  /** Returns what scripts that are read in strict mode know. */
  Set<String> knownNames() {
    Set<String> names = new HashSet<>(globals.names());
    names.addAll(functions.names());
    return names;
  }

  /** Runs a script, whose functions later ones see, too. */
  ScriptValue execute(ActiveRun active, ScriptSource source, EngineProgram program) {
    functions.define(program.own().functions(), source.name());
    return run(active, source, ScriptErrors.TOP_LEVEL, program, program::execute);
  }

  /**
   * Calls a function.
   *
   * @param from where it is defined, or what ran when somebody got hold of it
   * @param arguments converted
   */
  ScriptValue call(
      ActiveRun active, FunctionPointer pointer, ScriptSource from, Object[] arguments) {
    EngineProgram nothing = new EngineProgram(NoProgram.INSTANCE, functions.library());
    String name = pointer.isAnonymous() ? "<closure>" : pointer.name();
    return run(active, from, name, nothing, run -> call(run, pointer, arguments));
  }

  private static Object call(Run run, FunctionPointer pointer, Object[] arguments) {
    ScriptFunction function = pointer.function();
    boolean direct =
        function != null
            && pointer.curriedCount() == 0
            && function.parameters().size() == arguments.length;
    return direct && function != null
        ? function.call(run, null, arguments) // so that the outermost frame is the function's own
        : run.callPointer(pointer, null, arguments, 0, 0);
  }

  private ScriptValue run(
      ActiveRun active,
      ScriptSource source,
      String topLevel,
      Program program,
      Function<Run, Object> work) {
    Run outer = active.innermost();
    Run run = newRun(program, outer, source);
    int variables = globals.scope().size();
    ScriptSource before = conversions.enter(source);
    active.push(run);
    try {
      return conversions.fromScript(value(run, work), source);
    } catch (RhaiError e) {
      throw errors.of(e, source, topLevel);
    } catch (StackOverflowError e) {
      throw errors.of(RhaiError.stackOverflow(), source, topLevel);
    } catch (OutOfMemoryError e) { // what the run had is free again
      throw errors.of(RhaiError.system("Out of memory", e), source, topLevel);
    } finally {
      active.pop();
      conversions.enter(before);
      if (outer == null) {
        globals.dropHidden(variables);
        environment.dropHidden();
      } else {
        outer.countTo(run.operations());
      }
    }
  }

  private Run newRun(Program program, @Nullable Run outer, ScriptSource source) {
    Run run =
        new Run(program, globals.scope(), functions.table(), limits, output, progress)
            .withFastOperators(fastOperators)
            .withFailOnMissingProperty(failsOnMissingProperty)
            .withEnvironment(environment)
            .withSyntaxes(functions.syntaxes())
            .withResolver(modules.from(source));
    run.attach(parser.syntax(Set.of()));
    if (outer == null) {
      output.beginRun();
    } else {
      run.countTo(outer.operations());
      run.resetCallLevel(outer.callLevel());
    }
    return run;
  }

  private static Object value(Run run, Function<Run, Object> work) {
    try {
      return work.apply(run);
    } catch (StackOverflowError e) {
      throw RhaiError.stackOverflow();
    } catch (RhaiError e) {
      if (e.kind() == ErrorKind.EXIT) {
        return e.value();
      }
      throw e;
    }
  }

  /** Returns where a function was defined, for errors. */
  ScriptSource sourceOf(String function) {
    return functions.library().sourceOf(function).map(sources::get).orElse(ScriptSource.of(""));
  }

  /** Forgets what runs have left beside the globals. */
  void clear() {
    environment = new Environment();
    modules.clear();
  }

  /** What runs where only a function is called. */
  private enum NoProgram implements Program {
    INSTANCE;

    @Override
    public Object execute(Run run) {
      return Unit.UNIT;
    }

    @Override
    public @Nullable ScriptFunction function(String name, int arity, @Nullable String thisType) {
      return null;
    }

    @Override
    public List<ScriptFunction> functions() {
      return List.of();
    }
  }
}
