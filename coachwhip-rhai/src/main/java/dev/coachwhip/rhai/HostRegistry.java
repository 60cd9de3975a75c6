package dev.coachwhip.rhai;

import dev.coachwhip.Arguments;
import dev.coachwhip.HostFunction;
import dev.coachwhip.rhai.convert.HostObject;
import dev.coachwhip.rhai.runtime.FunctionTable;
import dev.coachwhip.rhai.runtime.LateFunctions;
import dev.coachwhip.rhai.runtime.Overload;
import dev.coachwhip.rhai.runtime.Run;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What an engine's scripts can call that comes and goes: registered functions, which take any
 * arguments; functions of earlier scripts; members of exposed objects.
 */
final class HostRegistry implements LateFunctions {

  private static final MethodHandle CALL;

  static {
    try {
      CALL =
          MethodHandles.lookup()
              .findVirtual(
                  Registered.class,
                  "call",
                  MethodType.methodType(Object.class, Run.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** A registered function. {@link Arguments} may be kept, so nothing is shared between calls. */
  private record Registered(String name, HostFunction function, HostCalls calls) {
    @SuppressWarnings("unused") // called through a handle
    Object call(Run run, Object[] arguments) {
      return calls.call(name, function, arguments);
    }
  }

  private final Map<String, HostFunction> functions = new ConcurrentHashMap<>();
  private final Library library;
  private final HostCalls calls;
  private final ExposedMembers members = new ExposedMembers(this);
  private volatile boolean exposes;

  HostRegistry(Library library, HostCalls calls) {
    this.library = library;
    this.calls = calls;
  }

  /** Returns what runs the host's code. */
  HostCalls calls() {
    return calls;
  }

  @Override
  public @Nullable Overload find(String name, List<Class<?>> types) {
    return isOfExposed(types) ? members.overload(name, types) : findPlain(name, types.size());
  }

  private static boolean isOfExposed(List<Class<?>> types) {
    return !types.isEmpty() && types.getFirst() == HostObject.class;
  }

  /** Returns a function whatever its arguments are; null if there is none. */
  private @Nullable Overload findPlain(String name, int arity) {
    HostFunction function = functions.get(name);
    return function == null
        ? null
        : overload(name, arity, CALL.bindTo(new Registered(name, function, calls)));
  }

  @Override
  public List<Overload> overloads(String name, int arguments) {
    List<Overload> found = new ArrayList<>();
    if (exposes && arguments > 0) {
      List<Class<?>> types = new ArrayList<>(Collections.nCopies(arguments, Object.class));
      types.set(0, HostObject.class);
      found.add(members.overload(name, types));
    }
    Overload plain = findPlain(name, arguments);
    if (plain != null) {
      found.add(plain);
    }
    return found;
  }

  /** Returns what an exposed object without a member of the name is passed to; null for nothing. */
  @Nullable Overload findOther(String name, List<Class<?>> types, FunctionTable table) {
    Overload plain = findPlain(name, types.size());
    return plain == null ? table.findStandard(name, types) : plain;
  }

  /** Takes note that scripts may have exposed objects; tells whether that is new. */
  boolean beginToExpose() {
    boolean first = !exposes;
    exposes = true;
    return first;
  }

  static Overload overload(String name, int arity, MethodHandle handle) {
    List<Class<?>> types = Collections.nCopies(arity, Object.class);
    return Overload.of(name, types, true, false, handle.asCollector(Object[].class, arity));
  }

  @Override
  public boolean contains(String name) {
    return functions.containsKey(name) || !library.named(name).isEmpty();
  }

  /** Registers a function, in place of one of the same name. */
  void register(String name, HostFunction function) {
    functions.put(name, function);
  }

  /** Forgets a function; tells whether there was one. */
  boolean remove(String name) {
    return functions.remove(name) != null;
  }

  @Nullable HostFunction get(String name) {
    return functions.get(name);
  }

  /** Returns the names of the registered functions. */
  Set<String> names() {
    return functions.keySet();
  }

  /** Forgets all; tells whether there was anything. */
  boolean clear() {
    boolean some = !functions.isEmpty();
    functions.clear();
    return some;
  }
}
