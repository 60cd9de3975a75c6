package dev.coachwhip.spi.exposed;

import dev.coachwhip.Arguments;
import dev.coachwhip.ScriptValue;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Chooses among overloads: of those whose parameters can take the arguments exactly, the one that
 * is at least as close as every other in each argument. Varargs are looked at last, as in Java.
 */
final class OverloadChoice {

  private final ExposedMethod method;
  private final List<Overload> overloads;
  private final Arguments arguments;

  OverloadChoice(ExposedMethod method, List<Overload> overloads, Arguments arguments) {
    this.method = method;
    this.overloads = overloads;
    this.arguments = arguments;
  }

  Invocation choose() {
    List<Candidate> candidates = fixed();
    if (candidates.isEmpty()) {
      candidates = spread();
    }
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException(
          "no %s() takes %s; there are:%s"
              .formatted(method.name(), given(arguments), listed(overloads)));
    }
    return best(candidates).invocation();
  }

  private Candidate best(List<Candidate> candidates) {
    for (Candidate one : candidates) {
      if (candidates.stream().allMatch(other -> other == one || one.isBetterThan(other))) {
        return one;
      }
    }
    throw new IllegalArgumentException(
        "%s() is ambiguous for %s; these fit equally well:%s"
            .formatted(
                method.name(),
                given(arguments),
                listed(candidates.stream().map(Candidate::overload).toList())));
  }

  private List<Candidate> fixed() {
    List<Candidate> found = new ArrayList<>();
    for (Overload overload : overloads) {
      ScriptValue[] values = overload.arranged(arguments);
      if (values != null) {
        Class<?>[] types = new Class<?>[values.length];
        for (int i = 0; i < types.length; i++) {
          types[i] = overload.type(i);
        }
        Candidate.of(overload, values, types, () -> overload.invocation(values))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private List<Candidate> spread() {
    List<Candidate> found = new ArrayList<>();
    ScriptValue[] values = arguments.positional().toArray(new ScriptValue[0]);
    for (Overload overload : overloads) {
      if (overload.takesSpread(arguments)) {
        Class<?>[] types = new Class<?>[values.length];
        for (int i = 0; i < types.length; i++) {
          types[i] = overload.spreadType(i);
        }
        Candidate.of(overload, values, types, () -> overload.spreadInvocation(arguments))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** Returns the types of arguments, and the values where they are short. */
  static String given(Arguments arguments) {
    StringJoiner text = new StringJoiner(", ", "(", ")");
    arguments.positional().forEach(value -> text.add(value.describe()));
    arguments.named().forEach((name, value) -> text.add(name + "=" + value.describe()));
    return text.toString();
  }

  private static String listed(List<Overload> overloads) {
    StringBuilder text = new StringBuilder();
    overloads.forEach(overload -> text.append("\n  ").append(overload.signature()));
    return text.toString();
  }
}
