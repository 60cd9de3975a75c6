package dev.coachwhip.rhai.compile;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SUPER;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import dev.coachwhip.rhai.analysis.FunctionVersion;
import dev.coachwhip.rhai.runtime.ScriptLine;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayList;
import java.util.List;

/** Generates the classes of a script: one, or more for a large one. */
final class ClassGenerator {

  static final String CLASS_NAME = ScriptLine.CLASS_NAME;

  /** More functions than these are not called through a table. */
  private static final int MOST_CASES = 500;

  private final ScriptModel model;
  private final String sourceName;

  ClassGenerator(ScriptModel model, String sourceName) {
    this.model = model;
    this.sourceName = sourceName;
  }

  /** Returns class files, that of {@link ScriptCode} first. */
  List<byte[]> generate() {
    List<byte[]> classes = new ArrayList<>();
    ClassFile format =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofClassLoading(ClassGenerator.class.getClassLoader())));
    for (int i = 0; i < model.pieces.classes(); i++) {
      int number = i;
      classes.add(format.build(ScriptModel.owner(number), type -> generate(type, number)));
    }
    return classes;
  }

  private void generate(ClassBuilder type, int number) {
    type.withVersion(ClassFile.JAVA_25_VERSION, 0);
    type.withFlags(ACC_PUBLIC | ACC_FINAL | ACC_SUPER);
    type.with(SourceFileAttribute.of(sourceName));
    if (number == 0) {
      entry(type);
    }
    for (FunctionVersion version : model.analysis.versions()) {
      if (model.ownerOf(version) == number) {
        new MethodGenerator(model).function(type, version);
      }
    }
    for (int i = 0; i < model.pieces.size(); i++) { // more are added meanwhile
      Pieces.Piece piece = model.pieces.get(i);
      if (piece.owner() == number) {
        new MethodGenerator(model).piece(type, piece);
      }
    }
  }

  private void entry(ClassBuilder type) {
    type.withSuperclass(Classes.SCRIPT_CODE);
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
    type.withMethodBody(
        "invoke", Signatures.of("IRFO>A"), ACC_PUBLIC, code -> dispatch(code, false));
    type.withMethodBody(
        "invokeIn", Signatures.of("IRNFO>A"), ACC_PUBLIC, code -> dispatch(code, true));
  }

  /** Calls a function by its number: this, number, run, [scope], self, arguments. */
  private void dispatch(CodeBuilder code, boolean inScope) {
    if (model.analysis.groups().size() > MOST_CASES) {
      throughHandles(code, inScope);
      return;
    }
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

  /** Too many functions for one method to name. */
  private void throughHandles(CodeBuilder code, boolean inScope) {
    model.pushProgram(code);
    code.iload(1).aload(2);
    if (inScope) {
      code.aload(3);
    } else {
      code.aconst_null();
    }
    code.aload(inScope ? 4 : 3).aload(inScope ? 5 : 4);
    code.invokevirtual(Classes.PROGRAM, "invoke", Signatures.of("IRNFO>A")).areturn();
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
