package dev.coachwhip.internal.bind;

import dev.coachwhip.Arguments;
import dev.coachwhip.DescribedFunction.Parameter;
import dev.coachwhip.HostArgumentException;
import dev.coachwhip.ScriptSignature.Kind;
import dev.coachwhip.ScriptValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the arguments of a call in the order of the parameters. Errors are worded as Python words
 * them, which people know.
 */
public final class ArgumentBinder {

  private final List<Parameter> byPosition;
  private final List<Parameter> byName;
  private final List<String> positionalNames;
  private final boolean takesMorePositional;
  private final boolean takesMoreNamed;

  /** Makes it for parameters in order. */
  public ArgumentBinder(List<Parameter> parameters) {
    byPosition =
        parameters.stream()
            .filter(p -> p.kind().compareTo(Kind.POSITIONAL_OR_KEYWORD) <= 0)
            .toList();
    byName = parameters.stream().filter(p -> p.kind() == Kind.KEYWORD_ONLY).toList();
    positionalNames = byPosition.stream().map(Parameter::name).toList();
    takesMorePositional = parameters.stream().anyMatch(p -> p.kind() == Kind.VAR_POSITIONAL);
    takesMoreNamed = parameters.stream().anyMatch(p -> p.kind() == Kind.VAR_KEYWORD);
  }

  /**
   * Binds.
   *
   * @throws HostArgumentException if the arguments do not fit
   */
  public Arguments bind(Arguments given) {
    return given.size() == byPosition.size() && given.named().isEmpty() && byName.isEmpty()
        ? given.withNames(positionalNames)
        : bindEach(given);
  }

  private Arguments bindEach(Arguments given) {
    Map<String, ScriptValue> left = new LinkedHashMap<>(given.named());
    List<@Nullable ScriptValue> positional = new ArrayList<>(given.positional());
    checkCount(given);
    for (int i = 0; i < byPosition.size(); i++) {
      bindByPosition(byPosition.get(i), i, positional, left, given.function());
    }
    Map<String, ScriptValue> named = new LinkedHashMap<>();
    byName.forEach(parameter -> bindByName(parameter, named, left));
    checkLeft(left, given.function());
    checkMissing(positional, named, given.function());
    named.putAll(left);
    ScriptValue[] inOrder = positional.toArray(ScriptValue[]::new);
    return Arguments.of(given.function(), inOrder, named).withNames(positionalNames);
  }

  private static void bindByPosition(
      Parameter parameter,
      int index,
      List<@Nullable ScriptValue> positional,
      Map<String, ScriptValue> left,
      String function) {
    ScriptValue byName =
        parameter.kind() == Kind.POSITIONAL_ONLY ? null : left.remove(parameter.name());
    if (index < positional.size()) {
      if (byName != null) {
        throw new HostArgumentException(
            "%s() got multiple values for argument '%s'".formatted(function, parameter.name()));
      }
    } else {
      positional.add(byName != null ? byName : parameter.defaultValue().orElse(null));
    }
  }

  private static void bindByName(
      Parameter parameter, Map<String, ScriptValue> named, Map<String, ScriptValue> left) {
    ScriptValue given = left.remove(parameter.name());
    ScriptValue value = given != null ? given : parameter.defaultValue().orElse(null);
    if (value != null) {
      named.put(parameter.name(), value);
    }
  }

  private void checkCount(Arguments given) {
    int most = byPosition.size();
    if (takesMorePositional || given.size() <= most) {
      return;
    }
    long least = byPosition.stream().filter(p -> p.defaultValue().isEmpty()).count();
    String takes = least == most ? String.valueOf(most) : "from %d to %d".formatted(least, most);
    throw new HostArgumentException(
        "%s() takes %s positional argument%s but %d %s given"
            .formatted(
                given.function(),
                takes,
                most == 1 ? "" : "s",
                given.size(),
                given.size() == 1 ? "was" : "were"));
  }

  private void checkLeft(Map<String, ScriptValue> left, String function) {
    for (String name : left.keySet()) {
      if (!takesMoreNamed) {
        boolean known = positionalNames.contains(name);
        throw new HostArgumentException(
            known
                ? "%s() got some positional-only arguments passed as keyword arguments: '%s'"
                    .formatted(function, name)
                : "%s() got an unexpected keyword argument '%s'".formatted(function, name));
      }
    }
  }

  private void checkMissing(
      List<@Nullable ScriptValue> positional, Map<String, ScriptValue> named, String function) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < byPosition.size(); i++) {
      if (positional.get(i) == null) {
        missing.add(positionalNames.get(i));
      }
    }
    requireNone(missing, "positional", function);
    requireNone(
        byName.stream().map(Parameter::name).filter(name -> !named.containsKey(name)).toList(),
        "keyword-only",
        function);
  }

  private static void requireNone(List<String> missing, String kind, String function) {
    if (!missing.isEmpty()) {
      throw new HostArgumentException(
          "%s() missing %d required %s argument%s: %s"
              .formatted(
                  function, missing.size(), kind, missing.size() == 1 ? "" : "s", listed(missing)));
    }
  }

  private static String listed(List<String> names) {
    List<String> quoted = names.stream().map(name -> "'" + name + "'").toList();
    int last = quoted.size() - 1;
    return switch (quoted.size()) {
      case 1 -> quoted.getFirst();
      case 2 -> quoted.getFirst() + " and " + quoted.getLast();
      default -> String.join(", ", quoted.subList(0, last)) + ", and " + quoted.getLast();
    };
  }
}
