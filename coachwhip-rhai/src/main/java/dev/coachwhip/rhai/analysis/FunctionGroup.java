package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.Function;
import dev.coachwhip.rhai.ast.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A function of a script, or a closure's, with all its versions. */
public final class FunctionGroup {

  /** More versions than these help nobody: further calls use the generic one. */
  private static final int MAX_VERSIONS = 4;

  private final Function function;
  private final int index;
  private final boolean closure;
  private final List<Name> captures;
  private final BodyFacts facts;
  private boolean calledInScope;
  private final Map<List<Type>, FunctionVersion> versions = new LinkedHashMap<>(2);

  FunctionGroup(Function function, int index, boolean closure, List<Name> captures) {
    this.function = function;
    this.index = index;
    this.closure = closure;
    this.captures = captures;
    this.facts = BodyFacts.of(function.body());
  }

  public Function function() {
    return function;
  }

  BodyFacts facts() {
    return facts;
  }

  /** Returns its number among the script's functions and closures. */
  public int index() {
    return index;
  }

  public boolean isClosure() {
    return closure;
  }

  /** Returns the names that a closure captures, in order; its first parameters. */
  public List<Name> captures() {
    return captures;
  }

  /** Tells whether it uses {@code this}, and so has a parameter for it. */
  public boolean usesThis() {
    return facts.usesThis();
  }

  /** Tells whether its variables are looked up by name when it runs. */
  public boolean isScoped() {
    return facts.needsScope() || calledInScope;
  }

  /** Notes that it is called as {@code f!()} somewhere. */
  void callInScope() {
    calledInScope = true;
  }

  /** Tells whether it imports modules. */
  public boolean imports() {
    return facts.imports();
  }

  /** Returns the names of all parameters, captured ones first. */
  public List<String> parameters() {
    List<String> names = new ArrayList<>();
    captures.forEach(capture -> names.add(capture.text()));
    function.parameters().forEach(parameter -> names.add(parameter.text()));
    return names;
  }

  public int arity() {
    return captures.size() + function.parameters().size();
  }

  /** Tells whether its body is empty, in which case a call does nothing at all. */
  public boolean isEmpty() {
    return function.body().statements().isEmpty();
  }

  /** Returns all versions, the generic one among them if it is needed. */
  public Iterable<FunctionVersion> versions() {
    return versions.values();
  }

  /** Returns the version for these types of arguments, a new one if there is room. */
  FunctionVersion version(List<Type> types, Resolver resolver) {
    List<Type> key = isScoped() || closure ? generic() : types.stream().map(Type::erased).toList();
    FunctionVersion found = versions.get(key);
    if (found == null && versions.size() >= MAX_VERSIONS) {
      key = generic();
      found = versions.get(key);
    }
    if (found == null) {
      found = resolver.lower(this, key);
      versions.put(key, found);
    }
    return found;
  }

  /** Returns the version that takes anything. */
  FunctionVersion generic(Resolver resolver) {
    return version(generic(), resolver);
  }

  private List<Type> generic() {
    return java.util.Collections.nCopies(arity(), Type.DYNAMIC);
  }
}
