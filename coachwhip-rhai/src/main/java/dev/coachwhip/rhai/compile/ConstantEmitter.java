package dev.coachwhip.rhai.compile;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_MethodHandles_Lookup;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;

import dev.coachwhip.rhai.analysis.Node;
import dev.coachwhip.rhai.analysis.Type;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Literals. Strings and characters are dynamic constants: made once, when first needed. */
final class ConstantEmitter {

  private static final DirectMethodHandleDesc STRING = bootstrap("string", CD_String);
  private static final DirectMethodHandleDesc CHARACTER =
      bootstrap("character", java.lang.constant.ConstantDescs.CD_int);
  private static final DirectMethodHandleDesc INTEGER =
      bootstrap("integer", java.lang.constant.ConstantDescs.CD_long);
  private static final DirectMethodHandleDesc FLOAT =
      bootstrap("float_", java.lang.constant.ConstantDescs.CD_double);
  private static final DirectMethodHandleDesc TEMPLATE =
      bootstrap("template", CD_String.arrayType());

  /** Longer strings cannot be constants of a class file: 65,535 bytes of UTF-8. */
  private static final int LONGEST = 20_000;

  private final Emitter emitter;
  private final CodeBuilder code;

  ConstantEmitter(Emitter emitter) {
    this.emitter = emitter;
    this.code = emitter.code;
  }

  private static DirectMethodHandleDesc bootstrap(
      String name, java.lang.constant.ClassDesc argument) {
    return MethodHandleDesc.ofMethod(
        DirectMethodHandleDesc.Kind.STATIC,
        Classes.CONSTANTS,
        name,
        MethodTypeDesc.of(CD_Object, CD_MethodHandles_Lookup, CD_String, CD_Class, argument));
  }

  private static DynamicConstantDesc<?> dynamic(
      DirectMethodHandleDesc bootstrap, ConstantDesc... arguments) {
    return DynamicConstantDesc.ofNamed(bootstrap, "_", CD_Object, arguments);
  }

  void push(Node.Constant constant, TypeKind kind) {
    Type type = constant.type();
    switch (type) {
      case INT -> {
        long value = (Long) constant.value;
        if (kind == TypeKind.REFERENCE) {
          code.loadConstant(dynamic(INTEGER, value));
        } else if (kind == TypeKind.DOUBLE) {
          code.loadConstant((double) value);
        } else {
          code.loadConstant(value);
        }
      }
      case FLOAT -> {
        double value = (Double) constant.value;
        if (kind == TypeKind.REFERENCE) {
          code.loadConstant(dynamic(FLOAT, value));
        } else {
          code.loadConstant(value);
        }
      }
      case BOOL -> {
        code.loadConstant((Boolean) constant.value ? 1 : 0);
        Kinds.convert(code, TypeKind.BOOLEAN, kind);
      }
      case CHAR -> code.loadConstant(dynamic(CHARACTER, (Integer) constant.value));
      case STRING -> string((String) constant.value);
      default -> emitter.body.unit();
    }
  }

  /** Pushes a string of scripts. */
  void string(String text) {
    if (text.length() <= LONGEST) {
      code.loadConstant(dynamic(STRING, text));
      return;
    }
    javaString(text);
    emitter.body.call(Classes.CONSTANTS, "string", "S>A");
  }

  /** Pushes a Java string. */
  void javaString(String text) {
    if (text.length() <= LONGEST) {
      code.loadConstant(text);
      return;
    }
    code.new_(Classes.STRING_BUILDER).dup();
    code.invokespecial(Classes.STRING_BUILDER, "<init>", Signatures.of(">V"));
    for (int i = 0; i < text.length(); i += LONGEST) {
      code.loadConstant(text.substring(i, Math.min(text.length(), i + LONGEST)));
      code.invokevirtual(
          Classes.STRING_BUILDER,
          "append",
          Signatures.of("S>A").changeReturnType(Classes.STRING_BUILDER));
    }
    code.invokevirtual(Classes.STRING_BUILDER, "toString", Signatures.of(">S"));
  }

  /** Pushes what makes maps with these keys. */
  void template(List<String> keys) {
    code.loadConstant(dynamic(TEMPLATE, keys.toArray(ConstantDesc[]::new)));
  }
}
