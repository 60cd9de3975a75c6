package dev.coachwhip.spi.exposed;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What scripts may use of the objects of a Java interface or class. There is one for each such
 * class, and one more for a class that exposes annotated methods. Immutable.
 */
public final class ExposedApi {

  private static final ClassValue<ExposedApi> OF_ALL =
      new ClassValue<>() {
        @Override
        protected ExposedApi computeValue(Class<?> type) {
          return new ApiReader(type).ofAllMethods();
        }
      };

  private static final ClassValue<Optional<ExposedApi>> DECLARED =
      new ClassValue<>() {
        @Override
        protected Optional<ExposedApi> computeValue(Class<?> type) {
          return DeclaredApis.find(type);
        }
      };

  private final Class<?> javaType;
  private final String doc;
  private final SortedMap<String, ExposedMethod> methods;
  private final SortedMap<String, ExposedProperty> properties;
  private final Map<String, String> javaNames;
  private final @Nullable ExposedMethod function;

  ExposedApi(
      Class<?> javaType,
      String doc,
      SortedMap<String, ExposedMethod> methods,
      SortedMap<String, ExposedProperty> properties,
      Map<String, String> javaNames,
      @Nullable ExposedMethod function) {
    this.javaType = javaType;
    this.doc = doc;
    this.methods = methods;
    this.properties = properties;
    this.javaNames = javaNames;
    this.function = function;
  }

  /**
   * Returns the API of all public methods of a class or interface.
   *
   * @throws IllegalArgumentException if they cannot be called, or two have the same name in scripts
   */
  public static ExposedApi of(Class<?> type) {
    return OF_ALL.get(type);
  }

  /**
   * Returns the API that a class declares by {@link dev.coachwhip.Exposed.Method} and {@link
   * dev.coachwhip.Exposed.Api}, if it does.
   *
   * @throws IllegalArgumentException as {@link #of}
   */
  public static Optional<ExposedApi> declaredBy(Class<?> type) {
    return DECLARED.get(type);
  }

  /** Returns the class's simple name. */
  public String name() {
    return javaType.getSimpleName();
  }

  /** Returns the class, of which every object exposed in this way is an instance. */
  public Class<?> javaType() {
    return javaType;
  }

  /** Returns what help says of it, perhaps empty. */
  public String doc() {
    return doc;
  }

  /** Returns the methods by their names in scripts: one that is chosen, else that in snake case. */
  public SortedMap<String, ExposedMethod> methods() {
    return methods;
  }

  /** Returns the attributes by their names in scripts, in snake case. */
  public SortedMap<String, ExposedProperty> properties() {
    return properties;
  }

  /**
   * Returns the Java names that are names in scripts too: from each the name under which {@link
   * #methods} or {@link #properties} has it.
   */
  public Map<String, String> javaNames() {
    return javaNames;
  }

  /**
   * Returns a method by its Java name.
   *
   * @param javaName as the Java source has it
   */
  public Optional<ExposedMethod> method(String javaName) {
    return methods.values().stream().filter(m -> m.javaName().equals(javaName)).findFirst();
  }

  /** Returns the one method of a functional interface, which calling the object calls. */
  public Optional<ExposedMethod> function() {
    return Optional.ofNullable(function);
  }

  @Override
  public String toString() {
    return "ExposedApi[" + javaType.getName() + "]";
  }
}
