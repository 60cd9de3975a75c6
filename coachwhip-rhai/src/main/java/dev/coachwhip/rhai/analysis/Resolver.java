package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Function;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.syntax.SyntaxError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the names of a script: makes nodes of its trees, one set for each version of a function.
 */
final class Resolver {

  private static final int MOST_PARAMETERS = 100;

  private final Script script;
  private final boolean scopedTop;
  private final boolean hosted;
  private final List<FunctionGroup> groups = new ArrayList<>();
  private final Map<String, FunctionGroup> byName = new HashMap<>();
  private final Map<String, List<FunctionGroup>> definitions = new HashMap<>();
  private final Set<String> methodNames = new HashSet<>();
  private final IdentityHashMap<Expression.Closure, FunctionGroup> closures =
      new IdentityHashMap<>();

  Resolver(Script script, boolean scopedTop, boolean hosted) {
    this.script = script;
    this.hosted = hosted;
    BodyFacts facts = BodyFacts.of(script.body());
    this.scopedTop = scopedTop || facts.needsScope();
    for (Function function : script.functions()) {
      FunctionGroup group = add(function, false, List.of());
      definitions.computeIfAbsent(function.name(), name -> new ArrayList<>(1)).add(group);
      String key = key(function.name(), function.parameters().size());
      if (function.thisType().isEmpty()) {
        byName.put(key, group);
      }
      methodNames.add(key);
    }
    noteCallsInScope(facts);
    for (int i = 0; i < groups.size(); i++) {
      noteCallsInScope(groups.get(i).facts());
    }
  }

  private void noteCallsInScope(BodyFacts facts) {
    for (String name : facts.calledInScope()) {
      definitions.getOrDefault(name, List.of()).forEach(FunctionGroup::callInScope);
    }
  }

  private FunctionGroup add(Function function, boolean closure, List<Name> captures) {
    checkCount(function.parameters().size() + captures.size(), function.span());
    FunctionGroup group = new FunctionGroup(function, groups.size(), closure, captures);
    groups.add(group);
    return group;
  }

  /** The JVM's methods take 255 parameters, of which numbers are two. */
  static void checkCount(int parameters, Span place) {
    if (parameters > MOST_PARAMETERS) {
      throw SyntaxError.tooLarge(
          "A function has at most " + MOST_PARAMETERS + " parameters, captured variables included",
          place);
    }
  }

  private static String key(String name, int arity) {
    return name + '/' + arity;
  }

  /** Returns all functions, closures last. */
  List<FunctionGroup> groups() {
    return groups;
  }

  /** Tells whether the host may look at the variables of the top level while it runs. */
  boolean isHosted() {
    return hosted;
  }

  /** Tells whether the variables of the top level are looked up by name when it runs. */
  boolean isTopScoped() {
    return scopedTop;
  }

  /** Returns the script's function, not a typed method, else null. */
  @Nullable FunctionGroup function(String name, int arity) {
    return byName.get(key(name, arity));
  }

  /** Tells whether a method call may find a function of the script. */
  boolean isMethod(String name, int arity) {
    return methodNames.contains(key(name, arity));
  }

  /** Tells whether a name that is no variable is one of a function. */
  boolean isFunction(String name) {
    return definitions.containsKey(name);
  }

  /** Returns the function that a closure runs. */
  FunctionGroup closure(Expression.Closure closure) {
    FunctionGroup known = closures.get(closure);
    if (known == null) {
      known = add(closure.function(), true, closure.captures());
      closures.put(closure, known);
    }
    return known;
  }

  /** Returns the nodes of the top level. */
  FunctionVersion lowerTop() {
    Lowering lowering = new Lowering(this, scopedTop, true);
    Node body = lowering.body(script.body());
    FunctionGroup top =
        new FunctionGroup(
            new Function(
                Span.NONE,
                "",
                java.util.Optional.empty(),
                List.of(),
                script.body(),
                true,
                List.of()),
            -1,
            false,
            List.of());
    return new FunctionVersion(top, List.of(), List.of(), body);
  }

  /** Returns the nodes of a function for arguments of given types. */
  FunctionVersion lower(FunctionGroup group, List<Type> types) {
    Lowering lowering = new Lowering(this, group.isScoped(), false);
    List<Variable> parameters = new ArrayList<>();
    List<String> names = group.parameters();
    for (int i = 0; i < names.size(); i++) {
      Variable variable = lowering.parameter(names.get(i), types.get(i));
      if (i < group.captures().size()) {
        variable.capture();
      }
      parameters.add(variable);
    }
    Node body = lowering.body(group.function().body());
    return new FunctionVersion(group, types, parameters, body);
  }
}
