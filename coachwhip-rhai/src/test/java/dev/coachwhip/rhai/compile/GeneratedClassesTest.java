package dev.coachwhip.rhai.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.rhai.analysis.Simplifier;
import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.reference.CaseScripts;
import dev.coachwhip.rhai.syntax.Parser;
import dev.coachwhip.rhai.syntax.SyntaxError;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is generated for the cases passes the JDK's verification of class files. */
class GeneratedClassesTest {

  private static final ClassFile VERIFIER =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofClassLoading(GeneratedClassesTest.class.getClassLoader())));

  @ParameterizedTest
  @CsvSource({"false, false", "true, false", "false, true", "true, true"})
  void classFile_anyCase_verifies(boolean counts, boolean scoped) {
    CompileOptions options = new CompileOptions(counts, Set.of(), scoped);
    List<String> problems = new ArrayList<>();
    int verified = 0;
    for (String text : CaseScripts.all()) {
      Optional<Script> script = parse(text);
      if (script.isPresent()) {
        verified++;
        problem(script.get(), options).ifPresent(found -> problems.add(found + "\n" + text));
      }
    }
    assertThat(problems).isEmpty();
    assertThat(verified).isGreaterThan(1000);
  }

  private static Optional<Script> parse(String text) {
    try {
      return Optional.of(
          Simplifier.simplify(Parser.parse(text, SyntaxOptions.DEFAULT), SyntaxOptions.DEFAULT));
    } catch (SyntaxError e) {
      return Optional.empty(); // a case of the parser's
    }
  }

  private static Optional<String> problem(Script script, CompileOptions options) {
    try {
      return Compiler.classFiles(script, options).stream()
          .flatMap(bytes -> VERIFIER.verify(bytes).stream())
          .map(VerifyError::getMessage)
          .findFirst();
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.of(e.toString()); // the Class-File API found no stack map
    }
  }
}
