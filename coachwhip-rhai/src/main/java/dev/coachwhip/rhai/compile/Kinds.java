package dev.coachwhip.rhai.compile;

import static java.lang.classfile.TypeKind.BOOLEAN;
import static java.lang.classfile.TypeKind.DOUBLE;
import static java.lang.classfile.TypeKind.LONG;
import static java.lang.classfile.TypeKind.REFERENCE;
import static java.lang.constant.ConstantDescs.CD_Boolean;
import static java.lang.constant.ConstantDescs.CD_Double;
import static java.lang.constant.ConstantDescs.CD_Long;

import dev.coachwhip.rhai.analysis.Type;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;

/** How values of a type are held by the JVM. */
final class Kinds {

  private Kinds() {}

  static TypeKind of(Type type) {
    return switch (type) {
      case INT -> LONG;
      case FLOAT -> DOUBLE;
      case BOOL -> BOOLEAN;
      default -> REFERENCE;
    };
  }

  /** Turns the value on the stack from one kind into another; the values are known to fit. */
  static void convert(CodeBuilder code, TypeKind from, TypeKind to) {
    if (from == to) {
      return;
    }
    if (to == REFERENCE) {
      box(code, from);
    } else if (from == REFERENCE) {
      unbox(code, to);
    } else if (from == LONG && to == DOUBLE) {
      code.l2d();
    } else {
      box(code, from);
      unbox(code, to);
    }
  }

  private static void box(CodeBuilder code, TypeKind from) {
    switch (from) {
      case LONG -> code.invokestatic(CD_Long, "valueOf", boxing('J', CD_Long));
      case DOUBLE -> code.invokestatic(CD_Double, "valueOf", boxing('D', CD_Double));
      default -> code.invokestatic(CD_Boolean, "valueOf", boxing('Z', CD_Boolean));
    }
  }

  private static java.lang.constant.MethodTypeDesc boxing(
      char from, java.lang.constant.ClassDesc to) {
    return Signatures.of(from + ">A").changeReturnType(to);
  }

  private static void unbox(CodeBuilder code, TypeKind to) {
    switch (to) {
      case LONG -> code.checkcast(CD_Long).invokevirtual(CD_Long, "longValue", Signatures.of(">J"));
      case DOUBLE ->
          code.checkcast(CD_Double).invokevirtual(CD_Double, "doubleValue", Signatures.of(">D"));
      default ->
          code.checkcast(CD_Boolean).invokevirtual(CD_Boolean, "booleanValue", Signatures.of(">Z"));
    }
  }

  static void pop(CodeBuilder code, TypeKind kind) {
    if (kind.slotSize() == 2) {
      code.pop2();
    } else {
      code.pop();
    }
  }
}
