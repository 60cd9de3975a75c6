package dev.coachwhip.internal.bind;

import dev.coachwhip.ScriptSignature;
import dev.coachwhip.ScriptSignature.Kind;
import dev.coachwhip.ScriptSignature.Parameter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds for each parameter of a script's function the Java parameter whose argument it takes: that
 * of its name, or else the next by position that no name has claimed.
 */
final class ParameterMatcher {

  private final List<JavaParameter> unmatched;
  private final Map<Parameter, JavaParameter> matched = new LinkedHashMap<>();
  private final List<Slot> furtherNamed = new ArrayList<>();
  private final List<Parameter> parameters;
  private final List<String> problems = new ArrayList<>();

  private ParameterMatcher(List<JavaParameter> java, ScriptSignature script) {
    this.unmatched = new ArrayList<>(java);
    this.parameters = script.parameters();
  }

  /**
   * Returns how to pass a method's arguments.
   *
   * @param problems gets what does not fit; the result is of no use then
   */
  static ArgumentPlan match(Method method, ScriptSignature script, List<String> problems) {
    List<JavaParameter> java = JavaParameter.of(method);
    ParameterMatcher matcher = new ParameterMatcher(java, script);
    matcher.matchNames();
    matcher.matchPositions();
    matcher.matchRest();
    matcher.checkRequired();
    problems.addAll(matcher.problems);
    return matcher.plan();
  }

  /** Returns how to pass a method's arguments to a function that does not tell its parameters. */
  static ArgumentPlan unchecked(Method method) {
    List<Slot> slots =
        JavaParameter.of(method).stream()
            .map(java -> new Slot(assumed(java), Optional.of(java)))
            .toList();
    return new MatchedPlan(slots);
  }

  private static Parameter assumed(JavaParameter java) {
    Kind byPosition = java.name().isPresent() ? Kind.POSITIONAL_OR_KEYWORD : Kind.POSITIONAL_ONLY;
    return new Parameter(
        java.name().orElse("argument " + (java.index() + 1)),
        java.isRest() ? Kind.VAR_POSITIONAL : byPosition,
        java.mayBeLeftOut());
  }

  private void matchNames() {
    for (Parameter parameter : parameters) {
      if (!isVariable(parameter)) {
        unmatched.stream()
            .filter(java -> java.isCalled(parameter.name()))
            .findFirst()
            .ifPresent(java -> match(parameter, java));
      }
    }
    for (JavaParameter java : List.copyOf(unmatched)) {
      if (java.isNameGiven() && !java.isRest()) {
        passAsFurtherNamed(java);
      }
    }
  }

  private static boolean isVariable(Parameter parameter) {
    return parameter.kind() == Kind.VAR_POSITIONAL || parameter.kind() == Kind.VAR_KEYWORD;
  }

  private void match(Parameter parameter, JavaParameter java) {
    matched.put(parameter, java);
    unmatched.remove(java);
  }

  private void passAsFurtherNamed(JavaParameter java) {
    String name = java.name().orElseThrow();
    unmatched.remove(java);
    if (parameters.stream().anyMatch(p -> p.kind() == Kind.VAR_KEYWORD)) {
      Parameter further = new Parameter(name, Kind.VAR_KEYWORD, true);
      furtherNamed.add(new Slot(further, Optional.of(java)));
    } else {
      problems.add("has no parameter '" + name + "'");
    }
  }

  private void matchPositions() {
    for (Parameter parameter : parameters) {
      boolean byPosition =
          parameter.kind() == Kind.POSITIONAL_ONLY
              || parameter.kind() == Kind.POSITIONAL_OR_KEYWORD;
      if (byPosition && !matched.containsKey(parameter)) {
        nextByPosition().ifPresent(java -> match(parameter, java));
      }
    }
  }

  private Optional<JavaParameter> nextByPosition() {
    return unmatched.stream().filter(java -> !java.isRest()).findFirst();
  }

  /** What is left goes to the parameter that takes all further arguments. */
  private void matchRest() {
    boolean takesMore = parameters.stream().anyMatch(p -> p.kind() == Kind.VAR_POSITIONAL);
    boolean hasRoom = parameters.stream().anyMatch(this::isOpenByPosition);
    boolean onlyRest = unmatched.stream().allMatch(JavaParameter::isRest);
    if (!takesMore && !(onlyRest && hasRoom) && !unmatched.isEmpty()) {
      problems.add("takes no argument for " + JavaParameter.listed(unmatched));
      unmatched.clear();
    }
  }

  private boolean isOpenByPosition(Parameter parameter) {
    return parameter.kind() != Kind.KEYWORD_ONLY
        && !isVariable(parameter)
        && !matched.containsKey(parameter);
  }

  private void checkRequired() {
    for (Parameter parameter : parameters) {
      boolean mayBeInRest = !unmatched.isEmpty() && isOpenByPosition(parameter);
      if (parameter.isRequired() && !matched.containsKey(parameter) && !mayBeInRest) {
        problems.add("needs '" + parameter.name() + "'");
      }
    }
  }

  private ArgumentPlan plan() {
    List<Slot> slots = new ArrayList<>();
    for (Parameter parameter : parameters) {
      if (parameter.kind() == Kind.KEYWORD_ONLY || parameter.kind() == Kind.VAR_KEYWORD) {
        addFurtherPositional(slots);
      }
      if (!isVariable(parameter) && !(isOpenByPosition(parameter) && !unmatched.isEmpty())) {
        slots.add(new Slot(parameter, Optional.ofNullable(matched.get(parameter))));
      }
    }
    addFurtherPositional(slots);
    slots.addAll(furtherNamed);
    return new MatchedPlan(slots);
  }

  private void addFurtherPositional(List<Slot> slots) {
    for (JavaParameter java : unmatched) {
      Parameter further = new Parameter("further arguments", Kind.VAR_POSITIONAL, true);
      slots.add(new Slot(further, Optional.of(java)));
    }
    unmatched.clear();
  }
}
