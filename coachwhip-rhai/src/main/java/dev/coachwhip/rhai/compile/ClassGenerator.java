package dev.coachwhip.rhai.compile;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SUPER;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import dev.coachwhip.rhai.analysis.Analysis;
import dev.coachwhip.rhai.analysis.FunctionVersion;
import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Variable;
import dev.coachwhip.rhai.runtime.ScriptLine;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;

/** Generates the class of a script. */
final class ClassGenerator {

  static final String CLASS_NAME = ScriptLine.CLASS_NAME;
  private static final ClassDesc SELF = ClassDesc.of(CLASS_NAME);

  private final ScriptModel model;
  private final String sourceName;

  ClassGenerator(Analysis analysis, CompileOptions options, String sourceName) {
    List<Variable> globals = new ArrayList<>();
    if (!analysis.scoped() && analysis.top().body() instanceof Node.Sequence sequence) {
      for (Node node : sequence.nodes) {
        if (node instanceof Node.Declare declare) {
          globals.add(declare.variable);
        }
      }
    }
    this.model = new ScriptModel(SELF, analysis, options, globals);
    this.sourceName = sourceName;
  }

  byte[] generate() {
    return ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                java.lang.classfile.ClassHierarchyResolver.ofClassLoading(
                    ClassGenerator.class.getClassLoader())))
        .build(SELF, this::generate);
  }

  private void generate(ClassBuilder type) {
    type.withVersion(ClassFile.JAVA_25_VERSION, 0);
    type.withFlags(ACC_PUBLIC | ACC_FINAL | ACC_SUPER);
    type.withSuperclass(Classes.SCRIPT_CODE);
    type.with(SourceFileAttribute.of(sourceName));
    type.withField(ScriptModel.PROGRAM_FIELD, Classes.PROGRAM, ACC_PUBLIC | ACC_STATIC);
    type.withMethodBody(
        INIT_NAME,
        Signatures.of(">V"),
        ACC_PUBLIC,
        code ->
            code.aload(0)
                .invokespecial(Classes.SCRIPT_CODE, INIT_NAME, Signatures.of(">V"))
                .return_());
    new MethodGenerator(model).top(type);
    for (FunctionVersion version : model.analysis.versions()) {
      new MethodGenerator(model).function(type, version);
    }
    type.withMethodBody(
        "invoke", Signatures.of("IRFO>A"), ACC_PUBLIC, code -> dispatch(code, false));
    type.withMethodBody(
        "invokeIn", Signatures.of("IRNFO>A"), ACC_PUBLIC, code -> dispatch(code, true));
  }

  /** Calls a function by its number: this, number, run, [scope], self, arguments. */
  private void dispatch(CodeBuilder code, boolean inScope) {
    List<FunctionVersion> generic =
        model.analysis.versions().stream()
            .filter(version -> version.isGeneric() && (!inScope || version.group().isScoped()))
            .toList();
    Label otherwise = code.newLabel();
    List<SwitchCase> cases = new ArrayList<>();
    generic.forEach(version -> cases.add(SwitchCase.of(version.group().index(), code.newLabel())));
    code.iload(1).lookupswitch(otherwise, cases);
    for (int i = 0; i < cases.size(); i++) {
      code.labelBinding(cases.get(i).target());
      call(code, generic.get(i), inScope);
      code.areturn();
    }
    code.labelBinding(otherwise);
    code.aconst_null().areturn();
  }

  private void call(CodeBuilder code, FunctionVersion version, boolean inScope) {
    int self = inScope ? 4 : 3;
    code.aload(2);
    if (inScope) {
      code.aload(3);
    } else if (version.group().isScoped()) {
      code.new_(Signatures.SCOPE).dup();
      code.invokespecial(Signatures.SCOPE, INIT_NAME, Signatures.of(">V"));
    }
    if (version.group().usesThis()) {
      code.aload(self);
    }
    for (int i = 0; i < version.types().size(); i++) {
      code.aload(self + 1);
      code.loadConstant(i);
      code.aaload();
    }
    model.invoke(code, version);
  }
}
