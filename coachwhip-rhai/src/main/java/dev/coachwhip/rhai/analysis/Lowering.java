package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Link;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.ShortCircuitOperator;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes nodes of the tree of one body. */
final class Lowering {

  private static final Node[] NONE = {};

  private final Resolver resolver;
  private final boolean scoped;
  private final boolean top;

  /** All visible variables, the innermost last; with those of each block. */
  private final List<Variable> visible = new ArrayList<>();

  /** The same by their names. */
  private final Map<String, List<Variable>> byName = new HashMap<>();

  private int depth;

  /** How many of the visible ones belong to the outermost block of a script. */
  private int globals;

  Lowering(Resolver resolver, boolean scoped, boolean top) {
    this.resolver = resolver;
    this.scoped = scoped;
    this.top = top;
  }

  Variable parameter(String name, Type given) {
    Variable variable = new Variable(name, false);
    variable.makeParameter(given);
    show(variable);
    return variable;
  }

  /** The outermost block: its variables stay visible to the end. */
  Node body(Block block) {
    return sequence(block.span(), block.statements());
  }

  private Node block(Block block) {
    int start = visible.size();
    depth++;
    Node result = sequence(block.span(), block.statements());
    depth--;
    rewind(start);
    return result;
  }

  private void show(Variable variable) {
    visible.add(variable);
    byName.computeIfAbsent(variable.name(), name -> new ArrayList<>()).add(variable);
  }

  private void rewind(int start) {
    while (visible.size() > start) {
      List<Variable> same = byName.get(visible.removeLast().name());
      if (same != null) {
        same.removeLast();
      }
    }
  }

  private Node sequence(Span span, List<Statement> statements) {
    List<Node> nodes = new ArrayList<>(statements.size());
    boolean imports = false;
    boolean declares = false;
    for (Statement statement : statements) {
      nodes.add(statement(statement));
      imports |= statement instanceof Statement.Import;
      declares |= statement instanceof Statement.Declaration;
    }
    return mark(new Node.Sequence(span, nodes, imports, declares), nodes.toArray(NONE));
  }

  /** Notes that a node has jumps inside if one of its parts has. */
  private static <N extends Node> N mark(N node, @Nullable Node... parts) {
    for (Node part : parts) {
      if (part != null && part.isJumping()) {
        node.setJumping();
      }
    }
    return node;
  }

  private static <N extends Node> N mark(N node, List<Node> parts) {
    return mark(node, parts.toArray(NONE));
  }

  // Statements

  private Node statement(Statement statement) {
    return switch (statement) {
      case Statement.ExpressionStatement s -> expression(s.expression());
      case Statement.Declaration s -> declaration(s);
      case Statement.Assignment s -> assignment(s);
      case Statement.Return s -> {
        Node value = optional(s.value());
        yield new Node.Return(s.span(), value);
      }
      case Statement.Throw s -> {
        Node value = optional(s.value());
        yield mark(new Node.Throw(s.span(), value), value);
      }
      case Statement.Break s -> new Node.Jump(s.span(), true, optional(s.value()));
      case Statement.Continue s -> new Node.Jump(s.span(), false, null);
      case Statement.TryCatch s -> attempt(s);
      case Statement.Import s -> {
        Node path = expression(s.path());
        String alias = s.alias().map(Name::text).orElse(null);
        yield mark(new Node.ImportModule(s.span(), path, alias), path);
      }
      case Statement.Export s -> {
        List<Node> exports = new ArrayList<>();
        for (Statement.Exported each : s.names()) {
          String alias = each.alias().map(Name::text).orElse(each.name().text());
          exports.add(new Node.ExportName(each.name().span(), each.name().text(), alias));
        }
        yield new Node.Sequence(s.span(), exports, false, false);
      }
      case Statement.Empty s -> unit(s.span());
    };
  }

  private @Nullable Node optional(Optional<Expression> expression) {
    return expression.isPresent() ? expression(expression.get()) : null;
  }

