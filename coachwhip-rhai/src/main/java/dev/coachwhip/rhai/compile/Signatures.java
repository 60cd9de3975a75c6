package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.runtime.Cell;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.runtime.ScopeVariable;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Descriptors of methods, written in letters: {@code "RAJ>A"} takes a Run, an Object and a long and
 * returns an Object. {@code F} is a Ref, {@code S} a String, {@code C} a Cell, {@code N} a Scope,
 * {@code K} a variable kept in one, {@code O} an Object[].
 */
final class Signatures {

  static final ClassDesc RUN = desc(Run.class);
  static final ClassDesc REF = desc(Ref.class);
  static final ClassDesc CELL = desc(Cell.class);
  static final ClassDesc SCOPE = desc(Scope.class);
  static final ClassDesc SCOPE_VARIABLE = desc(ScopeVariable.class);
  private static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();

  private static final Map<String, MethodTypeDesc> KNOWN = new ConcurrentHashMap<>();

  private Signatures() {}

  static ClassDesc desc(Class<?> type) {
    return ClassDesc.ofDescriptor(type.descriptorString());
  }

  static MethodTypeDesc of(String letters) {
    return KNOWN.computeIfAbsent(letters, Signatures::parse);
  }

  private static MethodTypeDesc parse(String letters) {
    int arrow = letters.indexOf('>');
    ClassDesc[] parameters = new ClassDesc[arrow];
    for (int i = 0; i < arrow; i++) {
      parameters[i] = type(letters.charAt(i));
    }
    return MethodTypeDesc.of(type(letters.charAt(arrow + 1)), parameters);
  }

  private static ClassDesc type(char letter) {
    return switch (letter) {
      case 'A' -> ConstantDescs.CD_Object;
      case 'J' -> ConstantDescs.CD_long;
      case 'D' -> ConstantDescs.CD_double;
      case 'Z' -> ConstantDescs.CD_boolean;
      case 'I' -> ConstantDescs.CD_int;
      case 'V' -> ConstantDescs.CD_void;
      case 'S' -> ConstantDescs.CD_String;
      case 'R' -> RUN;
      case 'F' -> REF;
      case 'C' -> CELL;
      case 'N' -> SCOPE;
      case 'K' -> SCOPE_VARIABLE;
      case 'O' -> OBJECTS;
      default -> throw new IllegalArgumentException(String.valueOf(letter));
    };
  }

  static char letter(TypeKind kind) {
    return switch (kind) {
      case LONG -> 'J';
      case DOUBLE -> 'D';
      case BOOLEAN -> 'Z';
      default -> 'A';
    };
  }
}
