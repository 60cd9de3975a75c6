package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.analysis.Analysis;
import dev.coachwhip.rhai.analysis.NativeTypes;
import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.syntax.Parser;
import dev.coachwhip.rhai.syntax.SyntaxError;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.util.List;

/** Compiles scripts to class files, and loads these. */
public final class Compiler {

  private Compiler() {}

  /** What text given to {@code eval} is compiled by. */
  record Settings(String sourceName, CompileOptions options, SyntaxOptions syntax) {

    CompiledProgram compileText(String text) {
      Script script;
      try {
        script = Parser.parseEval(text, syntax);
      } catch (SyntaxError e) {
        throw parsing(e);
      }
      try {
        return compileScript(script, new Settings("eval", options.forText(), syntax));
      } catch (StackOverflowError e) {
        throw parsing(SyntaxError.tooDeep());
      }
    }

    /** Compiles an input of a syntax of the host. */
    CompiledProgram compileInput(Expression input, boolean keepsVariables) {
      return compileScript(
          script(input, keepsVariables), new Settings(sourceName, options.forInput(), syntax));
    }
  }

  private static Script script(Expression input, boolean keepsVariables) {
    Block body =
        keepsVariables && input instanceof Expression.BlockExpression block
            ? block.block()
            : new Block(
                input.span(), input.span(), List.of(new Statement.ExpressionStatement(input)));
    return new Script(body, List.of(), List.of());
  }

  private static RhaiError parsing(SyntaxError e) {
    return RhaiError.parsing(e.kind().rhaiName(), e.description(), e.line(), e.column());
  }

  /**
   * Compiles a script.
   *
   * @param sourceName what stack traces show as its file
   * @param syntax how text given to {@code eval} is parsed
   */
  public static Program compile(
      Script script, String sourceName, CompileOptions options, SyntaxOptions syntax) {
    return compileScript(script, new Settings(sourceName, options, syntax));
  }

  private static CompiledProgram compileScript(Script script, Settings settings) {
    ScriptModel model = model(script, settings.options());
    CompiledProgram program = new CompiledProgram(settings, model.analysis, model.genericOwners());
    List<byte[]> classes = generate(model, settings.sourceName());
    program.setTables(model.tables.done());
    program.setSyntaxes(model.syntaxSites());
    program.setCode(load(classes, program));
    return program;
  }

  private static List<byte[]> generate(ScriptModel model, String sourceName) {
    try {
      return new ClassGenerator(model, sourceName).generate();
    } catch (IllegalArgumentException e) { // what the JDK says to methods beyond the JVM's limits
      throw SyntaxError.tooLarge(
          "A single expression or statement is too large to be compiled", Span.NONE);
    }
  }

  private static ScriptModel model(Script script, CompileOptions options) {
    NativeTypes natives = new NativeTypes(options.hostFunctions()::contains);
    Analysis analysis = Analysis.of(script, options.scoped(), options.hosted(), natives);
    ScriptModel model = new ScriptModel(analysis, options);
    // Pieces of the top level find its variables where the host would find them.
    return model.isTopDivided() && !options.scoped() && !options.hosted()
        ? model(script, options.forHost())
        : model;
  }

  private static ScriptCode load(List<byte[]> classes, CompiledProgram program) {
    Class<?> type = new ScriptLoader().define(classes);
    try {
      type.getField(ScriptModel.PROGRAM_FIELD).set(null, program);
      return (ScriptCode) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a script's class", e); // one that we generated
    }
  }

  /** Returns the class files of a script, for tests that verify them. */
  static List<byte[]> classFiles(Script script, CompileOptions options) {
    return new ClassGenerator(model(script, options), "script").generate();
  }
}