  private Node declaration(Statement.Declaration declaration) {
    Node value =
        declaration.value().isPresent()
            ? expression(declaration.value().get())
            : unit(declaration.span());
    Variable variable = declare(declaration.name().text(), declaration.constant());
    boolean global = top && depth == 0;
    if (global) {
      globals++;
      variable.makeGlobal(resolver.isHosted());
      if (variable.isKeptInScope() && isUnit(value)) {
        boolean _ = variable.addType(Type.DYNAMIC); // made for the host to fill
      }
    }
    Node.Declare node =
        new Node.Declare(
            declaration.name().span(), variable, value, global, declaration.exported());
    node.setStart(declaration.span());
    return mark(node, value);
  }

  private static boolean isUnit(Node value) {
    return value instanceof Node.Constant constant && constant.type() == Type.UNIT;
  }

  private Variable declare(String name, boolean constant) {
    Variable variable = new Variable(name, constant);
    variable.setBefore(visible.size(), visible.size() - globals);
    show(variable);
    return variable;
  }

  private Node assignment(Statement.Assignment assignment) {
    Node value = expression(assignment.value());
    if (assignment.target() instanceof Expression.Chain chain) {
      Node base = expression(chain.base());
      List<Node.Step> steps = steps(chain.links());
      return markSteps(
          mark(
              new Node.ChainAssign(
                  assignment.span(), base, steps, assignment.operator().orElse(null), value),
              base,
              value),
          steps);
    }
    Node target = expression(assignment.target());
    return mark(
        new Node.Assign(assignment.span(), target, assignment.operator().orElse(null), value),
        value);
  }

  private Node attempt(Statement.TryCatch attempt) {
    Node body = block(attempt.body());
    int start = visible.size();
    Variable variable = attempt.variable().map(name -> declare(name.text(), false)).orElse(null);
    Span span = attempt.variable().map(Name::span).orElse(attempt.span());
    Node handler = block(attempt.handler());
    rewind(start);
    return new Node.Try(attempt.span(), body, variable, span, handler);
  }

  // Expressions

  private List<Node> arguments(Span span, List<Expression> expressions) {
    Resolver.checkCount(expressions.size(), span);
    return expressions(expressions);
  }

  private List<Node> expressions(List<Expression> expressions) {
    List<Node> nodes = new ArrayList<>(expressions.size());
    for (Expression expression : expressions) {
      nodes.add(expression(expression));
    }
    return nodes;
  }

  private static Node unit(Span span) {
    return new Node.Constant(span, dev.coachwhip.rhai.runtime.Unit.UNIT, Type.UNIT);
  }

  private Node expression(Expression expression) {
    Node node = resolve(expression);
    node.setStart(expression.startSpan());
    return node;
  }

