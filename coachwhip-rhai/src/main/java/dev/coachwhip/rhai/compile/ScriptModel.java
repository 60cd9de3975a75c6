package dev.coachwhip.rhai.compile;

import static java.lang.constant.ConstantDescs.CD_Throwable;

import dev.coachwhip.rhai.analysis.Analysis;
import dev.coachwhip.rhai.analysis.FunctionGroup;
import dev.coachwhip.rhai.analysis.FunctionVersion;
import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Type;
import dev.coachwhip.rhai.analysis.Variable;
import dev.coachwhip.rhai.stdlib.StandardLibrary;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** What all methods of a generated class share. */
final class ScriptModel {

  static final String PROGRAM_FIELD = "program";

  static final MethodTypeDesc FAILED_CALL =
      Signatures.of("ASJ>A").changeReturnType(CD_Throwable).changeParameterType(0, CD_Throwable);
  static final MethodTypeDesc EVAL =
      Signatures.of("ARNFAJ>A").changeParameterType(4, Classes.PROGRAM);

  final ClassDesc self;
  final Analysis analysis;
  final CompileOptions options;
  final Sites sites = new Sites();

  /** The variables of the top level, in the order of their declarations. */
  final List<Variable> globals;

  ScriptModel(ClassDesc self, Analysis analysis, CompileOptions options, List<Variable> globals) {
    this.self = self;
    this.analysis = analysis;
    this.options = options;
    this.globals = globals;
  }

  boolean hasFunctions() {
    return options.scoped() || !analysis.groups().isEmpty();
  }

  /** Tells whether a body imports modules, so that jumps have to undo that. */
  boolean importsModules(Body body) {
    return body.version.imports();
  }

  /** Tells whether a name means a function of the standard library, whatever else there is. */
  boolean isDirect(String name) {
    return !options.hostFunctions().contains(name)
        && !StandardLibrary.functions().overloads(name).isEmpty();
  }

  /** The top level has come past the declaration of a variable. */
  void declared(Body body, Variable variable) {
    body.code.loadConstant(globals.indexOf(variable) + 1);
    body.code.istore(body.declaredSlot);
  }

  void pushProgram(CodeBuilder code) {
    code.getstatic(self, PROGRAM_FIELD, Classes.PROGRAM);
  }

  /** Pushes a pointer to a function of the script. */
  void pushFunction(CodeBuilder code, String name) {
    FunctionGroup group = analysis.named(name);
    pushProgram(code);
    code.loadConstant(group == null ? -1 : group.index());
    code.iconst_0().anewarray(ConstantDescs.CD_Object);
    code.invokevirtual(Classes.PROGRAM, "closure", Signatures.of("IO>A"));
  }

  static String genericName(int index) {
    return "f" + index;
  }

  static String name(FunctionVersion version) {
    StringBuilder name = new StringBuilder(genericName(version.group().index()));
    if (!version.isGeneric()) {
      name.append('$');
      version.types().forEach(type -> name.append(Signatures.letter(Kinds.of(type))));
    }
    return name.toString();
  }

  static MethodTypeDesc descriptor(FunctionVersion version) {
    StringBuilder letters = new StringBuilder("R");
    if (version.group().isScoped()) {
      letters.append('N');
    }
    if (version.group().usesThis()) {
      letters.append('F');
    }
    version.types().forEach(type -> letters.append(Signatures.letter(Kinds.of(type))));
    letters.append('>').append(Signatures.letter(Kinds.of(version.result())));
    return Signatures.of(letters.toString());
  }

  void invoke(CodeBuilder code, FunctionVersion version) {
    code.invokestatic(self, name(version), descriptor(version));
  }

  /** Returns the first steps of an assignment's chain, for their value. */
  Node.ChainRead head(Node.ChainAssign node, int steps) {
    return node.head(steps, Type.DYNAMIC);
  }
}
