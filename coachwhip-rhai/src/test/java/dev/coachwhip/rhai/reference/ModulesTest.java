package dev.coachwhip.rhai.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.runtime.ErrorKind;
import dev.coachwhip.rhai.runtime.FunctionIndex;
import dev.coachwhip.rhai.runtime.FunctionTable;
import dev.coachwhip.rhai.runtime.ModuleResolver;
import dev.coachwhip.rhai.runtime.OutputSink;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.ProgramModule;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.RunLimits;
import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.stdlib.StandardLibrary;
import dev.coachwhip.rhai.syntax.Parser;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Imports, on the evaluator. */
class ModulesTest {

  private static final OutputSink SILENT =
      new OutputSink() {
        @Override
        public void print(String text) {}

        @Override
        public void debug(String text, int line, int column) {}
      };

  private static Program program(String text) {
    Script script = Parser.parse(text, SyntaxOptions.DEFAULT);
    return ProgramMaker.EVALUATOR.make(script);
  }

  private static ModuleResolver resolver(Map<String, String> modules) {
    return (run, path, line, column) -> {
      String text = modules.get(path);
      try {
        return text == null ? null : ProgramModule.load(run, program(text));
      } catch (RhaiError e) {
        throw e.inModule(path, line, column);
      }
    };
  }

  private static Object run(String text, Map<String, String> modules, RunLimits limits) {
    Program program = program(text);
    FunctionTable functions =
        new FunctionTable(FunctionIndex.EMPTY, List.of(), StandardLibrary::functions);
    Run run =
        new Run(program, new Scope(), functions, limits, SILENT, null)
            .withResolver(resolver(modules));
    return program.execute(run);
  }

  private static Object run(String text, String module) {
    return run(text, Map.of("m", module), RunLimits.DEFAULT);
  }

  @Test
  void import_function_canBeCalled() {
    assertThat(run("import \"m\" as m; m::f(20)", "fn f(x) { x * 2 + one() } fn one() { 1 }"))
        .isEqualTo(41L);
  }

  @Test
  void import_privateFunction_isMissing() {
    assertThatThrownBy(() -> run("import \"m\" as m; m::f()", "private fn f() { 1 }"))
        .isInstanceOfSatisfying(
            RhaiError.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.FUNCTION_NOT_FOUND);
              assertThat(error.message())
                  .isEqualTo("Function not found: m::f () (line 1, position 21)");
            });
  }

  @Test
  void import_exportedVariable_isConstant() {
    String module = "export let x = [1]; let hidden = 2; x.push(2);";

    assertThat(run("import \"m\" as m; m::x[1]", module)).isEqualTo(2L);
    assertThatThrownBy(() -> run("import \"m\" as m; m::x[0] = 5;", module))
        .isInstanceOfSatisfying(
            RhaiError.class,
            error -> assertThat(error.kind()).isEqualTo(ErrorKind.ASSIGNMENT_TO_CONSTANT));
    assertThatThrownBy(() -> run("import \"m\" as m; m::hidden", module))
        .isInstanceOfSatisfying(
            RhaiError.class,
            error ->
                assertThat(error.message())
                    .isEqualTo("Variable not found: m::hidden (line 1, position 18)"));
  }

  @Test
  void import_constantOfModule_isSeenByItsFunctions() {
    assertThat(
            run(
                "const X = 1; fn g() {} import \"m\" as m; m::f() + global::X",
                "const X = 40; fn f() { global::X }"))
        .isEqualTo(41L);
  }

  @Test
  void import_inBlock_endsWithIt() {
    assertThatThrownBy(() -> run("{ import \"m\" as m; m::f(); } m::f()", "fn f() { 1 }"))
        .isInstanceOfSatisfying(
            RhaiError.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.MODULE_NOT_FOUND);
              assertThat(error.column()).isEqualTo(30);
            });
  }

  @Test
  void import_inModule_isModuleInside() {
    Map<String, String> modules =
        Map.of("a", "import \"b\" as b; fn f() { b::g() }", "b", "fn g() { 7 }");

    assertThat(run("import \"a\" as a; a::f() + a::b::g()", modules, RunLimits.DEFAULT))
        .isEqualTo(14L);
  }

  @Test
  void import_failing_isErrorInModule() {
    assertThatThrownBy(() -> run("let x = 1;\nimport \"m\" as m;", "let y = 1;\nnope()"))
        .isInstanceOfSatisfying(
            RhaiError.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.IN_MODULE);
              assertThat(error.line()).isEqualTo(2);
              assertThat(error.innermost().line()).isEqualTo(2);
            });
  }

  @Test
  void import_tooMany_fails() {
    RunLimits limits = new RunLimits(0, 64, 0, 0, 0, Integer.MAX_VALUE, 1);

    assertThatThrownBy(() -> run("import \"m\" as a; import \"m\" as b;", Map.of("m", "1"), limits))
        .isInstanceOfSatisfying(
            RhaiError.class,
            error -> assertThat(error.kind()).isEqualTo(ErrorKind.TOO_MANY_MODULES));
  }
}