  private Node resolve(Expression expression) {
    return switch (expression) {
      case Expression.IntegerLiteral e -> new Node.Constant(e.span(), e.value(), Type.INT);
      case Expression.FloatLiteral e -> new Node.Constant(e.span(), e.value(), Type.FLOAT);
      case Expression.BooleanLiteral e -> new Node.Constant(e.span(), e.value(), Type.BOOL);
      case Expression.CharacterLiteral e -> new Node.Constant(e.span(), e.codePoint(), Type.CHAR);
      case Expression.StringLiteral e -> new Node.Constant(e.span(), e.value(), Type.STRING);
      case Expression.UnitLiteral e -> unit(e.span());
      case Expression.InterpolatedString e -> {
        List<Node> parts = expressions(e.parts());
        yield mark(new Node.Interpolation(e.span(), parts), parts);
      }
      case Expression.ArrayLiteral e -> {
        List<Node> items = expressions(e.items());
        yield mark(new Node.ArrayItems(e.span(), items), items);
      }
      case Expression.MapLiteral e -> map(e);
      case Expression.Variable e -> variable(e.span(), e.name());
      case Expression.This e -> new Node.ReadThis(e.span());
      case Expression.QualifiedVariable e -> new Node.ReadQualified(e.span(), e.path(), e.name());
      case Expression.Unary e -> {
        Node operand = expression(e.operand());
        yield mark(new Node.Unary(e.span(), e.operator(), operand), operand);
      }
      case Expression.Binary e -> {
        Node left = expression(e.left());
        Node right = expression(e.right());
        yield mark(new Node.Binary(e.span(), e.operator(), left, right), left, right);
      }
      case Expression.ShortCircuit e -> shortCircuit(e);
      case Expression.Membership e -> membership(e);
      case Expression.RangeLiteral e -> range(e);
      case Expression.CustomBinary e -> {
        List<Node> operands = expressions(List.of(e.left(), e.right()));
        yield call(e.span(), e.operator(), operands);
      }
      case Expression.Call e -> call(e);
      case Expression.QualifiedCall e -> {
        List<Node> arguments = arguments(e.span(), e.arguments());
        yield mark(new Node.CallQualified(e.span(), e.path(), e.name(), arguments), arguments);
      }
      case Expression.Chain e -> {
        List<Node.Step> steps = steps(e.links());
        Node base = expression(e.base());
        yield markSteps(mark(new Node.ChainRead(e.span(), base, steps), base), steps);
      }
      case Expression.Closure e -> closure(e);
      case Expression.BlockExpression e -> block(e.block());
      case Expression.If e -> {
        Node condition = expression(e.condition());
        Node then = block(e.then());
        Node otherwise = e.otherwise().isPresent() ? block(e.otherwise().get()) : null;
        yield mark(
            new Node.Condition(e.span(), condition, then, otherwise), condition, then, otherwise);
      }
      case Expression.Switch e -> select(e);
      case Expression.While e -> {
        Node condition = optional(e.condition());
        yield new Node.WhileLoop(e.span(), condition, block(e.body()));
      }
      case Expression.DoLoop e -> {
        Node body = block(e.body());
        yield new Node.DoLoop(e.span(), body, expression(e.condition()), e.until());
      }
      case Expression.For e -> forLoop(e);
      case Expression.Leave e -> statement(e.jump());
      case Expression.CustomSyntax e -> {
        Node custom = new Node.Custom(e.span(), e);
        custom.setJumping();
        yield custom;
      }
    };
  }

  private Node variable(Span span, String name) {
    List<Variable> same = byName.get(name);
    if (same != null && !same.isEmpty()) {
      return scoped ? new Node.ReadName(span, name, false) : new Node.Read(span, same.getLast());
    }
    return new Node.ReadName(span, name, resolver.isFunction(name));
  }

  private Node map(Expression.MapLiteral literal) {
    List<String> keys = new ArrayList<>();
    List<Node> values = new ArrayList<>();
    for (Expression.MapEntry entry : literal.entries()) {
      keys.add(entry.key().text());
      values.add(expression(entry.value()));
    }
    return mark(new Node.MapItems(literal.span(), keys, values), values);
  }

  private Node shortCircuit(Expression.ShortCircuit e) {
    Node left = expression(e.left());
    Node right = expression(e.right());
    if (e.operator() == ShortCircuitOperator.COALESCE) {
      return mark(new Node.Coalesce(e.span(), left, right), left, right);
    }
    boolean and = e.operator() == ShortCircuitOperator.AND;
    return mark(new Node.Logical(e.span(), and, left, right), left, right);
  }

  private Node membership(Expression.Membership e) {
    Node container = expression(e.container());
    Node item = expression(e.item());
    Node call = call(e.span(), "contains", Arrays.asList(container, item));
    if (!e.negated()) {
      return call;
    }
    return mark(new Node.Unary(e.span(), dev.coachwhip.rhai.ast.UnaryOperator.NOT, call), call);
  }

  private Node.RangeOf range(Expression.RangeLiteral e) {
    Node start = optional(e.start());
    Node end = optional(e.end());
    return mark(
        new Node.RangeOf(
            e.span(),
            start == null ? new Node.Constant(e.span(), 0L, Type.INT) : start,
            end == null ? new Node.Constant(e.span(), Long.MAX_VALUE, Type.INT) : end,
            e.inclusive()),
        start,
        end);
  }

  private Node call(Expression.Call e) {
    List<Node> arguments = arguments(e.span(), e.arguments());
    if (e.callerScope() && !isKeyword(e)) {
      return mark(new Node.CallInScope(e.span(), e.name(), arguments), arguments);
    }
    Node.Keyword keyword = keyword(e.name(), arguments.size());
    if (keyword != null) {
      return mark(new Node.CallKeyword(e.span(), keyword, arguments), arguments);
    }
    return call(e.span(), e.name(), arguments);
  }

