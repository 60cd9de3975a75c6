package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import dev.coachwhip.rhai.syntax.SyntaxOptions.Feature;
import java.util.List;
import java.util.Optional;

/** {@code let}, {@code const}, {@code import}, {@code export}. */
final class DeclarationParser {

  private final Grammar grammar;
  private final TokenStream tokens;

  DeclarationParser(Grammar grammar) {
    this.grammar = grammar;
    tokens = grammar.tokens;
  }

  Statement parse(FunctionState state, Settings outer, boolean exported) {
    Token token = tokens.next();
    Settings settings = outer.at(token.span());
    boolean constant = token.is(TokenKind.CONST);
    Name name = tokens.name();
    checkShadowing(state, name);
    Optional<Expression> value =
        tokens.takeIf(TokenKind.EQUALS)
            ? Optional.of(grammar.expressions.parse(state, settings.deeper()))
            : Optional.empty();
    state.variables().declare(name.text(), constant, state.blockStart());
    if (exported) {
      state.variables().export(name.text());
    }
    Span span = tokens.reaching(token.span());
    return new Statement.Declaration(span, name, value, constant, exported);
  }

  private void checkShadowing(FunctionState state, Name name) {
    if (!grammar.options.allows(Feature.SHADOWING) && state.variables().contains(name.text())) {
      throw SyntaxError.of(
          ParseErrorKind.VARIABLE_EXISTS, "Variable already defined: " + name.text(), name.span());
    }
  }

  Statement parseImport(FunctionState state, Settings outer) {
    Span place = tokens.next().span();
    Settings settings = outer.deeperAt(place);
    Expression path = grammar.expressions.parse(state, settings);
    Optional<Name> alias =
        tokens.takeIf(TokenKind.AS) ? Optional.of(tokens.name()) : Optional.empty();
    alias.ifPresent(name -> state.addImport(name.text()));
    return new Statement.Import(tokens.reaching(place), path, alias);
  }

  Statement parseExport(FunctionState state, Settings outer) {
    Span place = tokens.next().span();
    if (tokens.at(TokenKind.LET) || tokens.at(TokenKind.CONST)) {
      return parse(state, outer.at(place).deeper(), true);
    }
    Name name = tokens.name();
    Optional<Name> alias =
        tokens.takeIf(TokenKind.AS) ? Optional.of(tokens.name()) : Optional.empty();
    // Rhai's alias of a variable exported under its own name is empty, and so does not count
    if (alias.isPresent()) {
      state.variables().export(name.text());
    }
    return new Statement.Export(
        tokens.reaching(place), List.of(new Statement.Exported(name, alias)));
  }
}
