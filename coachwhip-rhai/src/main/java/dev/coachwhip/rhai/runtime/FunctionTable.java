package dev.coachwhip.rhai.runtime;

import dev.coachwhip.rhai.ast.BinaryOperator;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The functions and types of Java that an engine's scripts see: the host's, then those of the
 * standard library. Any thread.
 *
 * <p>The standard library is asked for when a name is first looked up that the host does not have.
 */
public final class FunctionTable {

  /** What the names of property getters begin with. */
  public static final String GETTER = "get$";

  /** What the names of property setters begin with. */
  public static final String SETTER = "set$";

  /** The name of indexers that read. */
  public static final String INDEX_GETTER = "index$get$";

  /** The name of indexers that write. */
  public static final String INDEX_SETTER = "index$set$";

  private record Key(String name, List<Class<?>> types) {}

  private final FunctionIndex host;
  private final List<HostType> hostTypes;
  private final Supplier<FunctionIndex> standard;
  private final LateFunctions late;
  private final Map<Key, Optional<Overload>> found = new ConcurrentHashMap<>();
  private final Map<Class<?>, Optional<HostType>> typesFound = new ConcurrentHashMap<>();
  private final Object[] linkages = new Object[8];

  /**
   * Makes one.
   *
   * @param host the host's functions
   * @param hostTypes the host's types; of two for a class the later one counts
   * @param standard gives the standard library's functions, always the same index
   */
  public FunctionTable(
      FunctionIndex host, List<HostType> hostTypes, Supplier<FunctionIndex> standard) {
    this(host, hostTypes, standard, LateFunctions.NONE);
  }

  /**
   * Makes one.
   *
   * @param late functions that come after the host's others; {@link #changed} says that they are no
   *     longer the same
   */
  public FunctionTable(
      FunctionIndex host,
      List<HostType> hostTypes,
      Supplier<FunctionIndex> standard,
      LateFunctions late) {
    this.host = host;
    this.hostTypes = List.copyOf(hostTypes);
    this.standard = standard;
    this.late = late;
    changed();
  }

  /**
   * Takes note that late functions have come or gone: calls are linked anew, those of later runs.
   */
  public void changed() {
    Arrays.setAll(linkages, i -> new Object());
    found.clear();
  }

  /** Tells whether the standard library has a function of the name. */
  public boolean isStandard(String name) {
    return !standard.get().overloads(name).isEmpty();
  }

  /** Returns the overload of the standard library for arguments of these types. */
  public @Nullable Overload findStandard(String name, List<Class<?>> types) {
    return search(List.of(), standard.get().overloads(name), types.toArray(Class<?>[]::new));
  }

  /**
   * Returns what stands for this table and for some settings of runs, by which calls are linked.
   */
  Object linkage(boolean limitsData, boolean fastOperators, boolean failsOnMissingProperty) {
    return linkages[
        (limitsData ? 1 : 0) + (fastOperators ? 2 : 0) + (failsOnMissingProperty ? 4 : 0)];
  }

  /** Returns the overloads of a name with this number of arguments, the host's first. */
  public List<Overload> overloads(String name, int arguments) {
    return Stream.of(
            host.overloads(name), late.overloads(name, arguments), standard.get().overloads(name))
        .flatMap(List::stream)
        .filter(overload -> overload.parameterTypes().size() == arguments)
        .toList();
  }

  /**
   * Returns the overload for arguments of these types (see {@link Values#typeOf}): one with exactly
   * them, else one that takes any type for some, the last ones first.
   */
  public @Nullable Overload find(String name, Class<?>... types) {
    Key key = new Key(name, List.of(types));
    Optional<Overload> known = found.get(key);
    if (known == null) {
      known = Optional.ofNullable(search(name, types));
      found.put(key, known);
    }
    return known.orElse(null);
  }

  /** Returns the overload for these arguments, of which the first may be a {@link Ref}. */
  public @Nullable Overload findFor(String name, Object[] arguments) {
    Class<?>[] types = new Class<?>[arguments.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = Values.typeOf(deref(arguments[i]));
    }
    return find(name, types);
  }

  private static Object deref(Object argument) {
    return argument instanceof Ref<?> ref ? ref.get() : argument;
  }

  private @Nullable Overload search(String name, Class<?>[] types) {
    List<Overload> hosts = host.overloads(name);
    Overload lateOne = late.find(name, List.of(types));
    if (lateOne != null) {
      Overload match = search(hosts, List.of(), types);
      return match == null ? lateOne : match;
    }
    return search(hosts, standard.get().overloads(name), types);
  }

