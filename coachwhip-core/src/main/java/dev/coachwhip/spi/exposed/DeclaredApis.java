package dev.coachwhip.spi.exposed;

import dev.coachwhip.Exposed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the API that a class declares by annotations, its own or those of what it extends. */
final class DeclaredApis {

  private DeclaredApis() {}

  static Optional<ExposedApi> find(Class<?> type) {
    List<Class<?>> marked = marked(type);
    if (marked.size() > 1) {
      throw new IllegalArgumentException(
          "%s has more than one type with @Exposed.Api: %s; name one: Exposed.of(object, Api.class)"
              .formatted(type.getName(), marked.stream().map(Class::getName).toList()));
    }
    if (!marked.isEmpty()) {
      return Optional.of(ExposedApi.of(marked.getFirst()));
    }
    boolean hasMarkedMethods =
        Arrays.stream(type.getMethods()).anyMatch(m -> ApiReader.annotation(m).isPresent());
    return hasMarkedMethods
        ? Optional.of(new ApiReader(type).ofAnnotatedMethods())
        : Optional.empty();
  }

  /** Returns the types with the annotation that no other of them extends. */
  private static List<Class<?>> marked(Class<?> type) {
    Set<Class<?>> all = new LinkedHashSet<>();
    collect(type, all);
    List<Class<?>> marked = new ArrayList<>(all);
    marked.removeIf(t -> !t.isAnnotationPresent(Exposed.Api.class));
    List<Class<?>> outermost = new ArrayList<>(marked);
    outermost.removeIf(t -> marked.stream().anyMatch(m -> m != t && t.isAssignableFrom(m)));
    return outermost;
  }

  private static void collect(@Nullable Class<?> type, Set<Class<?>> all) {
    if (type != null && all.add(type)) {
      collect(type.getSuperclass(), all);
      for (Class<?> each : type.getInterfaces()) {
        collect(each, all);
      }
    }
  }
}
