package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.Script;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a script before it is compiled: its names resolved, its types inferred.
 *
 * @param top the top level
 * @param versions all versions of functions that may run, without the top level
 * @param groups the functions in source order, then closures; see {@link FunctionGroup#index}
 * @param scoped the variables of the top level are looked up by name when it runs
 * @param natives what is known of the standard library
 * @param methods the functions that method calls may find
 * @param firstByName the first function of each name, without closures
 */
public record Analysis(
    FunctionVersion top,
    List<FunctionVersion> versions,
    List<FunctionGroup> groups,
    boolean scoped,
    NativeTypes natives,
    Methods methods,
    Map<String, FunctionGroup> firstByName) {

  /** Tells whether a method call may find a function of the script. */
  public interface Methods {
    boolean contains(String name, int arity);
  }

  /**
   * Analyses a script.
   *
   * @param scoped look up the variables of the top level by name, as text given to {@code eval}
   *     needs
   * @param hosted the host may look at the variables of the top level while it runs
   */
  public static Analysis of(Script script, boolean scoped, boolean hosted, NativeTypes natives) {
    Resolver resolver = new Resolver(script, scoped, hosted);
    FunctionVersion top = resolver.lowerTop();
    List<FunctionVersion> versions = new Inference(resolver, natives, top).run();
    return new Analysis(
        top,
        List.copyOf(versions.subList(1, versions.size())),
        List.copyOf(resolver.groups()),
        resolver.isTopScoped(),
        natives,
        resolver::isMethod,
        firstByName(resolver.groups()));
  }

  /** Returns the script's first function of that name, else null. */
  public @Nullable FunctionGroup named(String name) {
    return firstByName.get(name);
  }

  private static Map<String, FunctionGroup> firstByName(List<FunctionGroup> groups) {
    Map<String, FunctionGroup> byName = new HashMap<>();
    for (FunctionGroup group : groups) {
      if (!group.isClosure()) {
        byName.putIfAbsent(group.function().name(), group);
      }
    }
    return byName;
  }
}
