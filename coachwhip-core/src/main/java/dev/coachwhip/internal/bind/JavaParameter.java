package dev.coachwhip.internal.bind;

import dev.coachwhip.ScriptName;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a Java method that a script's function implements.
 *
 * @param index of the argument
 * @param name its name, if the class file has it or an annotation gives it
 * @param isNameGiven whether an annotation gives the name
 * @param mayBeLeftOut whether an empty argument means that there is none
 * @param isRest whether it is an array of all further arguments
 */
record JavaParameter(
    int index, Optional<String> name, boolean isNameGiven, boolean mayBeLeftOut, boolean isRest) {

  private static final Set<Class<?>> OPTIONALS =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  static List<JavaParameter> of(Method method) {
    Parameter[] parameters = method.getParameters();
    return IntStream.range(0, parameters.length).mapToObj(i -> of(parameters[i], i)).toList();
  }

  private static JavaParameter of(Parameter parameter, int index) {
    ScriptName given = parameter.getAnnotation(ScriptName.class);
    Optional<String> name =
        given != null
            ? Optional.of(given.value())
            : Optional.of(parameter.getName()).filter(_ -> parameter.isNamePresent());
    return new JavaParameter(
        index, name, given != null, OPTIONALS.contains(parameter.getType()), parameter.isVarArgs());
  }

  /** Tells whether the parameter is meant by a name in the script. */
  boolean isCalled(String scriptName) {
    return !isRest
        && name.filter(own -> Names.of(own, isNameGiven).contains(scriptName)).isPresent();
  }

  /** Returns the parameters as a reader would write them. */
  static String listed(List<JavaParameter> parameters) {
    return String.join(", ", parameters.stream().map(JavaParameter::shown).toList());
  }

  private String shown() {
    return name.orElse("argument " + (index + 1)) + (isRest ? "..." : "");
  }

  /** Tells whether an argument is one of the empty optionals. */
  static boolean isEmpty(@Nullable Object argument) {
    return switch (argument) {
      case Optional<?> optional -> optional.isEmpty();
      case OptionalInt optional -> optional.isEmpty();
      case OptionalLong optional -> optional.isEmpty();
      case OptionalDouble optional -> optional.isEmpty();
      case null, default -> false;
    };
  }
}
