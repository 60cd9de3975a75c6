package dev.coachwhip.worker.wire;

import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.CLASS_INIT_NAME;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** The class file of a public enum. */
final class EnumClassFile {

  private static final ClassDesc ENUM = ClassDesc.of("java.lang.Enum");
  private static final MethodTypeDesc NAMED = MethodTypeDesc.of(CD_void, CD_String, CD_int);
  private static final String ALL = "$VALUES";

  private final ClassDesc type;
  private final List<String> constants;

  private EnumClassFile(String simpleName, List<String> constants) {
    this.type = ClassDesc.of(RecordClassFile.PACKAGE, simpleName);
    this.constants = constants;
  }

  /**
   * Makes it.
   *
   * @throws IllegalArgumentException if a name cannot be one, or there are too many
   */
  static byte[] of(String simpleName, List<String> constants) {
    return new EnumClassFile(simpleName, constants).build();
  }

  private byte[] build() {
    return ClassFile.of()
        .build(
            type,
            builder -> {
              builder
                  .withSuperclass(ENUM)
                  .withFlags(
                      ClassFile.ACC_PUBLIC
                          | ClassFile.ACC_FINAL
                          | ClassFile.ACC_SUPER
                          | ClassFile.ACC_ENUM)
                  .withField(ALL, type.arrayType(), ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC);
              addMethods(builder);
            });
  }

  private void addMethods(ClassBuilder builder) {
    builder
        .withMethodBody(
            INIT_NAME,
            NAMED,
            ClassFile.ACC_PRIVATE,
            code -> code.aload(0).aload(1).iload(2).invokespecial(ENUM, INIT_NAME, NAMED).return_())
        .withMethodBody(
            "values",
            MethodTypeDesc.of(type.arrayType()),
            ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
            code -> code.getstatic(type, ALL, type.arrayType()).areturn())
        .withMethodBody(
            CLASS_INIT_NAME, MethodTypeDesc.of(CD_void), ClassFile.ACC_STATIC, this::initialiser);
  }

  /** Fills {@code values()}; stack: array. */
  private void initialiser(CodeBuilder code) {
    code.loadConstant(constants.size()).anewarray(type);
    for (int i = 0; i < constants.size(); i++) {
      code.dup()
          .loadConstant(i)
          .new_(type)
          .dup()
          .loadConstant(constants.get(i))
          .loadConstant(i)
          .invokespecial(type, INIT_NAME, NAMED)
          .aastore();
    }
    code.putstatic(type, ALL, type.arrayType()).return_();
  }
}