  private static boolean isKeyword(Expression.Call call) {
    return keyword(call.name(), call.arguments().size()) != null;
  }

  private static Node.@Nullable Keyword keyword(String name, int arity) {
    return switch (name) {
      case "print" -> arity <= 1 ? Node.Keyword.PRINT : null;
      case "debug" -> arity <= 1 ? Node.Keyword.DEBUG : null;
      case "type_of" -> arity == 1 ? Node.Keyword.TYPE_OF : null;
      case "eval" -> arity == 1 ? Node.Keyword.EVAL : null;
      case "Fn" -> arity == 1 ? Node.Keyword.FN : null;
      case "call" -> arity >= 1 ? Node.Keyword.CALL : null;
      case "curry" -> arity > 1 ? Node.Keyword.CURRY : null;
      case "is_def_var" -> arity == 1 ? Node.Keyword.IS_DEF_VAR : null;
      case "is_def_fn" -> arity == 2 || arity == 3 ? Node.Keyword.IS_DEF_FN : null;
      case "is_shared" -> arity == 1 ? Node.Keyword.IS_SHARED : null;
      default -> null;
    };
  }

  private Node call(Span span, String name, List<Node> arguments) {
    FunctionGroup function = resolver.function(name, arguments.size());
    if (function != null) {
      return mark(new Node.CallScript(span, function, arguments), arguments);
    }
    return mark(new Node.CallNamed(span, name, arguments, false), arguments);
  }

  private List<Node.Step> steps(List<Link> links) {
    List<Node.Step> steps = new ArrayList<>(links.size());
    for (Link link : links) {
      steps.add(
          switch (link) {
            case Link.Property p -> new Node.PropertyStep(p.span(), p.name(), p.elvis());
            case Link.Index i -> new Node.IndexStep(i.span(), expression(i.index()), i.elvis());
            case Link.Method m ->
                new Node.MethodStep(
                    m.span(), m.name(), arguments(m.span(), m.arguments()), m.elvis());
          });
    }
    return steps;
  }

  private static <N extends Node> N markSteps(N node, List<Node.Step> steps) {
    for (Node.Step step : steps) {
      switch (step) {
        case Node.IndexStep index -> mark(node, index.index);
        case Node.MethodStep method -> mark(node, method.arguments);
        case Node.PropertyStep ignored -> {}
      }
    }
    return node;
  }

  private Node closure(Expression.Closure e) {
    FunctionGroup group = resolver.closure(e);
    List<Node> captures = new ArrayList<>();
    for (Name name : group.captures()) {
      Node captured = variable(name.span(), name.text());
      if (captured instanceof Node.Read read) {
        read.variable.capture();
      }
      captures.add(captured);
    }
    return new Node.MakeClosure(e.span(), group, captures);
  }

  private Node select(Expression.Switch e) {
    Node subject = expression(e.subject());
    List<Node.Case> cases = new ArrayList<>();
    for (Expression.SwitchCase each : e.cases()) {
      List<Node> literals = new ArrayList<>();
      List<Node.RangeOf> ranges = new ArrayList<>();
      for (Expression label : each.labels()) {
        if (label instanceof Expression.RangeLiteral literal) {
          ranges.add(range(literal));
        } else {
          literals.add(expression(label));
        }
      }
      Node guard = optional(each.guard());
      cases.add(new Node.Case(each.span(), literals, ranges, guard, expression(each.body())));
    }
    return new Node.Select(e.span(), subject, cases, optional(e.otherwise()));
  }

  private Node forLoop(Expression.For e) {
    Node iterable = expression(e.iterable());
    int start = visible.size();
    Variable counter = e.counter().map(name -> declare(name.text(), false)).orElse(null);
    Variable variable = declare(e.variable().text(), false);
    Node body = block(e.body());
    rewind(start);
    return new Node.ForLoop(e.span(), variable, e.variable().span(), counter, iterable, body);
  }
}
