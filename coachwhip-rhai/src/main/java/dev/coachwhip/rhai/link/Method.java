package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.Tagged;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A method call as it stands in a script, done the general way. What a name means is looked for in
 * this order: keywords, a function pointer in a property of a map, the script's methods for the
 * receiver's type, the script's other functions, functions of Java.
 *
 * @param argumentPosition of the first argument
 */
record Method(String name, int flags, long position, long argumentPosition) {

  private static final String CALL = "call";
  private static final String CURRY = "curry";
  private static final String TYPE_OF = "type_of";
  private static final String IS_DEF_FN = "is_def_fn";

  /** Tells whether the language itself knows the name. */
  boolean isKeyword() {
    return switch (name) {
      case CALL, CURRY, TYPE_OF, IS_DEF_FN -> true;
      default -> false;
    };
  }

  boolean isCall() {
    return name.equals(CALL);
  }

  boolean isOnConstant() {
    return (flags & CallSites.CONSTANT) != 0;
  }

  private boolean isConstant(Ref<Object> receiver) {
    return isOnConstant() || receiver.isConstant();
  }

  private int line() {
    return Position.line(position);
  }

  private int column() {
    return Position.column(position);
  }

  /** Calls it; the receiver is a value or a {@link Ref}. */
  Object call(Run run, Object receiver, Object[] arguments) {
    Object value = Tagged.strip(Receivers.value(receiver));
    return switch (name) {
      case CALL -> callPointer(run, receiver, value, arguments);
      case CURRY -> curry(run, value, arguments);
      default -> callNamed(run, receiver, value, arguments);
    };
  }

  private Object callPointer(Run run, Object receiver, Object value, Object[] arguments) {
    if (value instanceof FunctionPointer pointer) {
      return run.callPointer(pointer, null, arguments, line(), column());
    }
    if ((flags & CallSites.FUNCTION_STYLE) != 0) {
      throw Position.fill(RhaiError.mismatch("Fn", typeName(run, value)), argumentPosition);
    }
    if (arguments.length == 0) {
      throw Position.fill(RhaiError.mismatch("Fn", typeName(run, value)), position);
    }
    if (!(Tagged.strip(arguments[0]) instanceof FunctionPointer pointer)) {
      throw Position.fill(RhaiError.mismatch("Fn", typeName(run, arguments[0])), argumentPosition);
    }
    Object[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    return callOn(run, pointer, receiver, rest);
  }

  private static String typeName(Run run, Object value) {
    return run.functions().typeName(value);
  }

  private Object callOn(Run run, FunctionPointer pointer, Object receiver, Object[] arguments) {
    Ref<Object> self = Receivers.reference(receiver);
    if (pointer.function() != null) {
      self.markSetByScript();
    }
    return run.callPointer(pointer, self, arguments, line(), column());
  }

  private Object curry(Run run, Object value, Object[] arguments) {
    if (value instanceof FunctionPointer pointer) {
      return pointer.curry(arguments);
    }
    throw Position.fill(RhaiError.mismatch("Fn", typeName(run, value)), position);
  }

  private Object callNamed(Run run, Object receiver, Object value, Object[] arguments) {
    FunctionPointer property =
        value instanceof RhaiMap map ? Receivers.functionPointer(map, name) : null;
    if (property != null) {
      return callOn(run, property, receiver, arguments);
    }
    if (name.equals(TYPE_OF) && arguments.length == 0) {
      return RhaiString.of(typeName(run, value));
    }
    if (name.equals(IS_DEF_FN) && (arguments.length == 1 || arguments.length == 2)) {
      return isDefined(run, value, arguments);
    }
    Ref<Object> self = Receivers.reference(receiver);
    if (find(run, value, arguments.length) != null) {
      self.markSetByScript();
    } else if (isConstant(self)) {
      Object[] all = new Object[arguments.length + 1];
      all[0] = self;
      System.arraycopy(arguments, 0, all, 1, arguments.length);
      return run.functions().callOnConstant(name, run, all, line(), column());
    }
    return run.callByName(name, self, arguments, line(), column());
  }

  /** Returns the script's function that the name means for a receiver; null if it has none. */
  @Nullable ScriptFunction find(Run run, Object receiver, int arguments) {
    Program program = run.program();
    ScriptFunction typed = program.function(name, arguments, typeName(run, receiver));
    return typed != null ? typed : program.function(name, arguments, null);
  }

  private Object isDefined(Run run, Object first, Object[] arguments) {
    boolean typed = arguments.length == 2;
    String type = typed ? string(first) : null;
    String function = string(typed ? arguments[0] : first);
    if (!(Tagged.strip(arguments[arguments.length - 1]) instanceof Long parameters)) {
      throw Position.fill(RhaiError.mismatchOf("i64", arguments[arguments.length - 1]), position);
    }
    return parameters >= 0
        && parameters <= Integer.MAX_VALUE
        && run.program().function(function, parameters.intValue(), type) != null;
  }

  private String string(Object value) {
    if (Tagged.strip(value) instanceof RhaiString text) {
      return text.toString();
    }
    throw Position.fill(RhaiError.mismatchOf("string", value), position);
  }
}
