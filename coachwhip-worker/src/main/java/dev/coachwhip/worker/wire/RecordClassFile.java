package dev.coachwhip.worker.wire;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Collections;
import java.util.List;

/** The class file of a public record whose components are all of type Object. */
final class RecordClassFile {

  /** Of the classes that are made; the simple name alone is what scripts see. */
  static final String PACKAGE = "dev.coachwhip.worker.made";

  private static final ClassDesc RECORD = ClassDesc.of("java.lang.Record");
  private static final MethodTypeDesc GETTER = MethodTypeDesc.of(CD_Object);

  private final ClassDesc type;
  private final List<String> components;

  private RecordClassFile(String simpleName, List<String> components) {
    this.type = ClassDesc.of(PACKAGE, simpleName);
    this.components = components;
  }

  /**
   * Makes it.
   *
   * @throws IllegalArgumentException if a name cannot be one
   */
  static byte[] of(String simpleName, List<String> components) {
    return new RecordClassFile(simpleName, components).build();
  }

  private byte[] build() {
    return ClassFile.of()
        .build(
            type,
            builder -> {
              builder
                  .withSuperclass(RECORD)
                  .withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                  .with(
                      RecordAttribute.of(
                          components.stream()
                              .map(name -> RecordComponentInfo.of(name, CD_Object, List.of()))
                              .toList()));
              addFields(builder);
              addConstructor(builder);
              addIdentity(builder);
            });
  }

  private void addFields(ClassBuilder builder) {
    for (String name : components) {
      builder
          .withField(name, CD_Object, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL)
          .withMethodBody(
              name,
              GETTER,
              ClassFile.ACC_PUBLIC,
              code -> code.aload(0).getfield(type, name, CD_Object).areturn());
    }
  }

  private void addConstructor(ClassBuilder builder) {
    MethodTypeDesc takesAll =
        MethodTypeDesc.of(CD_void, Collections.nCopies(components.size(), CD_Object));
    builder.withMethodBody(INIT_NAME, takesAll, ClassFile.ACC_PUBLIC, this::constructor);
  }

  private void constructor(CodeBuilder code) {
    code.aload(0).invokespecial(RECORD, INIT_NAME, MethodTypeDesc.of(CD_void));
    for (int i = 0; i < components.size(); i++) {
      code.aload(0).aload(i + 1).putfield(type, components.get(i), CD_Object);
    }
    code.return_();
  }

  /** Nobody compares these: what a script gets is made of the components. */
  private static void addIdentity(ClassBuilder builder) {
    builder
        .withMethodBody(
            "hashCode",
            MethodTypeDesc.of(CD_int),
            ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL,
            code ->
                code.aload(0)
                    .invokestatic(
                        ClassDesc.of("java.lang.System"),
                        "identityHashCode",
                        MethodTypeDesc.of(CD_int, CD_Object))
                    .ireturn())
        .withMethodBody(
            "equals",
            MethodTypeDesc.of(CD_boolean, CD_Object),
            ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL,
            code ->
                code.aload(0)
                    .aload(1)
                    .ifThenElse(
                        java.lang.classfile.Opcode.IF_ACMPEQ,
                        same -> same.iconst_1().ireturn(),
                        other -> other.iconst_0().ireturn()))
        .withMethodBody(
            "toString",
            MethodTypeDesc.of(CD_String),
            ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL,
            code ->
                code.aload(0)
                    .invokevirtual(
                        CD_Object, "getClass", MethodTypeDesc.of(ClassDesc.of("java.lang.Class")))
                    .invokevirtual(
                        ClassDesc.of("java.lang.Class"),
                        "getSimpleName",
                        MethodTypeDesc.of(CD_String))
                    .areturn());
  }
}
