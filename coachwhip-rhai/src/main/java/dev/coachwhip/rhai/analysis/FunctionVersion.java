package dev.coachwhip.rhai.analysis;

import java.util.List;

/** A function for given types of arguments, or the top level of a script. */
public final class FunctionVersion {

  private final FunctionGroup group;
  private final List<Type> types;
  private final List<Variable> parameters;
  private final Node body;
  private Type result = Type.NOTHING;

  FunctionVersion(FunctionGroup group, List<Type> types, List<Variable> parameters, Node body) {
    this.group = group;
    this.types = types;
    this.parameters = parameters;
    this.body = body;
  }

  public FunctionGroup group() {
    return group;
  }

  /** Returns what the caller passes: erased types. */
  public List<Type> types() {
    return types;
  }

  public List<Variable> parameters() {
    return parameters;
  }

  public Node body() {
    return body;
  }

  /** Returns the type of what it returns. */
  public Type result() {
    return isGeneric() ? Type.DYNAMIC : result;
  }

  /** Tells whether it imports modules. */
  public boolean imports() {
    return group.imports();
  }

  /** Tells whether it takes anything: function pointers and the host call this one. */
  public boolean isGeneric() {
    return types.stream().allMatch(type -> type == Type.DYNAMIC);
  }

  boolean addResult(Type type) {
    Type joined = result.join(type);
    boolean changed = joined != result;
    result = joined;
    return changed;
  }
}
