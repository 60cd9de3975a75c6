package dev.coachwhip.worker.wire;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.TypeMapping;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a worker for an object of a class that the host maps. Each mapping has a subclass
 * of its own, as an engine finds mappings by class.
 */
abstract class MappedStandIn {

  private final int index;
  private final @Nullable Object given;

  /**
   * Made by the subclasses only.
   *
   * @param index of the mapping
   * @param given what the host's function made of its object, or the script's value
   */
  MappedStandIn(int index, @Nullable Object given) {
    this.index = index;
    this.given = given;
  }

  int index() {
    return index;
  }

  @Nullable Object given() {
    return given;
  }

  /** Returns the script's value, of one that came from a script. */
  ScriptValue value() {
    if (given instanceof ScriptValue value) {
      return value;
    }
    throw new IllegalStateException("the object did not come from a script");
  }

  /**
   * Makes stand-ins for one mapping.
   *
   * @param constructor of the class that is for this mapping only
   */
  record Maker(int index, String scriptType, Constructor<? extends MappedStandIn> constructor) {

    static Maker of(int index, String scriptType) {
      try {
        Class<?> made = MethodHandles.lookup().defineHiddenClass(classFile(), true).lookupClass();
        return new Maker(
            index,
            scriptType,
            made.asSubclass(MappedStandIn.class).getDeclaredConstructor(int.class, Object.class));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a class of this package can be made", e);
      }
    }

    MappedStandIn make(@Nullable Object given) {
      try {
        return constructor.newInstance(index, given);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a stand-in's constructor only stores", e);
      }
    }

    /** Returns the mapping between the stand-ins' class and the script's. */
    TypeMapping<?> mapping() {
      return mapping(constructor.getDeclaringClass());
    }

    @SuppressWarnings("NullAway") // a null is what the host's function gave, and refused there
    private <T extends MappedStandIn> TypeMapping<T> mapping(Class<T> type) {
      return new TypeMapping<>(
          type, scriptType, standIn -> standIn.given(), value -> type.cast(make(value)));
    }
  }

  private static byte[] classFile() {
    ClassDesc base = ClassDesc.of(MappedStandIn.class.getName());
    MethodTypeDesc constructor = MethodTypeDesc.of(CD_void, CD_int, CD_Object);
    return ClassFile.of()
        .build(
            ClassDesc.of(MappedStandIn.class.getPackageName(), "Mapped"),
            builder ->
                builder
                    .withSuperclass(base)
                    .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                    .withMethodBody(
                        INIT_NAME,
                        constructor,
                        0,
                        code ->
                            code.aload(0)
                                .iload(1)
                                .aload(2)
                                .invokespecial(base, INIT_NAME, constructor)
                                .return_()));
  }
}
