package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the parser knows about the function, closure or top level that it is in. */
final class FunctionState {

  private final VariableStack variables = new VariableStack();
  private final Map<String, Name> captures = new LinkedHashMap<>();
  private final Set<String> functionNames;
  private final List<String> imports = new ArrayList<>();
  // how often each of these is there
  private final Map<String, Integer> imported = new HashMap<>();
  private final @Nullable FunctionState outer;

  // where the variables of the present block begin
  private int blockStart;
  // names of properties are not captured
  private boolean capturing = true;
  // a bar ends the expression: it separates the labels of a case
  private boolean endingAtBar;

  FunctionState(Set<String> functionNames) {
    this(functionNames, null);
  }

  private FunctionState(Set<String> functionNames, @Nullable FunctionState outer) {
    this.functionNames = functionNames;
    this.outer = outer;
  }

  /** Returns the state of a function or closure in this one. */
  FunctionState inner() {
    return new FunctionState(functionNames, this);
  }

  VariableStack variables() {
    return variables;
  }

  /** Notes the use of a name; a function's closures take those that they do not declare. */
  void use(String name, Span place) {
    if (!capturing) {
      capturing = true;
    } else if (!functionNames.contains(name) && !variables.contains(name)) {
      captures.putIfAbsent(name, new Name(name, place));
    }
  }

  boolean isFunctionName(String name) {
    return functionNames.contains(name);
  }

  List<Name> captures() {
    return List.copyOf(captures.values());
  }

  void capture(boolean on) {
    capturing = on;
  }

  boolean isEndingAtBar() {
    return endingAtBar;
  }

  void endAtBar(boolean end) {
    endingAtBar = end;
  }

  /** Tells whether a token may be a part of the expression. */
  boolean accepts(Token token) {
    return !endingAtBar || !token.is(TokenKind.PIPE);
  }

  void addImport(String name) {
    imports.add(name);
    imported.merge(name, 1, Integer::sum);
  }

  boolean isImported(String name) {
    return imported.containsKey(name) || (outer != null && outer.isImported(name));
  }

  int blockStart() {
    return blockStart;
  }

  int importCount() {
    return imports.size();
  }

  /** Begins a block and returns where the one around it began. */
  int enterBlock() {
    int outer = blockStart;
    blockStart = variables.size();
    return outer;
  }

  /** Ends a block: what it declared is gone. */
  void leaveBlock(int outerStart, int importCount) {
    variables.rewind(blockStart);
    blockStart = outerStart;
    while (imports.size() > importCount) {
      imported.computeIfPresent(
          imports.removeLast(), (name, count) -> count == 1 ? null : count - 1);
    }
  }
}