  private static @Nullable Overload search(
      List<Overload> hosts, List<Overload> standards, Class<?>[] types) {
    if (hosts.isEmpty() && standards.isEmpty()) {
      return null;
    }
    int any = types.length < 16 ? 1 << types.length : 1;
    for (int mask = 0; mask < any; mask++) {
      Overload match = match(hosts, types, mask);
      if (match == null) {
        match = match(standards, types, mask);
      }
      if (match != null) {
        return match;
      }
    }
    return null;
  }

  // Bit 0 of the mask stands for the last argument: set, the parameter takes any type.
  private static @Nullable Overload match(List<Overload> overloads, Class<?>[] types, int mask) {
    Overload inexact = null;
    for (Overload overload : overloads) {
      List<Class<?>> parameters = overload.parameterTypes();
      if (parameters.size() == types.length && accepts(parameters, types, mask)) {
        if (parameters.equals(Arrays.asList(types))) {
          return overload;
        }
        if (inexact == null || isCloser(parameters, inexact.parameterTypes())) {
          inexact = overload;
        }
      }
    }
    return inexact;
  }

  // Subclasses of the host's: the overload for the nearest class is the one.
  private static boolean isCloser(List<Class<?>> parameters, List<Class<?>> others) {
    for (int i = 0; i < parameters.size(); i++) {
      if (!others.get(i).isAssignableFrom(parameters.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean accepts(List<Class<?>> parameters, Class<?>[] types, int mask) {
    for (int i = 0; i < types.length; i++) {
      Class<?> parameter = parameters.get(i);
      boolean any = (mask >> (types.length - i - 1) & 1) != 0;
      if (any != (parameter == Object.class) || !parameter.isAssignableFrom(types[i])) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether there is a function of the name, for any arguments. */
  public boolean contains(String name) {
    return !host.overloads(name).isEmpty() || late.contains(name) || isStandard(name);
  }

  /** Returns what {@code type_of} says, with the names of the host's types. */
  public String typeName(Object value) {
    HostType type = hostTypes.isEmpty() ? null : hostType(Values.typeOf(value));
    return type == null ? Values.typeName(value) : type.name();
  }

  private @Nullable HostType hostType(Class<?> type) {
    return typesFound.computeIfAbsent(type, this::searchType).orElse(null);
  }

  private Optional<HostType> searchType(Class<?> type) {
    HostType best = null;
    for (HostType candidate : hostTypes) {
      boolean closer = best == null || best.type().isAssignableFrom(candidate.type());
      if (candidate.type().isAssignableFrom(type) && closer) {
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  Iterator<Object> iterate(Run run, Object value) {
    if (value instanceof HostValue host) {
      return host.elements();
    }
    HostType type = hostType(value.getClass());
    Function<Object, Iterator<Object>> iterator = type == null ? null : type.iterator();
    if (iterator == null) {
      throw RhaiError.notIterable();
    }
    return iterator.apply(value);
  }

  /** Returns the text that names a function by its arguments: {@code "f (i64, bool)"}. */
  public String signature(String name, Object[] arguments) {
    StringBuilder text = new StringBuilder(name).append(" (");
    for (int i = 0; i < arguments.length; i++) {
      text.append(i > 0 ? ", " : "");
      text.append(Values.signatureType(typeName(deref(arguments[i]))));
    }
    return text.append(')').toString();
  }

  /**
   * Calls a function of Java. Arguments are copies already, but the first of one that changes it in
   * place, which may be a {@link Ref}.
   *
   * @throws RhaiError if there is none or it fails; with the position
   */
  public Object call(String name, Run run, Object[] arguments, int line, int column) {
    Overload overload = findFor(name, arguments);
    if (overload == null) {
      throw missing(name, arguments).withPosition(line, column);
    }
    return call(overload, run, arguments, line, column);
  }

  /** The same for a first argument that is a constant: only pure functions may be called. */
  public Object callOnConstant(String name, Run run, Object[] arguments, int line, int column) {
    Overload overload = findFor(name, arguments);
    if (overload == null) {
      throw missing(name, arguments).withPosition(line, column);
    }
    if (!overload.isPure()) {
      throw RhaiError.nonPureOnConstant(name).withPosition(line, column);
    }
    return call(overload, run, arguments, line, column);
  }

  /** Calls a function that was found. */
  public static Object call(Overload overload, Run run, Object[] arguments, int line, int column) {
    try {
      Object result = overload.invoke(run, arguments);
      if (run.limitsData()) {
        run.checkSize(result, line, column);
        if (!overload.isPure()) {
          run.checkSize(deref(arguments[0]), line, column);
        }
      }
      return result;
    } catch (RhaiError e) {
      throw e.withPosition(line, column);
    }
  }

  /** Returns the error for a function that is missing, by what kind it would be; no position. */
  public RhaiError missing(String name, Object... arguments) {
    if (name.equals(INDEX_GETTER)) {
      return RhaiError.indexingType(type(arguments, 0) + " [" + type(arguments, 1) + "]");
    }
    if (name.equals(INDEX_SETTER)) {
      return RhaiError.indexingType(
          type(arguments, 0) + " [" + type(arguments, 1) + "] = " + type(arguments, 2));
    }
    if (name.startsWith(GETTER)) {
      String property = name.substring(GETTER.length());
      return RhaiError.dotExpression(
          "Unknown property '%s' - a getter is not registered for type '%s'"
              .formatted(property, type(arguments, 0)));
    }
    if (name.startsWith(SETTER)) {
      String property = name.substring(SETTER.length());
      return RhaiError.dotExpression(
          "No writable property '%s' - a setter is not registered for type '%s' to handle '%s'"
              .formatted(property, type(arguments, 0), type(arguments, 1)));
    }
    return RhaiError.functionNotFound(signature(name, arguments));
  }

  private String type(Object[] arguments, int index) {
    return typeName(deref(arguments[index]));
  }

  /** Returns {@code left op right} by a function, or, if there is none, as it is built in. */
  Object callOperator(
      BinaryOperator operator, Run run, Object left, Object right, int line, int column) {
    Object[] arguments = {left, right};
    Overload overload = findFor(operator.symbol(), arguments);
    if (overload != null) {
      return call(overload, run, arguments, line, column);
    }
    try {
      Object x = Tagged.strip(Values.get(left));
      Object y = Tagged.strip(Values.get(right));
      Object result = BuiltInOperators.apply(operator, x, y, run);
      if (result != null) {
        return result;
      }
    } catch (RhaiError e) {
      throw e.withPosition(line, column);
    }
    throw missing(operator.symbol(), arguments).withPosition(line, column);
  }

  Object getIndexed(Run run, Object target, Object index, int line, int column) {
    return call(INDEX_GETTER, run, new Object[] {target, index}, line, column);
  }

  /** Does {@code target[index] = value} if there is an indexer for that. */
  public void setIndexedIfPossible(
      Run run, Object target, Object index, Object value, int line, int column) {
    Object[] arguments = {target, index, value};
    Overload indexer = findFor(INDEX_SETTER, arguments);
    if (indexer != null) {
      call(indexer, run, arguments, line, column);
    }
  }

  /** Does {@code target.name = value} if there is a setter or an indexer for that. */
  public void setPropertyIfPossible(
      Run run, Object target, String name, Object value, int line, int column) {
    Object[] arguments = {target, value};
    Overload setter = findFor(SETTER + name, arguments);
    if (setter != null) {
      call(setter, run, arguments, line, column);
    } else {
      setIndexedIfPossible(run, target, RhaiString.of(name), value, line, column);
    }
  }

  void setIndexed(Run run, Object target, Object index, Object value, int line, int column) {
    call(INDEX_SETTER, run, new Object[] {target, index, value}, line, column);
  }

  Object getProperty(
      Run run, Object target, String name, int line, int column, int dotLine, int dotColumn) {
    Object[] arguments = {target};
    Overload getter = findFor(GETTER + name, arguments);
    if (getter != null) {
      return call(getter, run, arguments, line, column);
    }
    Object[] indexed = {target, RhaiString.of(name)};
    Overload indexer = findFor(INDEX_GETTER, indexed);
    if (indexer != null) {
      return call(indexer, run, indexed, dotLine, dotColumn);
    }
    throw missing(GETTER + name, arguments).withPosition(line, column);
  }

  void setProperty(
      Run run,
      Object target,
      String name,
      Object value,
      int line,
      int column,
      int dotLine,
      int dotColumn) {
    Object[] arguments = {target, value};
    Overload setter = findFor(SETTER + name, arguments);
    if (setter != null) {
      call(setter, run, arguments, line, column);
      return;
    }
    Object[] indexed = {target, RhaiString.of(name), value};
    Overload indexer = findFor(INDEX_SETTER, indexed);
    if (indexer == null) {
      throw missing(SETTER + name, arguments).withPosition(line, column);
    }
    call(indexer, run, indexed, dotLine, dotColumn);
  }
}
