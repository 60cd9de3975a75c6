package dev.coachwhip.worker.wire;

import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** The class file of a public exception that has a message. */
final class ThrowableClassFile {

  private static final MethodTypeDesc WITH_MESSAGE = MethodTypeDesc.of(CD_void, CD_String);

  private ThrowableClassFile() {}

  /** A loader that knows the class that is extended. */
  private static final class Loader extends ClassLoader {
    Loader(ClassLoader parent) {
      super(parent);
    }

    Class<?> define(byte[] classFile) {
      return defineClass(null, classFile, 0, classFile.length);
    }
  }

  /**
   * Makes a class.
   *
   * @param name the full name
   * @param superclass has a public constructor that takes the message
   * @throws IllegalArgumentException if it cannot be a name
   * @throws SecurityException if it is a name of the JDK's
   */
  static Class<?> define(String name, Class<? extends Throwable> superclass) {
    ClassDesc base = ClassDesc.of(superclass.getName());
    byte[] classFile =
        ClassFile.of()
            .build(
                ClassDesc.of(name),
                builder ->
                    builder
                        .withSuperclass(base)
                        .withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_SUPER)
                        .withMethodBody(
                            INIT_NAME,
                            WITH_MESSAGE,
                            ClassFile.ACC_PUBLIC,
                            code ->
                                code.aload(0)
                                    .aload(1)
                                    .invokespecial(base, INIT_NAME, WITH_MESSAGE)
                                    .return_()));
    return new Loader(parent(superclass)).define(classFile);
  }

  private static ClassLoader parent(Class<?> superclass) {
    ClassLoader loader = superclass.getClassLoader();
    return loader == null ? ClassLoader.getPlatformClassLoader() : loader;
  }
}
