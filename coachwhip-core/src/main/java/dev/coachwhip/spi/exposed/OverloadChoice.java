package dev.coachwhip.spi.exposed;

import dev.coachwhip.Arguments;
import dev.coachwhip.ScriptValue;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among overloads: of those whose parameters can take the arguments exactly, the one that
 * is at least as close as every other in each argument. Varargs are looked at last, as in Java.
 */
final class OverloadChoice {

  /**
   * An overload that can take the arguments.
   *
   * @param distances of each parameter from its argument
   * @param types what each argument becomes
   */
  private record Candidate(
      Overload overload, int[] distances, Class<?>[] types, Supplier<Invocation> invocation) {

    boolean isAtLeastAsCloseAs(Candidate other) {
      for (int i = 0; i < distances.length; i++) {
        if (distances[i] > other.distances[i]) {
          return false;
        }
      }
      return true;
    }

    boolean isAtLeastAsSpecificAs(Candidate other) {
      for (int i = 0; i < types.length; i++) {
        if (!other.types[i].isAssignableFrom(types[i])) {
          return false;
        }
      }
      return true;
    }

    boolean isBetterThan(Candidate other) {
      if (isAtLeastAsCloseAs(other)) {
        return !other.isAtLeastAsCloseAs(this)
            || (isAtLeastAsSpecificAs(other) && !other.isAtLeastAsSpecificAs(this));
      }
      return false;
    }
  }

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
    return best(candidates).invocation().get();
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
        add(found, overload, values, types, () -> overload.invocation(values));
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
        add(found, overload, values, types, () -> overload.spreadInvocation(arguments));
      }
    }
    return found;
  }

  private static void add(
      List<Candidate> found,
      Overload overload,
      ScriptValue[] values,
      Class<?>[] types,
      Supplier<Invocation> invocation) {
    int @Nullable [] distances = distances(values, types);
    if (distances != null) {
      found.add(new Candidate(overload, distances, types, invocation));
    }
  }

  private static int @Nullable [] distances(ScriptValue[] values, Class<?>[] types) {
    int[] distances = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      if (!values[i].is(types[i])) {
        return null;
      }
      distances[i] = TypeDistance.between(values[i], types[i]);
    }
    return distances;
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
