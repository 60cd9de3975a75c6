package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Link;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Span;
import java.util.ArrayList;
import java.util.List;

/** What follows an operand: calls, paths, indices, properties and methods. */
final class ChainParser {

  private final Grammar grammar;
  private final TokenStream tokens;

  ChainParser(Grammar grammar) {
    this.grammar = grammar;
    tokens = grammar.tokens;
  }

  Expression parse(FunctionState state, Settings outer, Expression root) {
    Expression left = root;
    Settings settings = outer;
    // indices parsed here, which a dot right after them makes part of its own chain
    int indices = 0;
    while (follows(left, tokens.peek().kind())) {
      Token token = tokens.next();
      settings = settings.at(token.span());
      switch (token.kind()) {
        case DOUBLE_COLON -> left = path(left);
        case LEFT_BRACKET, QUESTION_BRACKET -> {
          List<Link> links = indices(state, settings, left, token);
          indices = links.size();
          left = extended(left, token, links, 0);
        }
        case PERIOD, ELVIS -> {
          left = extended(left, token, property(state, settings, token), indices);
          indices = 0;
        }
        default -> {
          left = grammar.calls.parse(state, settings, left, token);
          settings = settings.at(left.span());
        }
      }
    }
    checkModule(state, settings, left);
    return left;
  }

  private static boolean follows(Expression left, TokenKind kind) {
    return switch (kind) {
      case PERIOD, ELVIS, LEFT_BRACKET, QUESTION_BRACKET -> true;
      case LEFT_PARENTHESIS, UNIT, BANG, DOUBLE_COLON ->
          left instanceof Expression.Variable || left instanceof Expression.QualifiedVariable;
      default -> false;
    };
  }

  // the first separator is taken
  private Expression path(Expression left) {
    List<Name> path = new ArrayList<>();
    if (left instanceof Expression.QualifiedVariable qualified) {
      path.addAll(qualified.path());
      path.add(new Name(qualified.name(), qualified.span()));
    } else if (left instanceof Expression.Variable variable) {
      path.add(new Name(variable.name(), variable.span()));
    }
    Name name = tokens.name();
    while (tokens.takeIf(TokenKind.DOUBLE_COLON)) {
      path.add(name);
      name = tokens.name();
    }
    return new Expression.QualifiedVariable(name.span(), List.copyOf(path), name.text());
  }

  /**
   * Parses an index and those right after it. Rhai forgets which of them was an Elvis one: each has
   * the mark of the next, the last its own, and none has one if a dot follows.
   */
  private List<Link> indices(
      FunctionState state, Settings outer, Expression container, Token bracket) {
    List<Link> links = new ArrayList<>();
    Settings settings = outer.deeper();
    Token open = bracket;
    while (true) {
      Expression index = grammar.expressions.parse(state, settings.deeper());
      if (links.isEmpty()) {
        Literals.checkIndex(container, index);
      }
      if (!tokens.takeIf(TokenKind.RIGHT_BRACKET)) {
        tokens.peek().check();
        throw SyntaxError.missing(
            TokenKind.RIGHT_BRACKET, "for a matching [ in this index expression", tokens.here());
      }
      Span span = tokens.reaching(open.span());
      boolean more = tokens.at(TokenKind.LEFT_BRACKET) || tokens.at(TokenKind.QUESTION_BRACKET);
      Token mark = more ? tokens.next() : open;
      links.add(new Link.Index(span, index, mark.is(TokenKind.QUESTION_BRACKET)));
      if (!more) {
        return links;
      }
      open = mark;
      settings = settings.at(open.span()).deeper();
    }
  }

  private List<Link> property(FunctionState state, Settings settings, Token dot) {
    Token name = tokens.peek();
    if (name.is(TokenKind.IDENTIFIER)) {
      state.capture(false);
    } else if (!name.is(TokenKind.RESERVED)) {
      throw LiteralParser.propertyExpected(name.span());
    } else if (!Words.isCallableAsMethod(name.text())) {
      throw SyntaxError.reserved(name.text(), name.span());
    }
    Expression right = grammar.operands.parse(state, settings.deeper(), true);
    return links(right, dot.is(TokenKind.ELVIS));
  }

  @SuppressWarnings("ReferenceEquality") // whether the chain is nothing but its base
  private static List<Link> links(Expression right, boolean elvis) {
    List<Link> links = new ArrayList<>();
    Expression first = right instanceof Expression.Chain chain ? chain.base() : right;
    switch (first) {
      case Expression.Variable name ->
          links.add(new Link.Property(name.span(), name.name(), elvis));
      case Expression.Call call -> {
        if (call.callerScope() && first == right) {
          throw SyntaxError.of(
              ParseErrorKind.MALFORMED_CAPTURE,
              "method-call style does not support running within the caller's scope",
              call.span());
        }
        links.add(new Link.Method(call.span(), call.name(), call.arguments(), elvis));
      }
      default -> throw LiteralParser.propertyExpected(right.startSpan());
    }
    if (right instanceof Expression.Chain chain) {
      links.addAll(chain.links());
    }
    return links;
  }

  private Expression extended(Expression left, Token operator, List<Link> links, int indices) {
    if (!(left instanceof Expression.Chain chain)) {
      return new Expression.Chain(tokens.reaching(operator.span()), left, List.copyOf(links));
    }
    List<Link> all = new ArrayList<>(chain.links());
    for (int i = all.size() - indices; i < all.size(); i++) {
      if (all.get(i) instanceof Link.Index index) {
        all.set(i, new Link.Index(index.span(), index.index(), false));
      }
    }
    all.addAll(links);
    return new Expression.Chain(tokens.reaching(chain.span()), chain.base(), List.copyOf(all));
  }

  private void checkModule(FunctionState state, Settings settings, Expression parsed) {
    Expression base = parsed instanceof Expression.Chain chain ? chain.base() : parsed;
    if (base instanceof Expression.QualifiedVariable variable) {
      grammar.checkModule(state, settings, variable.path().getFirst());
    }
  }
}
