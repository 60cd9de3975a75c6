package dev.coachwhip.rhai.compile;

import static java.lang.constant.ConstantDescs.CD_Throwable;

import dev.coachwhip.rhai.analysis.Analysis;
import dev.coachwhip.rhai.analysis.FunctionGroup;
import dev.coachwhip.rhai.analysis.FunctionVersion;
import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Type;
import dev.coachwhip.rhai.analysis.Variable;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.stdlib.StandardLibrary;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What all methods of a generated class share. */
final class ScriptModel {

  static final String PROGRAM_FIELD = "program";

  static final MethodTypeDesc FAILED_CALL =
      Signatures.of("ASJ>A").changeReturnType(CD_Throwable).changeParameterType(0, CD_Throwable);
  static final MethodTypeDesc CUSTOM_SYNTAX =
      Signatures.of("RNFAIJ>A").changeParameterType(3, Classes.PROGRAM);
  static final MethodTypeDesc EVAL =
      Signatures.of("ARNFAJ>A").changeParameterType(4, Classes.PROGRAM);

  final Analysis analysis;
  final CompileOptions options;
  final Sites sites = new Sites();
  final CaseTables tables = new CaseTables();
  final Pieces pieces = new Pieces();
  final CodeSize sizes;

  /** The loops that have pieces in them. */
  final Set<Node.Loop> dividedLoops = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The lengths of the frames of bodies that are divided. */
  final IdentityHashMap<FunctionVersion, Integer> frames = new IdentityHashMap<>();

  /** The numbers of the classes that versions of functions are in. */
  private final IdentityHashMap<FunctionVersion, Integer> owners = new IdentityHashMap<>();

  private final IdentityHashMap<Variable, Integer> globalIndexes = new IdentityHashMap<>();

  private final List<Expression.CustomSyntax> syntaxSites = new ArrayList<>();
  private final IdentityHashMap<Expression.CustomSyntax, Integer> siteNumbers =
      new IdentityHashMap<>();

  /** The variables of the top level, in the order of their declarations. */
  final List<Variable> globals;

  ScriptModel(Analysis analysis, CompileOptions options) {
    this.analysis = analysis;
    this.options = options;
    this.sizes = new CodeSize(options.methodSize());
    this.globals = globals(analysis);
    for (int i = 0; i < globals.size(); i++) {
      globalIndexes.put(globals.get(i), i);
    }
    divide(analysis.top());
    for (FunctionVersion version : analysis.versions()) {
      divide(version);
      owners.put(version, pieces.place(Math.min(sizes.most(), sizes.of(version.body()) + 40)));
    }
  }

  private static List<Variable> globals(Analysis analysis) {
    List<Variable> globals = new ArrayList<>();
    if (!analysis.scoped() && analysis.top().body() instanceof Node.Sequence sequence) {
      for (Node node : sequence.nodes) {
        if (node instanceof Node.Declare declare) {
          globals.add(declare.variable);
        }
      }
    }
    return globals;
  }

  private void divide(FunctionVersion version) {
    int length = Framing.of(version, sizes, dividedLoops);
    if (length > 0) {
      frames.put(version, length);
    }
  }

  /** Tells whether the top level is divided. */
  boolean isTopDivided() {
    return frames.containsKey(analysis.top());
  }

  /** Returns a class by its number. */
  static ClassDesc owner(int number) {
    return ClassDesc.of(className(number));
  }

  static String className(int number) {
    return number == 0 ? ClassGenerator.CLASS_NAME : ClassGenerator.CLASS_NAME + '$' + number;
  }

  /** Returns the numbers of the classes that the functions are in, their generic versions. */
  int[] genericOwners() {
    int[] numbers = new int[analysis.groups().size()];
    for (FunctionVersion version : analysis.versions()) {
      if (version.isGeneric()) {
        numbers[version.group().index()] = ownerOf(version);
      }
    }
    return numbers;
  }

  /** Returns the number of the class that a version of a function is in. */
  int ownerOf(FunctionVersion version) {
    return owners.getOrDefault(version, 0);
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
    return !options.hostFunctions().contains(name) && isStandard(name);
  }

  /** Tells whether a method can only be a function of Java, or a property that holds one. */
  boolean isNativeMethod(String name, int arity) {
    return !analysis.methods().contains(name, arity) && isStandard(name);
  }

  /** Tells whether the standard library has functions of a name. */
  boolean isStandard(String name) {
    return !StandardLibrary.functions().overloads(name).isEmpty();
  }

  /** The top level has come past the declaration of a variable. */
  void declared(Body body, Variable variable) {
    body.code.loadConstant(
        Objects.requireNonNull(globalIndexes.get(variable), variable.name()) + 1);
    body.code.istore(body.declaredSlot);
  }

  /** Returns the number of a place where a syntax of the host is used. */
  int syntaxSite(Expression.CustomSyntax syntax) {
    return siteNumbers.computeIfAbsent(
        syntax,
        use -> {
          syntaxSites.add(use);
          return syntaxSites.size() - 1;
        });
  }

  /** Returns these places by their numbers. */
  List<Expression.CustomSyntax> syntaxSites() {
    return List.copyOf(syntaxSites);
  }

  void pushProgram(CodeBuilder code) {
    code.getstatic(owner(0), PROGRAM_FIELD, Classes.PROGRAM);
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
    code.invokestatic(owner(ownerOf(version)), name(version), descriptor(version));
  }

  /** Returns the first steps of an assignment's chain, for their value. */
  Node.ChainRead head(Node.ChainAssign node, int steps) {
    return node.head(steps, Type.DYNAMIC);
  }
}
